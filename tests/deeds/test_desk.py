"""The mobile desk: quota, steps in order and once, a device that sends late, the evening's report."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from deeds.actions.desk import book_home, open_session, send_back, stamp_step
from deeds.enums.desk import DeskStep
from deeds.models import DeskStamp
from deeds.presenting.desk import report_of
from deeds.states import HomeState, ProjectState
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.deeds import make_deed_project, make_home
from tests.factories.desk import make_appointment, make_served, make_session

pytestmark = pytest.mark.django_db
NOON = "2026-11-26 12:00+08:00"


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def project(grid):
    return make_deed_project(grid, state=ProjectState.HOMES_OPEN)


@pytest.fixture
def session(project):
    return make_session(project)


@pytest.fixture
def appointment(session):
    return make_appointment(session)


def press(appointment, *steps, by, began=None, each: int = 40):
    """Steps one after the other, `each` seconds apart by the device's clock."""
    at = began or timezone.now() - timedelta(minutes=30)
    for number, step in enumerate(steps):
        moment = at + timedelta(seconds=each * number)
        stamp_step(appointment, step, by=by, client_uuid=uuid4(), at=moment)


def test_a_session_takes_no_more_homes_than_its_quota(project, officer):
    session = open_session(project, by=officer, day=today(), place="活动室", quota=1)
    one, two = (make_home(project, state=HomeState.REGISTERED) for _n in range(2))
    book_home(session, by=officer, home=one, slot=time(9, 0))

    with pytest.raises(Refused, match="只能约 1 套，已经约满"):
        book_home(session, by=officer, home=two, slot=time(9, 10))
    assert session.appointments.count() == 1


def test_a_home_is_booked_once_and_in_its_own_project(session, project, officer, grid):
    home = make_home(project, state=HomeState.REGISTERED)
    book_home(session, by=officer, home=home, slot=time(9, 0))

    with pytest.raises(ValidationError, match="已经预约过"):
        book_home(session, by=officer, home=home, slot=time(10, 0))
    other = make_home(make_deed_project(grid, state=ProjectState.HOMES_OPEN), state=HomeState.REGISTERED)
    with pytest.raises(Refused, match="不属于本场"):
        book_home(session, by=officer, home=other, slot=time(9, 0))
    with pytest.raises(Refused, match="已经发证"):
        book_home(session, by=officer, home=make_home(project, state=HomeState.ISSUED), slot=time(9, 0))


def test_a_session_is_not_opened_for_a_day_that_has_passed(project, officer, dispatcher):
    told = {"place": "活动室", "quota": 5}
    with pytest.raises(Refused, match="已经过去"):
        open_session(project, by=officer, day=today() - timedelta(days=1), **told)
    with pytest.raises(PermissionDenied):
        open_session(project, by=dispatcher, day=today(), **told)


def test_every_step_is_timed_and_the_last_hands_out_the_deed(appointment, officer):
    press(appointment, *DeskStep, by=officer)

    appointment.refresh_from_db()
    appointment.home.refresh_from_db()
    assert appointment.home.issued_on == today()
    assert appointment.printed_at is not None
    assert list(appointment.stamps.values_list("seconds", flat=True)) == [None, 40, 40, 40, 40, 40]


def test_the_first_press_of_a_step_counts(appointment, officer):
    number = uuid4()
    early, late = timezone.now() - timedelta(minutes=9), timezone.now()

    first = stamp_step(appointment, "begin", by=officer, client_uuid=number, at=early)
    again = stamp_step(appointment, "begin", by=officer, client_uuid=number, at=late)
    other = stamp_step(appointment, "begin", by=officer, client_uuid=uuid4(), at=late)

    assert first.pk == again.pk == other.pk
    assert DeskStamp.objects.get().at == early


def test_steps_go_in_order(appointment, officer):
    with pytest.raises(Refused, match="还没有叫号，不能核验材料"):
        press(appointment, "check", by=officer)


def test_a_clock_ahead_or_of_another_day_does_not_count(appointment, officer):
    stamp_step(appointment, "begin", by=officer, client_uuid=uuid4(), at=timezone.now() + timedelta(hours=1))

    assert appointment.stamps.get().at == timezone.now()
    other = make_appointment(appointment.session)
    with pytest.raises(Refused, match="只能登记当天的步骤"):
        stamp_step(other, "begin", by=officer, client_uuid=uuid4(), at=timezone.now() - timedelta(days=1))


def test_a_home_that_is_not_registered_gets_no_certificate(session, officer):
    appointment = make_appointment(session, state=HomeState.SOLVED)
    press(appointment, *list(DeskStep)[:-1], by=officer)

    with pytest.raises(Refused, match="还没有登簿，不能打证"):
        stamp_step(appointment, "print", by=officer, client_uuid=uuid4())
    assert appointment.stamps.count() == 5


def test_a_home_is_sent_back_with_a_reason_or_served_never_both(session, officer):
    sent, served = make_appointment(session), make_appointment(session)
    send_back(sent, by=officer, reason="缺契税发票")
    make_served(served, seconds=200)

    with pytest.raises(Refused, match="已经退回"):
        press(sent, "begin", by=officer)
    for appointment in (sent, served):
        with pytest.raises(Refused, match="请刷新页面"):
            send_back(appointment, by=officer, reason="再退")
    with pytest.raises(ValidationError, match="退回要写明原因"):
        send_back(make_appointment(session), by=officer, reason=" ")


def test_the_report_counts_what_the_rows_say(session, officer):
    for seconds in (200, 260, 400):
        make_served(make_appointment(session), seconds=seconds)
    send_back(make_appointment(session), by=officer, reason="缺契税发票")
    press(make_appointment(session), *DeskStep, by=officer)

    report = report_of(session)

    assert (report["booked"], report["served"], report["issued"], report["sent_back"]) == (5, 4, 1, 1)
    assert (report["median"], report["within_aim"]) == (230, True)
    assert report["returned"][0]["reason"] == "缺契税发票"


def sent(user, *stamps) -> dict:
    return {"user": user.pk, "stamps": list(stamps)}


def test_a_device_sends_late_and_twice_and_hears_of_each_step(client, appointment, officer):
    client.force_login(officer)
    url = reverse("desk-session-stamps", args=[appointment.session_id])
    at = timezone.now() - timedelta(minutes=20)
    stamps = [
        {"appointment": appointment.pk, "step": step, "client_uuid": str(uuid4()),
         "at": (at + timedelta(seconds=30 * place)).isoformat()}
        for place, step in enumerate(["begin", "check", "sign"])
    ]  # fmt: skip

    for _n in range(2):
        answer = client.post(url, sent(officer, *stamps), content_type="application/json").json()
        assert [each["status"] for each in answer["results"]] == ["received", "received", "refused"]
        assert "不能签字" in answer["results"][2]["detail"]
    assert list(appointment.stamps.values_list("seconds", flat=True)) == [None, 30]


def test_what_one_person_kept_is_not_sent_by_another(client, appointment, officer, official):
    client.force_login(officer)
    url = reverse("desk-session-stamps", args=[appointment.session_id])
    stamp = {"appointment": 1, "step": "begin", "client_uuid": str(uuid4()), "at": timezone.now().isoformat()}

    answer = client.post(url, sent(official, stamp), content_type="application/json")
    stranger = client.post(url, sent(officer, stamp), content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (409, "other_user")
    assert "没有这一户" in stranger.json()["results"][0]["detail"]


def test_the_page_works_without_a_script(client, appointment, officer):
    client.force_login(officer)
    session = appointment.session
    home = make_home(session.project, state=HomeState.REGISTERED)
    door = {"building": home.building, "unit": home.unit, "room": home.room, "slot": "10:00"}

    booked = client.post(reverse("deeds:desk_book", args=[session.pk]), door)
    wrong = client.post(reverse("deeds:desk_book", args=[session.pk]), {**door, "room": "没有"})
    stamp = {"appointment": appointment.pk, "step": "begin", "client_uuid": uuid4()}
    pressed = client.post(reverse("deeds:desk_stamp", args=[session.pk]), stamp)
    back = {"appointment": appointment.pk, "reason": "缺发票"}
    returned = client.post(reverse("deeds:desk_send_back", args=[session.pk]), back)

    assert [each.status_code for each in (booked, wrong, pressed, returned)] == [302, 400, 302, 302]
    assert "项目里没有这套房" in wrong.content.decode()
    assert "缺发票" in client.get(reverse("deeds:desk_report", args=[session.pk])).content.decode()


def test_a_session_is_opened_on_the_page_and_in_the_api(client, project, officer):
    make_home(project, state=HomeState.REGISTERED)
    client.force_login(officer)
    told = {"project": project.pk, "day": today().isoformat(), "place": "东门", "quota": 5}

    page = client.post(reverse("deeds:desk_new"), told)
    twice = client.post(reverse("deeds:desk_new"), told)
    answer = client.post("/api/v1/desk-sessions/", {**told, "place": "西门"}, content_type="application/json")

    assert (page.status_code, twice.status_code, answer.status_code) == (302, 400, 201)
    assert "已有一场" in twice.content.decode()
    report = client.get(reverse("desk-session-report", args=[answer.json()["id"]])).json()
    assert report["booked"] == 0


def test_the_desk_takes_as_many_queries_for_three_homes_as_for_one(client, session, officer):
    client.force_login(officer)
    url, found = reverse("deeds:desk_detail", args=[session.pk]), []
    for _n in range(3):
        make_served(make_appointment(session), seconds=100)
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        found.append(len(queries))

    assert found[0] == found[1] == found[2] <= 12
