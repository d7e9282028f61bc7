"""A work report from the cycle's page to its correction: drawn up, issued, changed by a late row, corrected."""

from datetime import timedelta

import pytest

from governance.dispatch.actions import find_figure_changes
from governance.dispatch.models import Correction
from governance.kernel.days import today, week_start
from tests.browser.screens import OVERFLOWING, PHONE
from tests.factories.reports import ARRIVED, load_figures, make_events, make_reporting_cycle

pytestmark = pytest.mark.browser


@pytest.fixture
def cycle(small_city):
    """The cycle of this week; seven events of the week before in one grid, one of them late."""
    load_figures()
    make_events(small_city.own["grid"], last_week(), on_time=6, late=1)
    return make_reporting_cycle(small_city.own["county"])


def last_week():
    return week_start(today()) - timedelta(days=5)


def test_a_report_is_issued_and_corrected_when_papers_come_late(
    page_desk, open_page, live_server, enter, small_city, cycle
):
    page = enter(page_desk, small_city.people["county_official"])
    page.goto(f"{live_server.url}/dispatch/cycles/{cycle.pk}/")
    page.get_by_role("button", name="生成周工作报告").click()
    page.locator(".brief td", has_text="85.71%").first.wait_for()
    assert page.evaluate(OVERFLOWING) == []
    page.locator("summary", has_text="印发").click()
    page.get_by_role("button", name="确认印发").click()
    page.get_by_text("已印发，文件不再变。").wait_for()

    make_events(small_city.own["grid"], last_week(), on_time=1)
    find_figure_changes(today())
    page.reload()
    page.get_by_text("待更正").wait_for()
    assert page.evaluate(OVERFLOWING) == []
    page.get_by_role("link", name="印发更正说明").click()
    page.get_by_label("后到的情况").fill(ARRIVED)
    page.get_by_role("button", name="印发更正说明").click()

    page.get_by_role("heading", name="的更正说明").wait_for()
    assert page.get_by_role("cell", name="增加1件").count() == 1
    assert page.evaluate(OVERFLOWING) == []
    with page.expect_download() as waited:
        page.get_by_role("link", name="下载更正说明").click()
    assert waited.value.suggested_filename.endswith(f"{Correction.objects.get().number}.docx")

    phone = enter(open_page(**PHONE), small_city.people["county_official"])
    phone.goto(f"{live_server.url}/dispatch/corrections/")
    assert phone.evaluate(OVERFLOWING) == []
    phone.get_by_role("link", name="更正〔").click()
    phone.get_by_text(ARRIVED).wait_for()
    assert phone.evaluate(OVERFLOWING) == []
    assert page.complaints == phone.complaints == []
