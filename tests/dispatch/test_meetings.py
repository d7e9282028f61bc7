"""A cycle's meeting from its agenda to minutes that never change."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connections, transaction

from governance.audit.models import AuditEvent
from governance.dispatch import actions
from governance.dispatch.enums import CycleState, Presence
from governance.dispatch.models import AgendaPoint, Attendance, Cycle, CycleItem
from governance.dispatch.papers.minutes import hash_of, minutes_of
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.areas import make_country
from tests.factories.dispatch import make_cycle, make_item
from tests.factories.dispatch_meetings import (
    TITLES,
    load_points,
    make_held,
    make_issued,
    make_meeting,
    make_task,
)
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(county):
    return make_user("county_official", county)


def test_the_first_plan_lays_out_the_agenda_of_the_preset_once(county, chair):
    load_points()
    cycle = make_cycle(county, due_on=today())

    for place in ("三楼会议室", "二楼会议室"):
        actions.plan_meeting(cycle, by=chair, meets_on=today(), place=place)

    assert [point.title for point in cycle.points.all()] == list(TITLES)
    cycle.refresh_from_db()
    assert (cycle.place, cycle.state) == ("二楼会议室", CycleState.OPEN)
    assert AuditEvent.objects.filter(action="dispatch.plan").count() == 2


def test_a_meeting_is_not_planned_before_its_cycle_is_due(county, chair):
    cycle = make_cycle(county, due_on=today())

    with pytest.raises(ValidationError, match="不能早于这一期的应开日期"):
        actions.plan_meeting(cycle, by=chair, meets_on=today() - timedelta(days=1))
    assert not AgendaPoint.objects.exists()


def test_only_a_seat_of_the_office_takes_the_chair(county, chair, country):
    other = make_user("county_official", country["990102"]).live_holdings[0].post
    cycle = make_cycle(county, due_on=today())

    with pytest.raises(Refused, match="主持岗位"):
        actions.plan_meeting(cycle, by=chair, meets_on=today(), chair=other)
    actions.plan_meeting(cycle, by=chair, meets_on=today(), chair=chair.live_holdings[0].post)
    cycle.refresh_from_db()
    assert cycle.chair == chair.live_holdings[0].post


def test_whoever_does_not_run_the_meeting_writes_nothing(county, country):
    cycle = make_meeting(county)
    handler = make_user("department_handler", county)

    for verb in (
        lambda: actions.plan_meeting(cycle, by=handler, meets_on=today()),
        lambda: actions.add_point(cycle, by=handler, title="临时议题"),
        lambda: actions.write_minutes(cycle.points.first(), by=handler, minutes="我来写"),
        lambda: actions.take_attendance(cycle, by=handler, presences={}),
        lambda: actions.hold_meeting(cycle, by=handler),
        lambda: actions.issue_minutes(cycle, by=handler),
        lambda: actions.correct_minutes(cycle, by=handler, text="写错了"),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_attendance_is_kept_by_office_and_can_be_put_right(county, chair, country):
    cycle = make_meeting(county)
    seat = make_user("department_handler", county).live_holdings[0].post
    street, desk = "990101001", f"990101.{seat.pk}"

    actions.take_attendance(cycle, by=chair, presences={street: Presence.PRESENT, desk: Presence.SENT_WORD})
    actions.take_attendance(cycle, by=chair, presences={street: Presence.ABSENT, desk: ""})

    row = Attendance.objects.get()
    assert (row.area, row.post, row.presence) == (country[street], None, Presence.ABSENT)
    with pytest.raises(Refused, match="不在参会单位之列"):
        actions.take_attendance(cycle, by=chair, presences={"990102001": Presence.PRESENT})


def test_a_meeting_is_held_once_somebody_came(county, chair):
    cycle = make_meeting(county)

    with pytest.raises(Refused, match="登记到会单位"):
        actions.hold_meeting(cycle, by=chair)
    actions.take_attendance(cycle, by=chair, presences={"990101": Presence.PRESENT})
    actions.hold_meeting(cycle, by=chair)

    cycle.refresh_from_db()
    assert cycle.state == CycleState.HELD


def test_a_meeting_of_tomorrow_is_not_held_today(county, chair):
    cycle = make_meeting(county)
    actions.plan_meeting(cycle, by=chair, meets_on=today() + timedelta(days=1))
    actions.take_attendance(cycle, by=chair, presences={"990101": Presence.PRESENT})
    cycle.refresh_from_db()

    with pytest.raises(Refused, match="等到开会那天"):
        actions.hold_meeting(cycle, by=chair)


def test_minutes_without_a_word_are_not_issued(county, chair):
    cycle = make_meeting(county)
    actions.take_attendance(cycle, by=chair, presences={"990101": Presence.PRESENT})
    actions.hold_meeting(cycle, by=chair)

    with pytest.raises(Refused, match="记下议程的纪要"):
        actions.issue_minutes(cycle, by=chair)


def test_issued_minutes_hold_everything_word_for_word(county, chair, country):
    cycle = make_meeting(county, by=chair)
    make_item(cycle, times=3)
    task = make_task(cycle, country["990101001"], by=chair, text="查清望湖苑欠费 😀")
    actions.write_minutes(cycle.points.first(), by=chair, minutes="已销两项。")
    actions.take_attendance(cycle, by=chair, presences={"990101": Presence.PRESENT})
    actions.hold_meeting(cycle, by=chair)

    actions.issue_minutes(cycle, by=chair)
    country["990101"].name = "改过的名字"
    country["990101"].save()
    actions.close_action(task, by=chair, evidence="已查清")

    issued = Cycle.objects.get(pk=cycle.pk)
    content = minutes_of(issued)
    assert issued.content_hash == hash_of(content)
    assert content["office"] != "改过的名字"
    assert content["issue"] == [today().year, 1]
    assert content["agenda"][0]["minutes"] == "已销两项。"
    assert content["items"][0]["times"] == 3
    assert content["actions"][0]["text"] == "查清望湖苑欠费 😀"
    assert content["attendance"] == [{"office": content["office"], "presence": "present"}]


def test_issues_are_numbered_by_office_kind_and_year(county, country):
    first = make_issued(county)
    second = make_issued(county)
    monthly = make_issued(county, kind="monthly")
    elsewhere = make_issued(country["990102"])

    numbers = [cycle.issue_no for cycle in (first, second, monthly, elsewhere)]
    assert numbers == [1, 2, 1, 1]


def test_what_is_issued_is_not_changed_by_any_verb(county, chair):
    cycle = make_issued(county, by=chair)

    for verb in (
        lambda: actions.plan_meeting(cycle, by=chair, meets_on=today()),
        lambda: actions.add_point(cycle, by=chair, title="临时议题"),
        lambda: actions.write_minutes(cycle.points.first(), by=chair, minutes="改一下"),
        lambda: actions.take_attendance(cycle, by=chair, presences={"990101": Presence.ABSENT}),
        lambda: make_task(cycle, by=chair),
        lambda: actions.issue_minutes(cycle, by=chair),
    ):
        with pytest.raises(Refused, match="已经印发"):
            verb()


def test_what_is_issued_is_not_changed_past_the_verbs(county, chair):
    cycle = make_issued(county, by=chair)
    point = cycle.points.first()

    for write in (
        lambda: Cycle.objects.filter(pk=cycle.pk).update(place="别处"),
        lambda: Cycle.objects.filter(pk=cycle.pk).update(content={}),
        lambda: AgendaPoint.objects.filter(pk=point.pk).update(minutes="改一下"),
        lambda: AgendaPoint.objects.create(cycle=cycle, position=99, title="后加的"),
        lambda: cycle.attendances.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            write()
    Cycle.objects.filter(pk=cycle.pk).update(area_code=cycle.area_code)  # a merger of areas may


def test_what_a_cycle_listed_is_never_changed(county):
    item = make_item(make_cycle(county))

    with pytest.raises(DatabaseError), transaction.atomic():
        CycleItem.objects.filter(pk=item.pk).update(times=9)


def test_a_correction_stands_beside_the_minutes(county, chair):
    cycle = make_held(county, by=chair)
    with pytest.raises(Refused, match="还没有印发"):
        actions.correct_minutes(cycle, by=chair, text="第一项应为两件")
    actions.issue_minutes(cycle, by=chair)
    before = Cycle.objects.get(pk=cycle.pk).content_hash

    note = actions.correct_minutes(cycle, by=chair, text="第一项应为两件")

    assert (note.cycle, note.written_by) == (cycle, chair)
    assert Cycle.objects.get(pk=cycle.pk).content_hash == before


def test_two_officials_who_issue_at_once_make_one_issue(transactional_db):
    country = make_country()
    county = country["990101"]
    chairs = [make_user("county_official", county) for _ in range(2)]
    cycle = make_held(county, by=chairs[0])
    start, said = Barrier(2), []

    def issue(user):
        try:
            start.wait()
            actions.issue_minutes(Cycle.objects.get(pk=cycle.pk), by=user)
            said.append("issued")
        except Refused as refused:
            said.append(refused.message)
        finally:
            connections.close_all()

    threads = [Thread(target=issue, args=[user]) for user in chairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said) == ["issued", "这一期的纪要已经印发，不能再改；有错请写更正说明。"]
    assert AuditEvent.objects.filter(action="dispatch.cycle.issue").count() == 1
