"""Take the pictures of docs/screenshots from a running demo portal, with its demo log-ins.

python docs/take_screenshots.py http://127.0.0.1:8000 [names …]
"""

import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402 — after the path and settings are set
from playwright.sync_api import Page, sync_playwright  # noqa: E402 — as above

django.setup()

from demo.posts import PASSWORD  # noqa: E402 — needs Django set up

FOLDER = ROOT / "docs" / "screenshots"
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK = {"viewport": {"width": 1366, "height": 768}}
WALL = {"viewport": {"width": 1920, "height": 1080}}
BOARD = {"viewport": {"width": 1920, "height": 960}}


def receipt(page: Page) -> None:
    """Log a visit with a need at the first door of the day."""
    page.goto("/grids/today/")
    page.get_by_role("link", name="其他情况").first.tap()
    page.get_by_role("link", name="有需求").tap()
    page.get_by_role("radio", name="维修", exact=True).tap()
    page.get_by_role("checkbox").first.tap()
    page.get_by_role("button", name="确认登记").tap()
    page.wait_for_selector("[role=status]")


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


def grid(page: Page) -> None:
    page.goto("/grids/list/")
    page.locator("[data-row] a").first.click()


def cycle(page: Page) -> None:
    page.goto("/dispatch/cycles/")
    page.locator("[data-row] a").first.click()


def review(page: Page) -> None:
    """This week's meeting of the county, not yet issued."""
    page.goto("/dispatch/cycles/?state=open&kind=weekly")
    page.locator("[data-row] a").first.click()


def review_wall(page: Page) -> None:
    review(page)
    page.get_by_role("link", name="大屏").click()


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


def need(page: Page) -> None:
    page.goto("/grids/today/")
    page.get_by_role("link", name="其他情况").first.tap()
    page.get_by_role("link", name="有需求").tap()


def first_of(path: str):
    """The page behind the first line of a list."""

    def open_first(page: Page) -> None:
        page.goto(path)
        page.locator("[data-row] a, article a, .card a").first.click()

    return open_first


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


def verification(page: Page) -> None:
    """The story of the farm title, down to what was measured on the spot."""
    story(page)
    page.get_by_role("heading", name="联合核实").first.scroll_into_view_if_needed()


def story(page: Page) -> None:
    page.goto("/grids/events/?q=1.6")
    page.locator("[data-row] a").first.click()


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


def jianxinyuan(way: str = ""):
    """The project of three buildings and 116 homes, or a page below it."""

    def open_project(page: Page) -> None:
        page.goto("/deeds/projects/?q=建欣苑")
        page.locator("[data-row] a").first.click()
        if way:
            page.get_by_role("link", name=way).click()

    return open_project


def overseen(page: Page) -> None:
    """A dispute under supervision."""
    page.goto("/cases/supervisions/?state=open&grade=1")
    page.locator("[data-rows] a").first.click()
    page.locator("main a[href*='/disputes/']").first.click()
    page.get_by_role("heading", name="研判和督办").scroll_into_view_if_needed()
    page.mouse.wheel(0, 260)


# Name of the picture → (account, screen, page or way to it).
PICTURES = {
    "manual_dossier": ("dispatcher", DESK, dossier),
    "manual_paper_template": ("supervisor", DESK, "/disputes/templates/agreement/"),
    "centre_case": ("supervisor", DESK, overseen),
    "centre_supervisions": ("supervisor", DESK, "/cases/supervisions/"),
    "centre_rules": ("supervisor", DESK, "/cases/rules/dispute-four-levels/"),
    "login": ("", DESK, "/"),
    "today": ("worker", PHONE, "/grids/today/"),
    "receipt": ("worker", PHONE, receipt),
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
    "board": ("city", BOARD, "/board/"),
    "wall": ("county", WALL, "/board/?wall=1"),
    "explain": ("city", DESK, "/board/explain/disputes.resolution_rate/"),
    "grid": ("secretary", DESK, grid),
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
    "manual_posts": ("secretary", DESK, "/grids/bodies/?crossing=true"),
    "property": ("property", DESK, "/property/compounds/"),
    "manual_property_board": ("property", DESK, "/property/board/"),
    "manual_property_rates": ("property", DESK, "/property/rates/?against=2021-12-31"),
    "manual_compound": ("secretary", DESK, managed_compound),
    "manual_projects": ("property", DESK, "/property/projects/?ending_within=90"),
    "manual_company": ("property", DESK, company),
    "manual_meeting": ("property", DESK, meeting),
    "manual_tally": ("property", DESK, tally),
    "manual_committee": ("property", DESK, committee),
    "manual_housing_works": ("deeds", DESK, housing()),
    "manual_housing_money": ("deeds", DESK, housing("资金、风险与交付")),
    "manual_housing_buyers": ("deeds", DESK, housing("购房人")),
    "manual_housing_wall": ("deeds", WALL, "/deeds/housing/wall/6401/"),
    "manual_desk": ("deeds", PHONE, desk),
    "deeds": ("deeds", DESK, "/deeds/projects/"),
    "manual_deed_board": ("deeds", DESK, "/deeds/board/"),
    "manual_deed_project": ("deeds", DESK, jianxinyuan()),
    "manual_deed_homes": ("deeds", DESK, jianxinyuan("逐户办理")),
    "dispatch": ("county", DESK, cycle),
    "manual_review": ("county", DESK, review),
    "manual_review_wall": ("county", WALL, review_wall),
    "manual_review_tasks": ("county", DESK, "/dispatch/actions/?pending=true"),
    "manual_review_schedules": ("sysadmin", DESK, "/dispatch/schedules/"),
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
    "manual_series": ("helanshan", DESK, series()),
    "manual_series_household": ("helanshan", DESK, series("household")),
    "manual_series_import": ("helanshan", DESK, series("导入各户名单")),
    "manual_place": ("secretary", PHONE, place),
    "manual_report": ("secretary", PHONE, report_here),
    "manual_counter": ("window", DESK, counter),
    "manual_receipt": ("window", DESK, registration),
    "manual_centre": ("window", DESK, house),
    "manual_progress": ("hongguang", PHONE, progress),
    "manual_programme": ("property", DESK, programme),
    "manual_programme_item": ("county", DESK, programme_item),
    "manual_regulations": ("property", DESK, "/property/regulations/"),
    "manual_score_sheet": ("property", DESK, first_of("/property/score-sheets/")),
    "manual_round": ("property", DESK, first_of("/property/rounds/")),
    "manual_score_form": ("secretary", PHONE, score_form),
    "manual_rectification": ("property", DESK, first_of("/property/rectifications/")),
}


def log_in(page: Page, account: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("账号").fill(account)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda url: "/login/" not in url)


def take(browser, address: str, name: str) -> None:
    account, screen, way = PICTURES[name]
    context = browser.new_context(base_url=address, locale="zh-CN", timezone_id="Asia/Shanghai", **screen)
    page = context.new_page()
    if account:
        log_in(page, account)
    page.goto(way) if isinstance(way, str) else way(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    print(f"{name:10} {(FOLDER / f'{name}.png').stat().st_size // 1024:5} KB  {page.url}")
    context.close()


def main(address: str, *names: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--lang=zh-CN"],
            env={**os.environ, "LANGUAGE": "zh_CN"},
        )
        for name in names or PICTURES:
            take(browser, address, name)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
