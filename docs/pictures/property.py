"""Companies, projects, committees, meetings, programmes, assessment."""

from playwright.sync_api import Page

from docs.pictures.screens import DESK, PHONE, first_of


def meeting(page: Page) -> None:
    """A meeting whose one matter failed, with what it lacked."""
    page.goto("/property/meetings/?state=announced")
    page.locator("[data-row]", has_text="1 项中通过 0 项").first.locator(".row-title").click()


def managed_compound(page: Page) -> None:
    """A compound that somebody serves, with all there is about it."""
    page.goto("/property/compounds/?managed=true&committee=true")
    page.locator("[data-row] a").first.click()


def company(page: Page) -> None:
    page.goto("/property/companies/?party=true")
    page.locator("[data-row] a").first.click()


def tally(page: Page) -> None:
    """The votes of a meeting that are counted and not announced yet."""
    page.goto("/property/meetings/?state=counted")
    page.locator("[data-row] a").first.click()
    page.get_by_role("link", name="登记计票").click()


def committee(page: Page) -> None:
    """A committee that rests on the meeting that elected it."""
    page.goto("/property/meetings/?kind=first")
    page.locator("[data-row] a").first.click()
    page.locator("section", has_text="选举产生").get_by_role("link").click()


def programme(page: Page) -> None:
    """The board of the three-year action."""
    page.goto("/property/programmes/?q=三年行动")
    page.locator("[data-row] a").first.click()


def programme_item(page: Page) -> None:
    """A task reported as complete that waits for its check."""
    page.goto("/property/items/?state=nearly_done")
    page.locator("[data-row] a").first.click()


def score_form(page: Page) -> None:
    """The community's sheet for one of its projects in the quarter that is being scored."""
    first_of("/property/assessments/")(page)
    page.get_by_role("link", name="以社区身份评分").tap()


PICTURES = {
    "property": ("property", DESK, "/property/compounds/"),
    "manual_property_board": ("property", DESK, "/property/board/"),
    "manual_property_rates": ("property", DESK, "/property/rates/?against=2021-12-31"),
    "manual_compound": ("secretary", DESK, managed_compound),
    "manual_projects": ("property", DESK, "/property/projects/?ending_within=90"),
    "manual_company": ("property", DESK, company),
    "manual_meeting": ("property", DESK, meeting),
    "manual_tally": ("property", DESK, tally),
    "manual_committee": ("property", DESK, committee),
    "manual_programme": ("property", DESK, programme),
    "manual_programme_item": ("county", DESK, programme_item),
    "manual_regulations": ("property", DESK, "/property/regulations/"),
    "manual_score_sheet": ("property", DESK, first_of("/property/score-sheets/")),
    "manual_round": ("property", DESK, first_of("/property/rounds/")),
    "manual_score_form": ("secretary", PHONE, score_form),
    "manual_rectification": ("property", DESK, first_of("/property/rectifications/")),
}
