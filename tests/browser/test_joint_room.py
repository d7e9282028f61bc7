"""Twelve workers and their employer at one table: heard, agreed, signed, paid, each with a result, all on paper."""

import io
import zipfile
from datetime import timedelta

import pytest
from docx import Document

from disputes.models import Dispute
from disputes.papers.wording import in_capitals
from governance.kernel.days import today
from tests.browser.screens import DESK, OVERFLOWING, PHONE
from tests.factories.disputes import make_category
from tests.factories.files import picture_upload
from tests.factories.papers import make_committee
from tests.factories.people import make_user

pytestmark = pytest.mark.browser
ORGANS = ("劳动人事争议仲裁院", "人民法院", "总工会")
WORKERS = 12
LINES = "\n".join(f"工友{chr(0x4E00 + n)} 1380013{n:04d} {20_000 + n * 100}" for n in range(WORKERS))
CLAIMED = sum(20_000 + n * 100 for n in range(WORKERS))


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def organs(small_city):
    """Three handlers of the county, each in the seat of an organ of its own."""
    people = []
    for title in ORGANS:
        person = make_user("department_handler", small_city.own["county"], name=f"{title}的人")
        post = person.live_holdings[0].post
        post.title = title
        post.save()
        people.append(person)
    make_category("0701", "劳动合同、劳务派遣")
    return people


@pytest.fixture
def desk(open_page, enter):
    """`desk(user)`: a desk page of somebody logged in."""
    return lambda user: enter(open_page(**DESK), user)


def press(page, step: str, label: str, **choices):
    """Open a step of the case page, choose, send."""
    box = page.locator(f"#step-{step}")
    if box.locator("summary").count():
        box.locator("summary").first.click()
    for name, value in choices.items():
        box.get_by_label(name).fill(value)
    box.get_by_role("button", name=f"提交{label}").click()
    page.locator(".toast-note", has_text=label).wait_for()


def register(page, base: str, city) -> Dispute:
    page.goto(f"{base}/disputes/register/?area={city.own['county'].code}")
    page.get_by_label("名称", exact=True).first.fill("12 名劳动者追索拖欠工资")
    page.get_by_label("类别").select_option("0701")
    page.locator("#id_party-0-name").fill("某劳务公司")
    page.locator("#id_party-0-role").select_option("respondent")
    page.locator("#id_party-0-is_org").check()
    page.get_by_label("申请人名单").fill(LINES)
    page.get_by_role("button", name="登记", exact=True).click()
    page.locator(".toast-note", has_text="已登记").wait_for()
    return Dispute.objects.get(case__title="12 名劳动者追索拖欠工资")


def report(page, base: str, person, outcome: str):
    """The called office finds its order in its own list and reports."""
    page.goto(f"{base}/cases/orders/?box=in&waiting=true")
    page.get_by_role("link", name="吹哨 · 12 名劳动者追索拖欠工资").click()
    page.locator("#step-answer summary").click()
    box = page.locator("#step-answer")
    box.get_by_label("到场人").fill("代表一人")
    box.get_by_label("办理结果").fill(outcome)
    box.get_by_label("确需联办").check()
    box.get_by_role("button", name="提交答复").click()
    page.locator(".toast-note", has_text="工单已答复").wait_for()


def test_twelve_workers_at_one_table(desk, live_server, small_city, organs, open_page, enter):
    base, (arbiter, court, union) = live_server.url, organs
    window = desk(small_city.people["centre_window"])
    dispute = register(window, base, small_city)
    press(window, "accept", "受理")
    assert dispute.parties.filter(role="applicant").count() == WORKERS

    supervisor = desk(small_city.people["centre_supervisor"])
    supervisor.goto(f"{base}/disputes/{dispute.case.number}/")
    supervisor.locator("#step-assign summary").click()
    supervisor.get_by_label("承办岗位").select_option(label=f"{small_city.own['county'].name} {ORGANS[0]}")
    supervisor.get_by_role("button", name="提交分派").click()
    supervisor.locator(".toast-note", has_text="已分派").wait_for()

    lead = desk(arbiter)
    lead.goto(f"{base}/cases/{dispute.case.number}/orders/whistle/")
    lead.get_by_label(ORGANS[1]).check()
    lead.get_by_label(ORGANS[2]).check()
    lead.get_by_label("事由").fill("12 名劳动者在中心等候，请到场联调。")
    lead.get_by_role("button", name="吹哨").click()
    lead.locator(".toast-note", has_text="已发给").wait_for()
    lead.goto(f"{base}/disputes/{dispute.case.number}/")
    press(lead, "open_joint", "联调联处", 理由="三家一起调解")
    for person, words in ((court, "释明拖欠工资的法律后果。"), (union, "为 12 人提供法律援助。")):
        report(desk(person), base, person, words)

    keeper = make_user("mediator", small_city.own["county"])
    make_committee(small_city.own["county"], short_word="兴庆区")
    room = f"{base}/disputes/{dispute.case.number}/room/"
    give_tasks(lead, room)
    write_opinion(desk(court), room)
    choose_speakers(lead, room, dispute)
    hold_sitting(lead, base, dispute)
    agree(lead, room, dispute)
    sign_on_paper(desk(keeper), base, dispute)
    pay(lead, base, dispute)
    settle(lead, room)
    finish(desk(keeper), base, dispute)
    complete_dossier(desk(keeper), base, dispute)

    lead.goto(room)
    assert lead.evaluate(OVERFLOWING) == []
    phone = enter(open_page(**PHONE), arbiter)
    phone.goto(room)
    assert phone.evaluate(OVERFLOWING) == []
    assert lead.complaints == phone.complaints == []


def give_tasks(page, room: str):
    page.goto(room)
    for organ, task in ((ORGANS[1], "释明法律后果"), (ORGANS[2], "帮 12 人核对欠薪")):
        page.locator("summary", has_text="交办任务").click()
        option = page.locator("#id_task_organ option", has_text=organ).inner_text()
        page.locator("#id_task_organ").select_option(label=option)
        page.locator("#id_task_task").fill(task)
        page.locator("#id_task_due_on").fill(str(today()))
        page.get_by_role("button", name="交办任务").click()
        page.locator(".toast-note", has_text=task).wait_for()


def write_opinion(page, room: str):
    page.goto(room)
    page.locator("summary", has_text="写意见").click()
    page.get_by_label("意见", exact=True).fill("应当足额支付；逾期可以申请支付令。")
    page.get_by_label("任务已完成").check()
    page.get_by_role("button", name="提交意见").click()
    page.locator(".toast-note", has_text="意见已记入").wait_for()


def choose_speakers(page, room: str, dispute):
    first, second, *others = dispute.parties.filter(role="applicant")
    page.goto(f"{room}representatives/")
    for speaker in (first, second):
        page.locator(f"#id_party_{speaker.pk}").select_option("speaks")
    for worker in others:
        page.locator(f"#id_party_{worker.pk}").select_option(str(first.pk))
    page.get_by_role("button", name="保存").click()
    page.locator(".toast-note", has_text="代表人已登记").wait_for()


def hold_sitting(page, base: str, dispute):
    page.goto(f"{base}/disputes/{dispute.case.number}/sittings/")
    page.get_by_label("地点").fill("1 号调解室")
    for box in page.locator("input[name=parties], input[name=organs]").all():
        box.check()
    page.get_by_label("调解记录").fill("经三小时协商，公司同意 15 日内付清。")
    page.get_by_role("button", name="保存").click()
    page.locator(".toast-note", has_text="已登记一次调解").wait_for()


def agree(page, room: str, dispute):
    """One agreement with twelve amounts, taken over from the claims; thirteen signatures; concluded."""
    page.goto(f"{room}agreement/")
    page.get_by_label("协议内容").fill("公司 15 日内分别付清 12 名劳动者的工资。")
    page.get_by_label("付款期限").fill(str(today() + timedelta(days=15)))
    page.get_by_role("button", name="保存草稿").click()
    page.locator(".toast-note", has_text="协议草稿已保存").wait_for()
    page.goto(f"{room}signatures/")
    for box in page.locator("input[type=checkbox][name^=signed_]").all():
        box.check()
    page.get_by_role("button", name="保存").click()
    page.locator(".toast-note", has_text="签名情况已保存").wait_for()
    page.get_by_role("button", name="各方已签名，达成协议").click()
    page.locator(".toast-note", has_text="协议生效").wait_for()
    agreement = dispute.agreements.get()
    assert (agreement.amount_cents, agreement.obligations.count()) == (CLAIMED * 100, WORKERS)
    assert agreement.parties.filter(signed_on=today()).count() == WORKERS + 1


def pay(page, base: str, dispute):
    page.goto(f"{base}/disputes/{dispute.case.number}/")
    press(page, "start_performance", "开始履行")
    for _row in range(WORKERS):
        line = page.locator("#performance li", has=page.locator("summary", has_text="已履行")).first
        line.locator("summary", has_text="已履行").click()
        line.get_by_role("button", name="登记履行").click()
        page.locator(".toast-note", has_text="已登记履行").wait_for()
    press(page, "perform", "履行完毕")


def settle(page, room: str):
    """The page has worked out each one's result from what was paid."""
    page.goto(f"{room}results/")
    page.get_by_role("button", name="保存").click()
    page.locator(".toast-note", has_text="各方结果已登记").wait_for()
    assert page.get_by_text("已付清").count() == WORKERS


def finish(page, base: str, dispute):
    """The mediator of the county calls back and closes."""
    page.goto(f"{base}/disputes/{dispute.case.number}/")
    press(page, "follow_up", "回访")
    press(page, "close", "结案")
    case = Dispute.objects.get(pk=dispute.pk).case
    assert (case.state, case.outcome, case.is_joint) == ("closed", "resolved", True)
    results = dispute.parties.filter(role="applicant").values_list("settled_cents", "result")
    assert sum(cents for cents, _words in results) == CLAIMED * 100
    assert all("已付清" in words for _cents, words in results)


def sign_on_paper(page, base: str, dispute):
    """The agreement as a Word file for thirteen signatures: its page, its type, every name and amount."""
    page.goto(f"{base}/disputes/{dispute.case.number}/dossier/")
    with page.expect_download() as made:
        page.get_by_role("button", name="制作调解协议书").click()
    document = Document(str(made.value.path()))
    section = document.sections[0]
    assert [round(side.mm) for side in (section.top_margin, section.left_margin, section.right_margin)] == [
        37,
        28,
        26,
    ]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for party in dispute.parties.all():
        assert cells.count(party.name) >= 3  # who they are, what they get, where they sign
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "公司 15 日内分别付清 12 名劳动者的工资。" in words
    assert f"大写：{in_capitals(CLAIMED * 100)}" in words
    assert "{" not in words + "".join(cells)


def complete_dossier(page, base: str, dispute):
    """Signed pages come back, the number is given, every paper opens, nothing is lacking."""
    page.goto(f"{base}/disputes/{dispute.case.number}/dossier/")
    line = page.locator("#paper-agreement")
    line.locator("summary").click()
    picture = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_upload(300, 400).read()}
    line.get_by_label("签字页照片").set_input_files([picture] * 2)
    line.get_by_role("button", name="存入卷宗").click()
    page.locator(".toast-note", has_text="已存入卷宗").wait_for()
    while (lacking := page.locator("li[id^=paper-]", has=page.locator(".state.near"))).count():
        lacking.first.locator("summary").click()
        lacking.first.get_by_role("button", name="纸质原件已入卷").click()
        page.locator(".toast-note", has_text="已记为纸质原件入卷").wait_for()
    page.get_by_role("button", name="立卷编号").click()
    page.get_by_text("卷宗齐全").first.wait_for()
    with page.expect_download() as packed:
        page.get_by_role("button", name="打包签署用").click()
    with zipfile.ZipFile(packed.value.path()) as archive:
        papers = {name.split("_")[2]: Document(io.BytesIO(archive.read(name))) for name in archive.namelist()}
    assert {"卷宗封面.docx", "受理登记表.docx", "调解记录.docx", "履行凭证.docx", "回访记录.docx"} <= set(
        papers
    )
    cover = [
        cell.text for table in papers["卷宗封面.docx"].tables for row in table.rows for cell in row.cells
    ]
    assert any(text.endswith("兴庆区人调字第1号") for text in cover)
