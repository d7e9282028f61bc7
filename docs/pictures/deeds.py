"""The deed backlog, the mobile desk, housing delivery."""

from playwright.sync_api import Page

from docs.pictures.screens import DESK, PHONE, WALL


def housing(room: str = ""):
    """A room of the first housing project that is told by building; they lie in the order they were made."""

    def open_room(page: Page) -> None:
        page.goto("/deeds/housing/milestones/")
        page.locator("tbody a").first.click()
        if room:
            page.get_by_role("link", name=room, exact=True).click()

    return open_room


def desk(page: Page) -> None:
    """Today's session of the mobile desk, on a phone."""
    page.goto("/deeds/desk/")
    page.goto(page.locator("tbody a").first.get_attribute("href"))


def jianxinyuan(way: str = ""):
    """The project of three buildings and 116 homes, or a page below it."""

    def open_project(page: Page) -> None:
        page.goto("/deeds/projects/?q=建欣苑")
        page.locator("[data-row] a").first.click()
        if way:
            page.get_by_role("link", name=way).click()

    return open_project


PICTURES = {
    "manual_housing_works": ("deeds", DESK, housing()),
    "manual_housing_money": ("deeds", DESK, housing("资金、风险与交付")),
    "manual_housing_buyers": ("deeds", DESK, housing("购房人")),
    "manual_housing_wall": ("deeds", WALL, "/deeds/housing/wall/6401/"),
    "manual_desk": ("deeds", PHONE, desk),
    "deeds": ("deeds", DESK, "/deeds/projects/"),
    "manual_deed_board": ("deeds", DESK, "/deeds/board/"),
    "manual_deed_project": ("deeds", DESK, jianxinyuan()),
    "manual_deed_homes": ("deeds", DESK, jianxinyuan("逐户办理")),
}
