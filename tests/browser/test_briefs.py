"""A brief from the issued minutes to a file: drawn up, edited, issued, fetched twice the same."""

import hashlib
from pathlib import Path

import pytest

from governance.dispatch.models import Brief
from tests.browser.screens import OVERFLOWING, PHONE
from tests.factories.dispatch_briefs import make_minuted

pytestmark = pytest.mark.browser


@pytest.fixture
def cycle(small_city):
    return make_minuted(small_city.own["county"])


def fetched(page, name: str) -> bytes:
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    return Path(waited.value.path()).read_bytes()


def test_a_brief_from_minutes_to_a_file_that_stays(
    page_desk, open_page, live_server, enter, small_city, cycle
):
    page = enter(page_desk, small_city.people["county_official"])
    page.goto(f"{live_server.url}/dispatch/cycles/{cycle.pk}/")
    assert page.evaluate(OVERFLOWING) == []

    page.get_by_role("button", name="生成任务清单").click()
    page.get_by_text("已生成“任务清单”草稿").wait_for()
    assert page.locator(".brief td", has_text="停工楼栋复工").count() == 1
    assert page.evaluate(OVERFLOWING) == []
    draft = fetched(page, "下载草稿")

    page.get_by_role("link", name="修改文字").click()
    page.get_by_label("开头的话").fill("现将本期任务印发如下。")
    page.get_by_label("“逾期事项”的说明").fill("规划核实一项另行协调。")
    page.get_by_role("button", name="修改文字").click()
    page.locator(".brief", has_text="现将本期任务印发如下。").wait_for()

    page.locator("summary", has_text="印发").click()
    page.get_by_role("button", name="确认印发").click()
    page.get_by_text("已印发，文件不再变。").wait_for()
    first, second = fetched(page, "下载文件"), fetched(page, "下载文件")
    assert first == second != draft
    assert hashlib.sha256(first).hexdigest() == Brief.objects.get().sha256
    assert page.get_by_role("link", name="修改文字").count() == 0

    phone = enter(open_page(**PHONE), small_city.people["county_official"])
    phone.goto(f"{live_server.url}/dispatch/briefs/")
    phone.get_by_role("link", name="任务清单").click()
    phone.locator(".brief-title").wait_for()
    assert phone.evaluate(OVERFLOWING) == []
    assert page.complaints == phone.complaints == []
