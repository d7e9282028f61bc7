"""A quarter's assessment by four log-ins: opened, rated, objected to, put right, published, and seen by everybody."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from governance.kernel.days import today
from property.models import AssessmentRound
from tests.browser.screens import OVERFLOWING, PHONE
from tests.factories.assessment import make_score_preset

pytestmark = pytest.mark.browser
ITEM = "企业单独或联合建立党组织"


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def put_sheet_in_force(page) -> None:
    page.get_by_role("link", name="考核标准", exact=True).click()
    page.get_by_role("link", name="起草考核标准").click()
    page.get_by_label("标准名称").fill("2026 版季度考核标准")
    page.get_by_role("button", name="起草考核标准").click()
    page.get_by_role("button", name="开始执行").click()
    page.get_by_text("现在是：执行中").wait_for()


def hand_down(page, rater: str, area) -> None:
    page.get_by_role("link", name="物业考核", exact=True).first.click()
    page.get_by_role("link", name="考核授权", exact=True).click()
    page.get_by_role("link", name="下放考核权").click()
    page.get_by_label("评分方").select_option(rater)
    page.get_by_label("授权给").select_option(str(area.pk))
    page.get_by_label("授权文号").fill("住建〔2026〕1号")
    page.get_by_role("button", name="下放考核权").click()
    page.get_by_text("已办理下放考核权").wait_for()


def open_round(page) -> str:
    page.get_by_role("link", name="考核轮次", exact=True).first.click()
    page.get_by_role("link", name="建立考核轮次").click()
    page.get_by_label("打分截止").fill((today() + timedelta(days=7)).isoformat())
    page.get_by_role("button", name="建立考核轮次").click()
    page.get_by_role("button", name="开始打分").click()
    page.get_by_text("评分进度").wait_for()
    return page.url


def rate(page, name: str, *, less: bool = False) -> None:
    page.get_by_role("link", name=f"以{name}身份评分").click()
    if less:
        page.get_by_label(ITEM).first.fill("2")
        page.get_by_text("扣分理由和照片").first.click()
        page.get_by_label("扣分理由").first.fill("活动记录缺两次")
    page.get_by_role("button", name="提交评分").click()
    page.get_by_text("已办理提交评分").wait_for()


def count_slips(page) -> None:
    page.get_by_role("link", name="登记业主评议").click()
    for label, count in (("满意票数", 60), ("基本满意票数", 30), ("不满意票数", 10)):
        page.get_by_label(label, exact=True).fill(str(count))
    page.get_by_role("button", name="登记业主评议").click()
    page.get_by_text("84.00").wait_for()


def object_to(page) -> None:
    page.get_by_role("link", name="登记申诉").click()
    page.get_by_label("对哪一项").select_option(index=1)
    page.get_by_label("申诉内容").fill("记录在另一本台账，已补交")
    page.get_by_label("企业递交人职务").fill("项目经理")
    page.get_by_role("button", name="登记申诉").click()
    page.get_by_text("待裁定").wait_for()


def decide(page) -> None:
    page.get_by_role("link", name="裁定", exact=True).click()
    page.get_by_label("部分成立", exact=True).check()
    page.get_by_label("裁定得分").fill("3")
    page.get_by_label("裁定理由").fill("补交一次属实")
    page.get_by_role("button", name="裁定申诉").click()
    page.get_by_text("改为 3 分。").wait_for()


def paper_of(page) -> Document:
    with page.expect_download() as coming:
        page.get_by_role("link", name="结果名单（Word）").click()
    return Document(BytesIO(Path(coming.value.path()).read_bytes()))


def test_a_quarter_from_the_sheet_to_the_published_result(open_page, enter, live_server, small_city):
    make_score_preset()
    home = live_server.url
    officer = enter(open_page(), small_city.people["property_officer"])
    officer.goto(f"{home}/property/rounds/")
    put_sheet_in_force(officer)
    for rater, level in (("community", "community"), ("owners", "community"), ("street", "township")):
        hand_down(officer, rater, small_city.own[level])
    board = open_round(officer)

    community = enter(open_page(**PHONE), small_city.people["community_secretary"])
    community.goto(f"{home}/property/assessments/")
    community.get_by_role("link", name="幸福小区").click()
    project = community.url
    rate(community, "社区", less=True)
    assert community.evaluate(OVERFLOWING) == []
    count_slips(community)

    street = enter(open_page(), small_city.people["street_dispatcher"])
    street.goto(project)
    rate(street, "镇街")

    officer.goto(project)
    rate(officer, "住建部门")
    officer.goto(board)
    officer.get_by_role("button", name="结束打分，公示初评").click()
    officer.get_by_text("现在是：公示申诉中").wait_for()

    street.goto(project)
    object_to(street)
    officer.goto(project)
    decide(officer)
    officer.get_by_role("button", name="下达整改通知").click()
    officer.get_by_text("已下达 1 份整改通知。").wait_for()

    street.goto(f"{home}/cases/")
    street.get_by_role("link", name="物业整改：幸福小区 党建引领").click()
    street.get_by_label("整改情况").fill("两次活动已补记，台账合并")
    street.get_by_role("button", name="提交登记整改答复").click()
    street.get_by_text("现在是“待核查”").wait_for()
    officer.goto(street.url)
    officer.get_by_role("button", name="提交核查到位").click()
    officer.get_by_text("现在是“整改到位”").wait_for()

    AssessmentRound.objects.update(appeal_to=today() - timedelta(days=1))  # the window passes
    officer.goto(board)
    officer.get_by_role("button", name="公布结果").click()
    officer.get_by_text("现在是：已公布").wait_for()
    assert officer.get_by_text("A 级 1 个").is_visible()
    cells = [cell.text for row in paper_of(officer).tables[0].rows for cell in row.cells]
    assert "98.00" in cells  # 99·40 + 100·30 + 100·20 + 84·10

    figures = enter(open_page(), small_city.people["county_official"])
    for key, value in (("assessment.average", "98"), ("assessment.rectified_share", "100")):
        figures.goto(f"{home}/board/explain/{key}/")
        assert value in figures.locator("main").inner_text()
    everybody = open_page(**PHONE)
    everybody.goto(f"{home}/p/property/")
    everybody.get_by_role("link", name="第").first.click()
    everybody.get_by_text("98.00 分，A 级").wait_for()
    assert everybody.evaluate(OVERFLOWING) == []
    pages = (officer, community, street, figures, everybody)
    assert [page.complaints for page in pages] == [[]] * 5
