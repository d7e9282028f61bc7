"""The Party chain and building together."""

from playwright.sync_api import Page

from docs.pictures.screens import DESK, PHONE


def chain(page: Page) -> None:
    """The Party chain opened down to the building groups of one community."""
    page.goto("/party/orgs/tree/")
    node = page.locator(".tree-node", has_text="上海西路街道党工委")
    for _tier in range(3):
        node.locator("a.tree-open").first.click()
        node = node.locator(".tree-node").first
        node.wait_for()


def joint_branch(page: Page) -> None:
    """红管家, the joint branch with its units."""
    page.goto("/party/orgs/?kind=joint_branch")
    page.locator("[data-row] a").first.click()


def open_need(page: Page) -> None:
    page.goto("/party/needs/?matched=false")
    page.locator("[data-row] a").first.click()


def reporting_unit(page: Page) -> None:
    page.goto("/party/units/")
    page.locator("[data-row] a").first.click()


def steward_team(page: Page) -> None:
    page.goto("/party/stewards/")
    page.locator("[data-row] a").first.click()


def printed_chain(page: Page) -> None:
    """The chain of one street as it goes to paper."""
    page.goto("/party/orgs/?tier=township&q=上海西路")
    page.locator("[data-row] a").first.click()
    page.get_by_role("link", name="打印整个链条").click()


PICTURES = {
    "party": ("party", DESK, chain),
    "manual_party_org": ("party", DESK, joint_branch),
    "manual_stewards": ("secretary", DESK, joint_branch),
    "manual_partners": ("secretary", DESK, "/party/partners/"),
    "manual_steward_team": ("secretary", PHONE, steward_team),
    "manual_party_board": ("party", DESK, "/party/board/"),
    "manual_cobuild_need": ("secretary", DESK, open_need),
    "manual_unit": ("secretary", DESK, reporting_unit),
    "manual_wishes": ("secretary", DESK, "/party/wishes/"),
    "manual_chain_print": ("party", DESK, printed_chain),
}
