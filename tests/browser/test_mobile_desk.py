"""One home at the mobile desk on a tablet: the signal goes in the middle, nothing is lost, under five minutes."""

import re

import pytest

from deeds.models import Home
from deeds.presenting.desk import report_of
from deeds.states import ProjectState
from tests.factories.deeds import make_deed_project
from tests.factories.desk import make_appointment, make_session

TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}
STEPS = ("叫号", "核验材料完成", "拍照完成", "签字完成", "缴费完成", "打证完成")


@pytest.fixture
def session(small_city):
    project = make_deed_project(small_city.own["grid"], name="建欣苑", state=ProjectState.HOMES_OPEN)
    session = make_session(project)
    make_appointment(session)
    return session


def test_a_home_is_served_with_the_signal_off_in_the_middle(
    open_page, enter, live_server, session, small_city
):
    page = enter(open_page(**TABLET), small_city.people["deeds_officer"])
    page.goto(f"{live_server.url}/deeds/desk/{session.pk}/")
    for words in STEPS[:2]:
        page.get_by_role("button", name=words, exact=True).click()
    state = page.locator("[data-desk-state]")
    state.filter(has_text="都已送达").wait_for()

    page.context.set_offline(True)
    for words in STEPS[2:]:
        page.get_by_role("button", name=words, exact=True).click()
    state.filter(has_text=re.compile("[34] 步待发送")).wait_for()
    page.locator("[data-finished]").filter(has_text="已打证").wait_for()
    assert Home.objects.get(pk=session.appointments.get().home_id).issued_on is None

    page.complaints.clear()  # a failed fetch is what was asked for
    page.context.set_offline(False)
    state.filter(has_text="都已送达").wait_for()

    report = report_of(session)
    assert (report["served"], report["issued"]) == (1, 1)
    assert report["median"] < 300
    page.reload()
    assert page.get_by_text("已打证 1").is_visible()
