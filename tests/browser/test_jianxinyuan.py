"""建欣苑: three buildings, 116 homes, papers missing, the builder gone; from the ledger to the deed in every hand."""

import re

import pytest

from deeds.models import DeedProject, Home
from deeds.states import HomeState
from governance.kernel.days import today
from tests.factories.backlog import make_entitled

pytestmark = pytest.mark.browser
HOMES = {"1": 40, "2": 40, "3": 36}
OBSTACLES = [
    ("C3", "自然资源局", "appraisal"),
    ("C4", "住房和城乡建设局", "conditional"),
    ("C5", "属地街道办事处", "designated"),
    ("C8", "市质量监督站", "commitment"),
]
NEXT_YEAR = f"{today().year + 1}-06-30"


def fill(page, button: str, **fields) -> None:
    """The fields of a verb's page by their labels, then its button."""
    for label, value in fields.items():
        field = page.get_by_label(re.compile(f"^{re.escape(label)}"))
        if field.evaluate("box => box.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_role("button", name=button, exact=True).click()


def step(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    page.get_by_text("现在是").wait_for()


def list_project(page, community) -> DeedProject:
    page.get_by_role("link", name="办证难项目").click()
    page.get_by_role("link", name="登记项目").click()
    told = {"所属社区（村）": community.code, "项目": "建欣苑", "开发单位": "（原建设企业，已注销）"}
    fill(page, "登记项目", 最后一栋竣工日期="2003-10-01", **told)
    page.get_by_text("已办理登记项目").wait_for()
    return DeedProject.objects.get(name="建欣苑")


def add_buildings(page, project) -> None:
    for number in HOMES:
        page.get_by_role("link", name="登记楼栋").click()
        fill(page, "登记楼栋", 楼号=number, 竣工日期="2003-10-01")
        page.get_by_text("已办理登记楼栋").wait_for()
    homes = [
        Home(project=project, building=building, unit="1", room=f"{n + 101}")
        for building, count in HOMES.items()
        for n in range(count)
    ]
    for home in homes:
        home.place_in(project.area)
    Home.objects.bulk_create(homes)
    make_entitled(homes[0])


def add_obstacles(page) -> None:
    for cause, office, instrument in OBSTACLES:
        page.locator("summary", has_text="登记堵点").click()
        page.locator("select[name=cause]").select_option(cause)
        fill(page, "登记", 责任单位=office, 办法=instrument, 办结期限=NEXT_YEAR)
        page.get_by_text("已登记堵点").wait_for()


def write_plan(page) -> None:
    page.get_by_role("link", name="编写方案").click()
    page.get_by_label("专班").fill("自然资源局\n住房和城乡建设局")
    page.get_by_label("工作方案").fill("鉴定补验，政府指定单位代为申请首次登记。")
    fill(
        page, "编写方案", 牵头单位="自然资源局", 批准文号="会议纪要〔2026〕8号", 批准日期="2026-01-20",
        **{"包抓领导（职务）": "区政府副区长", "对外答复口径": "正在补办手续，办好后逐户通知。"},
    )  # fmt: skip
    page.get_by_text("已办理编写方案").wait_for()


def clear_obstacles(page) -> None:
    """One is raised first; each closes on its document, and none without."""
    for number in range(len(OBSTACLES)):
        page.get_by_role("link", name="销号或提级").first.click()
        if number == 0:
            page.get_by_role("link", name="提级协调").click()
            fill(page, "提级协调", 提级到="市处置办证难工作专班", 提级理由="规划资料两家单位都没有")
            page.get_by_text("已办理提级协调").wait_for()
            page.get_by_role("button", name="销号", exact=True).click()
            page.get_by_text("销号要有依据").first.wait_for()
        page.get_by_label("销号依据").fill(f"会议纪要〔2026〕{number + 9}号")
        page.get_by_role("button", name="销号", exact=True).click()
        page.get_by_text("已销号").first.wait_for()


def press(page, name: str, reason: str) -> None:
    """All homes shown, at one press."""
    page.get_by_label("本次查看的全部").check()
    page.locator("#homes-step").select_option(label=name)
    page.locator("#homes-note").fill(reason)
    page.get_by_role("button", name="办理所选").click()
    page.get_by_text(f"套办理「{name}」").wait_for()


@pytest.mark.django_db(transaction=True)
def test_jianxinyuan_from_the_ledger_to_every_deed(page_desk, enter, live_server, small_city):
    page = enter(page_desk, small_city.people["deeds_officer"])
    page.goto(f"{live_server.url}/deeds/board/")
    project = list_project(page, small_city.areas["990101001001"])
    add_buildings(page, project)
    page.reload()
    add_obstacles(page)
    write_plan(page)
    for name in ("完成摸底", "完成会诊", "批准一项目一策", "开始攻坚"):
        step(page, name)
    clear_obstacles(page)
    step(page, "完成首次登记")

    page.get_by_role("link", name="逐户办理").click()
    for name in ("通知住户", "受理", "税费缴清或承诺", "登簿", "发证"):
        press(page, name, "移动办公桌进小区，集中办理")

    assert project.homes.filter(state=HomeState.ISSUED, issued_on=today()).count() == 116
    page.goto(f"{live_server.url}/deeds/board/?which=solved")
    page.get_by_role("link", name="建欣苑").wait_for()
    assert page.get_by_text("已销号").count() >= len(OBSTACLES)
    assert (
        len(page.complaints) == 1 and "400 (Bad Request)" in page.complaints[0]
    )  # closing without a document
