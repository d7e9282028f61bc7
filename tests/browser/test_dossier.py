"""The dossier at the desk: papers made and opened, a signed page brought back, the number given, all complete."""

import io
import re

import pytest
from docx import Document

from disputes.models import FiledPaper
from tests.browser.screens import DESK, OVERFLOWING, PHONE
from tests.factories.disputes import make_agreement, make_follow_up, make_session
from tests.factories.files import picture_upload
from tests.factories.papers import make_case_for_papers, make_committee

pytestmark = pytest.mark.browser
SIGNED_PAPERS = ("受理登记表", "权利义务告知书", "当事人身份证明", "调解记录", "回访记录")


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def case(small_city):
    """A case settled in writing and closed, in the street office of the small city's mediator."""
    township = small_city.people["mediator"].live_holdings[0].area
    make_committee(township, short_word="凤凰北街")
    dispute = make_case_for_papers(township, "closed", outcome="resolved")
    make_session(dispute, place="第一调解室", record="逐项核对账目。")
    make_agreement(dispute, content="被申请人一次付清工资。", amount_cents=1_005_007)
    make_follow_up(dispute)
    return dispute


def opened(download) -> Document:
    with open(download.path(), "rb") as file:
        return Document(io.BytesIO(file.read()))


def words_of(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def desk(open_page, enter, small_city, request):
    page = open_page(java_script_enabled=request.param, accept_downloads=True, **DESK)
    return enter(page, small_city.people["mediator"])


def test_a_dossier_is_made_signed_and_completed(desk, case, live_server):
    desk.goto(f"{live_server.url}/disputes/{case.case.number}/")
    desk.get_by_role("link", name="文书和卷宗").click()
    desk.get_by_role("heading", name="这件纠纷要有的文书").wait_for()

    with desk.expect_download() as clear:
        desk.get_by_role("button", name="制作调解协议书").click()
    document = opened(clear.value)
    assert clear.value.suggested_filename == f"{case.case.number}_调解协议书.docx"
    assert "马小虎1" in words_of(document) and "壹万零伍拾元零柒分" in words_of(document)
    assert round(document.sections[0].top_margin.mm) == 37
    with desk.expect_download() as masked:
        desk.get_by_role("link", name="下载调解协议书脱敏件").click()
    assert "马小虎1" not in words_of(opened(masked.value))

    line = desk.locator("#paper-agreement")
    line.locator("summary").click()
    picture = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_upload(300, 400).read()}
    line.get_by_label("签字页照片").set_input_files([picture, picture])
    line.get_by_role("button", name="存入卷宗").click()
    desk.get_by_text("“调解协议书”的签字页已存入卷宗，现有 2 页。").wait_for()
    for name in SIGNED_PAPERS:
        line = desk.get_by_role("listitem").filter(has=desk.get_by_text(name, exact=True))
        line.locator("summary").click()
        line.get_by_role("button", name="纸质原件已入卷").click()
        desk.get_by_text(f"“{name}”已记为纸质原件入卷。").wait_for()
    desk.get_by_role("button", name="立卷编号").click()
    desk.get_by_text("卷宗齐全").first.wait_for()

    assert desk.locator("dd.number").inner_text().endswith("凤凰北街人调字第1号")
    assert FiledPaper.objects.get(kind="agreement").pages.count() == 2
    with desk.expect_download() as pack:
        desk.get_by_role("button", name="打包签署用").click()
    assert pack.value.suggested_filename == f"{case.case.number}.zip"
    assert desk.evaluate(OVERFLOWING) == []
    assert desk.complaints == []


def test_the_dossier_fits_a_phone(open_page, enter, small_city, case, live_server):
    page = enter(open_page(**PHONE), small_city.people["mediator"])
    page.goto(f"{live_server.url}/disputes/{case.case.number}/dossier/")
    page.locator("#paper-agreement summary").tap()
    page.get_by_role("button", name="存入卷宗").first.wait_for()
    assert page.evaluate(OVERFLOWING) == []
    assert page.complaints == []


def test_a_template_is_tried_out_before_it_is_used(open_page, enter, small_city, live_server, tmp_path):
    page = enter(open_page(accept_downloads=True, **DESK), small_city.people["centre_supervisor"])
    page.goto(f"{live_server.url}/disputes/templates/agreement/")
    with page.expect_download() as sent:
        page.get_by_role("link", name="下载模板").click()
    document = opened(sent.value)
    document.paragraphs[0].runs[0].text = "{{ 密码 }}"
    document.save(tmp_path / "bad.docx")
    document.paragraphs[0].runs[0].text = "人民调解协议书"
    document.save(tmp_path / "good.docx")

    page.get_by_label("模板文件").set_input_files(tmp_path / "bad.docx")
    page.get_by_role("button", name="试填并启用").click()
    page.get_by_text(re.compile("第 1 段（{{ 密码 }}）：没有叫“密码”的字段")).wait_for()
    page.goto(f"{live_server.url}/disputes/templates/agreement/")
    page.get_by_label("模板文件").set_input_files(tmp_path / "good.docx")
    page.get_by_role("button", name="试填并启用").click()
    page.get_by_text("“调解协议书”第 1 版已启用").wait_for()
    assert page.evaluate(OVERFLOWING) == []
