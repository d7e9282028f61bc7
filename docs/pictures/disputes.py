"""Disputes: the centre, mediation, the court, papers, series."""

from playwright.sync_api import Page

from docs.pictures.screens import DESK, WALL


def dispute(page: Page) -> None:
    """The most urgent of those under mediation."""
    page.goto("/cases/")
    page.locator("[data-row]", has_text="调解中").first.locator(".row-title").click()


def settlement(page: Page) -> None:
    """An agreement that is being performed."""
    page.goto("/disputes/?state=performing")
    page.locator("[data-row] a").first.click()
    page.get_by_role("heading", name="司法确认").scroll_into_view_if_needed()
    page.mouse.wheel(0, 260)


def table(page: Page) -> None:
    """The twelve workers' joint table."""
    page.goto("/disputes/?q=12 名劳动者")
    page.locator("[data-row] a").first.click()
    page.get_by_role("link", name="进入联调室").click()


def alike(page: Page) -> None:
    """A dispute with a firm that others complain about too."""
    page.goto("/disputes/?q=塞上安居")
    page.goto(page.locator("[data-row] a").first.get_attribute("href") + "alike/")


def hall(page: Page) -> None:
    page.goto("/disputes/counter/")
    page.get_by_role("link", name="大厅叫号屏").click()


def consultation(page: Page) -> None:
    """A dispute whose judge is still to answer."""
    page.goto("/disputes/consultations/")
    page.locator("[data-row]", has_text="邀请日期").locator("a").first.click()


def categories(page: Page) -> None:
    page.goto("/disputes/categories/")
    page.get_by_role("link", name="本年").click()


def dossier(page: Page) -> None:
    """The folder of a case that is closed."""
    page.goto("/disputes/?state=closed")
    page.locator("[data-row] a").first.click()
    page.get_by_role("link", name="文书和卷宗").click()


def counter(page: Page) -> None:
    """A number called to the window, its visitor at the desk."""
    page.goto("/disputes/counter/")
    page.get_by_role("link", name="接待", exact=True).first.click()


def house(page: Page) -> None:
    """The windows and units of the window officer's own centre."""
    page.goto("/disputes/counter/")
    page.get_by_role("link", name="大厅叫号屏").click()
    page.goto(page.url.replace("hall/", ""))


def registration(page: Page) -> None:
    """The receipt of the newest dispute in sight."""
    page.goto("/disputes/")
    page.locator("[data-row] a").first.click()
    page.get_by_role("link", name="登记回执").click()


def series(way: str = ""):
    """The four hundred households, or a page below theirs."""

    def open_series(page: Page) -> None:
        page.goto("/disputes/series/")
        page.get_by_role("link", name="农牧场土地租赁费系列案").first.click()
        if way == "household":
            page.locator(".series-household").first.click()
        elif way:
            page.get_by_role("link", name=way).click()

    return open_series


def overseen(page: Page) -> None:
    """A dispute under supervision."""
    page.goto("/cases/supervisions/?state=open&grade=1")
    page.locator("[data-rows] a").first.click()
    page.locator("main a[href*='/disputes/']").first.click()
    page.get_by_role("heading", name="研判和督办").scroll_into_view_if_needed()
    page.mouse.wheel(0, 260)


PICTURES = {
    "manual_dossier": ("dispatcher", DESK, dossier),
    "manual_paper_template": ("supervisor", DESK, "/disputes/templates/agreement/"),
    "centre_case": ("supervisor", DESK, overseen),
    "centre_supervisions": ("supervisor", DESK, "/cases/supervisions/"),
    "centre_rules": ("supervisor", DESK, "/cases/rules/dispute-four-levels/"),
    "queue": ("dispatcher", DESK, "/cases/"),
    "dispute": ("dispatcher", DESK, dispute),
    "manual_register": ("dispatcher", DESK, "/disputes/register/"),
    "manual_settlement": ("helanshan", DESK, settlement),
    "manual_room": ("window", DESK, table),
    "manual_orders": ("window", DESK, "/cases/orders/"),
    "manual_alike": ("dispatcher", DESK, alike),
    "manual_series_hints": ("dispatcher", DESK, "/disputes/series/hints/"),
    "manual_hall": ("window", WALL, hall),
    "manual_consultation": ("judge", DESK, consultation),
    "manual_delegations": ("dispatcher", DESK, "/disputes/delegations/"),
    "manual_shared_courts": ("supervisor", DESK, "/disputes/shared-courts/"),
    "manual_litigation": ("supervisor", DESK, "/disputes/litigation/"),
    "manual_rates": ("supervisor", DESK, "/disputes/litigation/rates/"),
    "manual_figures": ("city", DESK, "/board/groups/disputes/"),
    "manual_category_report": ("county", DESK, categories),
    "manual_category_map": ("sysadmin", DESK, "/disputes/categories/map/"),
    "manual_series": ("helanshan", DESK, series()),
    "manual_series_household": ("helanshan", DESK, series("household")),
    "manual_series_import": ("helanshan", DESK, series("导入各户名单")),
    "manual_counter": ("window", DESK, counter),
    "manual_receipt": ("window", DESK, registration),
    "manual_centre": ("window", DESK, house),
}
