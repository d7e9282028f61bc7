"""An owners' meeting from draft to result sheet; the committee it elects, late with its filing, until its end."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from governance.kernel.days import today
from grids.models import BodyPost
from tests.browser.screens import PHONE
from tests.factories.body_posts import make_post
from tests.factories.grids import make_compound

pytestmark = pytest.mark.browser
VOTES = {"人数": ("500", "400", "80", "20"), "面积": ("50000", "40000", "8000", "2000")}


@pytest.fixture
def compound(small_city):
    """A compound without a committee, whose branch secretary will be elected."""
    compound = make_compound(small_city.own["grid"], name="玺悦小区")
    make_post(compound, "branch", title="书记", name="欧阳修远", phone="13800138000")
    return compound


def ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


def prepare(page) -> None:
    page.get_by_role("link", name="登记业主大会").click()
    page.get_by_label("会议名称").fill("首次业主大会")
    page.get_by_label("会议类型").select_option("first")
    page.get_by_label("开会日期").fill(ago(60))
    page.get_by_label("业主总人数").fill("600")
    page.get_by_label("专有部分总面积（平方米）").fill("60000")
    page.get_by_role("button", name="登记业主大会").click()
    page.get_by_text("还没有表决事项").wait_for()
    page.get_by_role("link", name="添加表决事项").click()
    page.get_by_label("事项类别").select_option("3")
    page.get_by_label("表决内容").fill("选举第一届业主委员会委员")
    page.get_by_role("button", name="添加表决事项").click()


def give_notice(page) -> None:
    """Fourteen days before is too late, and said so."""
    page.get_by_role("link", name="登记会议通知").click()
    for days in (74, 80):
        page.get_by_label("通知日期").fill(ago(days))
        page.get_by_label("告知居委会日期").fill(ago(80))
        page.get_by_role("button", name="登记会议通知").click()
        if days == 74:
            page.get_by_role("alert").get_by_text("15 日").first.wait_for()
            page.complaints.clear()
    page.get_by_text("已办理登记会议通知").wait_for()


def count(page) -> None:
    page.get_by_role("link", name="登记计票").click()
    for measure, figures in VOTES.items():
        for side, figure in zip(("参与", "同意", "反对", "弃权"), figures, strict=True):
            page.get_by_label(f"{side}{measure}").fill(figure)
    page.get_by_role("button", name="登记计票").click()
    page.get_by_role("link", name="登记结果公布").click()
    page.get_by_label("结果公布日期").fill(ago(58))
    page.get_by_role("button", name="登记结果公布").click()
    page.get_by_text("已办理登记结果公布").wait_for()


def sheet_of(page) -> str:
    with page.expect_download() as coming:
        page.get_by_role("link", name="下载结果表（Word）").click()
    sheet = Document(BytesIO(Path(coming.value.path()).read_bytes()))
    cells = (cell.text for table in sheet.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in sheet.paragraphs), *cells])


def form_committee(page) -> None:
    page.get_by_role("link", name="登记业委会、物管会").click()
    page.get_by_label("类型").select_option("owners")
    page.get_by_label("产生日期").fill(ago(57))
    page.get_by_label("选举它的业主大会").select_option(index=1)
    page.get_by_label("委员人数").fill("5")
    page.get_by_role("button", name="登记业委会、物管会").click()
    page.get_by_role("link", name="委员、备案和任期").click()


def seat(page, name: str, phone: str, title: str) -> None:
    page.get_by_role("link", name="登记委员").click()
    page.get_by_label("姓名").fill(name)
    page.get_by_label("电话").fill(phone)
    page.get_by_label("职务").select_option(title)
    page.get_by_label("任职日期").fill(ago(57))
    page.get_by_role("button", name="登记委员").click()
    page.get_by_text("已办理登记委员").wait_for()


def file(page) -> None:
    """From the list of those late with it."""
    page.get_by_role("link", name="物业").first.click()
    page.get_by_role("link", name="业委会、物管会", exact=True).click()
    page.get_by_role("link", name="备案超期").click()
    page.get_by_role("link", name="玺悦小区 · 业主委员会").click()
    page.get_by_text("已经超期").wait_for()
    page.get_by_role("link", name="登记备案").click()
    page.get_by_label("备案号").fill("备2026-7")
    page.get_by_role("button", name="登记备案").click()
    page.get_by_text("已办理登记备案").wait_for()
    assert page.get_by_text("已经超期").count() == 0


def dissolve(page) -> None:
    page.get_by_role("link", name="解散").click()
    page.get_by_label("结束日期").fill(ago(0))
    page.get_by_label("原因").fill("提前换届")
    page.get_by_role("button", name="解散业委会、物管会").click()
    page.get_by_text("相关的交叉任职也随之结束").wait_for()


def test_from_meeting_to_committee_and_its_end(open_page, enter, live_server, small_city, compound):
    home = f"{live_server.url}/property/compounds/{compound.pk}/"
    officer = enter(open_page(), small_city.people["property_officer"])
    officer.goto(home)
    prepare(officer)
    give_notice(officer)
    count(officer)
    text = sheet_of(officer)
    assert ("首次业主大会" in text, "500" in text, "50,000.00" in text, "通过" in text) == (True,) * 4

    officer.goto(home)
    form_committee(officer)
    committee = officer.url
    seat(officer, "欧阳修远", "138-0013-8000", "chair")
    seat(officer, "马秀兰", "13900139000", "deputy")
    assert officer.locator(".rows .state.ok").inner_text() == "交叉任职"
    file(officer)

    community = enter(open_page(**PHONE), small_city.people["community_secretary"])
    community.goto(f"{live_server.url}/grids/bodies/?crossing=true")
    assert community.locator("[data-row]").count() == 2

    officer.goto(committee)
    dissolve(officer)
    community.goto(f"{live_server.url}/dispatch/notices/")
    community.get_by_text("本小区已没有交叉任职").first.wait_for()
    assert BodyPost.objects.filter(body="committee", valid__contains=today()).count() == 0
    assert [page.complaints for page in (officer, community)] == [[], []]
