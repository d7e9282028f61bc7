"""Four hundred households: a bad list, the good one; told, 200 paid, 100 signed anew; the figures right."""

import json
import re

import pytest

from disputes.models import Series
from tests.factories.disputes import make_dispute
from tests.factories.tables import ledger, work_off

pytestmark = pytest.mark.browser
HOUSEHOLDS = 400


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(page_desk, enter, small_city):
    return enter(page_desk, small_city.people["street_dispatcher"])


def households(number: int) -> list[dict]:
    return [
        {
            "household": f"{n // 40 + 1}队{n % 40 + 1:02d}户",
            "name": f"农户{n}",
            "phone": f"139{n:08d}",
            "due_cents": 1200,
        }
        for n in range(number)
    ]


def send(page, rows: list[dict]) -> None:
    page.get_by_role("link", name="导入各户名单").click()
    page.get_by_label("文件").set_input_files(
        {"name": "各户名单.xlsx", "mimeType": "", "buffer": ledger("series_households", rows)}
    )
    page.get_by_role("button", name="上传并检查").click()
    page.get_by_text("已收到").wait_for()
    work_off()


def take(page, step: str, note: str) -> None:
    page.locator("#series-step").select_option(step)
    page.locator("#series-note").fill(note)
    with page.expect_navigation():  # the page before may say the same of other households
        page.get_by_role("button", name="办理所选").click()
    page.get_by_text(re.compile("已为 .+ 户记下")).wait_for()


def tick(page, first: int, last: int) -> None:
    """The boxes of a range of rows, as fast as a script ticks them."""
    page.evaluate(
        """([first, last]) => {
          const boxes = document.querySelectorAll("input[name=rows]");
          for (let n = first; n < last; n++) boxes[n].checked = true;
          boxes[first].dispatchEvent(new Event("change", {bubbles: true}));
        }""",
        [first, last],
    )


def test_four_hundred_households(desk, live_server, small_city):
    lead = make_dispute(small_city.areas["990101001001001"], title="土地租赁合同纠纷")
    desk.goto(f"{live_server.url}/disputes/{lead.case.number}/")
    desk.get_by_role("link", name="系列案立项").click()
    desk.get_by_label("名称").fill("农牧场土地租赁费系列案")
    desk.get_by_label("对方当事人").fill("某农牧场")
    desk.get_by_label("协议模板").fill("{姓名}应于{期限}前向{对方}付清租赁费{金额}元。")
    desk.get_by_role("button", name="立项").click()
    desk.get_by_text("已立项").wait_for()
    series = Series.objects.get(title="农牧场土地租赁费系列案")
    home = f"{live_server.url}/disputes/series/{series.pk}/"

    send(desk, [*households(3), households(1)[0]])
    desk.get_by_role("heading", name="错误的行").wait_for()
    desk.get_by_text("与第 2 行重复").wait_for()
    assert series.members.count() == 0

    desk.goto(home)
    send(desk, households(HOUSEHOLDS))
    desk.get_by_role("button", name=f"导入 {HOUSEHOLDS} 行").click()
    work_off()
    desk.get_by_role("link", name="查看名册").click()
    desk.get_by_text("400 户还没有告知").wait_for()

    desk.get_by_label("本次查看的全部 400 户").check()
    take(desk, "inform", "巡回法官到社区释法，逐户告知")
    tick(desk, 0, 200)
    desk.get_by_text("已选 200 户").wait_for()
    take(desk, "pay", "农牧场财务到账流水")
    tick(desk, 200, 300)
    take(desk, "resign", "到期续签合同")

    desk.get_by_text("300 / 400 户").wait_for()
    desk.get_by_text("240,000 / 480,000 元").wait_for()
    assert [desk.locator(".series-state strong").nth(n).inner_text() for n in (0, 1, 3, 4)] == [
        "400 户", "100 户", "200 户", "100 户",
    ]  # fmt: skip
    desk.goto(f"{live_server.url}/disputes/series/")
    desk.get_by_text("已解决 300 / 400 户").wait_for()
    answer = desk.request.get(f"{live_server.url}/api/v1/series/{series.pk}/")
    told = json.loads(answer.body())
    assert (told["households"], told["settled"], told["paid_cents"]) == (400, 300, 24_000_000)
    assert told["states"]["resigned"]["households"] == 100

    desk.goto(f"{home}?state=informed")
    desk.get_by_label("本次查看的全部 100 户").check()
    with desk.expect_download() as fetched:
        desk.get_by_role("button", name="下载协议书").click()
    assert fetched.value.suggested_filename == "农牧场土地租赁费系列案-协议书100份.docx"
    assert desk.complaints == []
