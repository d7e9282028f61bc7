"""A worker's rounds, the community's desk, what residents see."""

import re

from playwright.sync_api import Page

from docs.pictures.screens import DESK, PHONE, first_of


def receipt(page: Page) -> None:
    """Log a visit with a need at the first door of the day."""
    page.goto("/grids/today/")
    page.get_by_role("link", name="其他情况").first.tap()
    page.get_by_role("link", name="有需求").tap()
    page.get_by_role("radio", name="维修", exact=True).tap()
    page.get_by_role("checkbox").first.tap()
    page.get_by_role("button", name="确认登记").tap()
    page.wait_for_selector("[role=status]")


def grid(page: Page) -> None:
    page.goto("/grids/list/")
    page.locator("[data-row] a").first.click()


def need(page: Page) -> None:
    page.goto("/grids/today/")
    page.get_by_role("link", name="其他情况").first.tap()
    page.get_by_role("link", name="有需求").tap()


def verification(page: Page) -> None:
    """The story of the farm title, down to what was measured on the spot."""
    story(page)
    page.get_by_role("heading", name="联合核实").first.scroll_into_view_if_needed()


def story(page: Page) -> None:
    page.goto("/grids/events/?q=1.6")
    page.locator("[data-row] a").first.click()


def without_network(page: Page) -> None:
    """A visit written down without a network waits in the phone."""
    page.goto("/grids/today/")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.get_by_role("link", name="正常").first.tap()
    page.get_by_role("button", name="确认登记").tap()
    page.get_by_text("1 条待发送").first.wait_for()


def event_report(page: Page) -> None:
    page.goto("/grids/events/report/")
    page.get_by_role("link", name="安全隐患").tap()


def poster(page: Page) -> None:
    page.goto("/grids/codes/")
    page.get_by_role("link", name="海报").first.click()


def place(page: Page) -> None:
    """The page behind the code of the first place that has one."""
    page.goto("/grids/codes/")
    page.goto(page.locator("a[href*='/p/']").first.get_attribute("href"))


def report_here(page: Page) -> None:
    place(page)
    page.get_by_role("link", name="上报").first.tap()


def progress(page: Page) -> None:
    """What the villager sees: the code, and the last digits of the number he left."""
    story(page)
    tail = re.search(r"\d{3}\*{4}(\d{4})", page.locator("main").inner_text())[1]
    page.goto("/p/progress/")
    page.get_by_label("查询码").fill("FARMTTLE6D")
    page.get_by_label("手机号后四位").fill(tail)
    page.get_by_role("button", name="查询").tap()
    page.get_by_role("heading", name="办理进度").wait_for()


ROSTER = """楼院代码,单元,房号,楼层,居住情况
640106005003001001,1,1901,19,自住
640106005003001001,1,1902,十九,自住
640106005003001001,1,1901,19,出租
640106005003999001,2,101,1,自住
640106005003001001,,1903,19,合租
"""


def checked_import(page: Page) -> None:
    """A roster with faults, brought in and checked."""
    page.goto("/files/imports/new/")
    page.get_by_label("名册").select_option(label="住户名册")
    file = {"name": "十九层住户.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="上传并检查").click()
    page.get_by_text("错误的行").first.wait_for()


PICTURES = {
    "today": ("worker", PHONE, "/grids/today/"),
    "receipt": ("worker", PHONE, receipt),
    "grid": ("secretary", DESK, grid),
    "manual_need": ("worker", PHONE, need),
    "manual_pocket": ("worker", PHONE, without_network),
    "manual_event_report": ("worker", PHONE, event_report),
    "manual_errand": ("worker", PHONE, first_of("/grids/errands/")),
    "manual_my_month": ("worker", PHONE, "/grids/my/month/"),
    "manual_triage": ("dispatcher", DESK, "/grids/events/triage/"),
    "manual_event": ("hongguang", DESK, story),
    "manual_verification": ("hongguang", DESK, verification),
    "manual_work_list": ("dispatcher", DESK, "/grids/events/list/"),
    "manual_suggestion": ("deputy", DESK, first_of("/grids/suggestions/")),
    "manual_community": ("secretary", DESK, "/grids/communities/"),
    "manual_handover": ("secretary", DESK, first_of("/account/handovers/")),
    "manual_import": ("secretary", DESK, checked_import),
    "manual_duplicates": ("secretary", DESK, "/grids/duplicates/"),
    "manual_poster": ("secretary", DESK, poster),
    "manual_campaign": ("secretary", DESK, first_of("/grids/visits/campaigns/")),
    "manual_place": ("secretary", PHONE, place),
    "manual_report": ("secretary", PHONE, report_here),
    "manual_progress": ("hongguang", PHONE, progress),
    "manual_posts": ("secretary", DESK, "/grids/bodies/?crossing=true"),
}
