"""Reminder ladders: each step tells once, by working days, at the highest step a thing has reached."""

import datetime as dt
import json
import logging

import pytest
from django.conf import settings as project
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.casework.clock import forget_calendar
from governance.casework.models import CalendarDay
from governance.dispatch import actions
from governance.dispatch.actions import climb
from governance.dispatch.enums import ActionState, Recipient
from governance.dispatch.ladders import Ladder, ladders
from governance.dispatch.models import ActionItem, LadderChange, LadderStep, Notice
from governance.dispatch.tasks import climb_ladders
from governance.kernel.errors import Refused
from tests.factories.backlog import make_undertaking
from tests.factories.deeds import make_deed_project, make_housing_project, make_obstacle
from tests.factories.dispatch import make_cycle
from tests.factories.housing import make_building, make_milestone
from tests.factories.ladders import make_step
from tests.factories.partners import make_agreement, make_partner
from tests.factories.people import hold, make_user
from tests.factories.programmes import make_item

KIND = "dispatch.action"
DUE = dt.date(2026, 9, 16)  # a Wednesday
FRIDAY, MONDAY, TUESDAY = dt.date(2026, 9, 11), dt.date(2026, 9, 14), dt.date(2026, 9, 15)
AFTER = DUE + dt.timedelta(days=1)
OFFICE, ABOVE = Recipient.OFFICE, Recipient.ABOVE
NEW, CHANGES = reverse("dispatch:ladder_step_add"), reverse("dispatch:ladder_change_list")


@pytest.fixture
def ladder(db):
    for offset, recipient in ((-3, OFFICE), (-1, OFFICE), (0, OFFICE), (1, OFFICE), (1, ABOVE)):
        make_step(KIND, offset, recipient)


@pytest.fixture
def street(country):
    return country["990101001"]


@pytest.fixture
def admin(country):
    return make_user("system_admin", country["9901"])


def make_owed(area, **fields) -> ActionItem:
    number = Notice.objects.count() + ActionItem.objects.count()
    cycle = fields.pop("cycle", None) or make_cycle(area, period=f"P{number:06d}")
    fields = {"text": "查清欠费", "decided_on": dt.date(2026, 9, 1), "due_on": DUE, **fields}
    return ActionItem.objects.create(cycle=cycle, area=area, **fields)


def told(kind: str = KIND) -> list[str]:
    return list(Notice.objects.filter(kind=kind).order_by("pk").values_list("body", flat=True))


def test_each_step_tells_once_in_words(ladder, street):
    make_owed(street)

    for day in (FRIDAY - dt.timedelta(days=1), FRIDAY, FRIDAY, MONDAY, TUESDAY, DUE, DUE, AFTER, AFTER):
        climb(day)

    assert told() == [
        "调度任务“查清欠费”还有 5 天到期（期限 2026年9月16日），请按期办结。",
        "调度任务“查清欠费”还有 1 天到期（期限 2026年9月16日），请按期办结。",
        "调度任务“查清欠费”今天到期（期限 2026年9月16日），请尽快办结。",
        "调度任务“查清欠费”超期 1 天（期限 2026年9月16日），请尽快办结。",
    ]
    assert {notice.area for notice in Notice.objects.filter(kind=KIND)} == {street}


def test_what_is_late_goes_one_level_up(ladder, street, country):
    make_owed(street)

    climb(DUE)
    assert told(f"{KIND}.up") == []
    climb(AFTER)

    up = Notice.objects.get(kind=f"{KIND}.up")
    assert (up.area, up.area_code, up.post) == (country["990101"], "990101", None)
    assert up.body == (
        f"请督促{street.name}：调度任务“查清欠费”超期 1 天（期限 2026年9月16日），请尽快办结。"
    )


def test_a_seat_is_told_itself_and_its_own_office_one_level_up(ladder, street):
    seat = hold(make_user(), "street_dispatcher", street).post
    make_owed(street, post=seat)

    climb(AFTER)

    assert Notice.objects.get(kind=KIND).post == seat
    up = Notice.objects.get(kind=f"{KIND}.up")
    assert (up.area, up.post) == (street, None)


def test_nobody_is_above_the_highest_office(ladder, country):
    make_owed(country["9901"])

    climb(AFTER)

    assert len(told()) == 1
    assert told(f"{KIND}.up") == []


@pytest.mark.parametrize(
    ("back", "left"), [(TUESDAY, "还有 1 天到期"), (AFTER, "超期 1 天"), (dt.date(2026, 10, 8), "超期 22 天")]
)
def test_after_an_outage_only_the_highest_step_is_told(ladder, street, back, left):
    climb(FRIDAY - dt.timedelta(days=1))
    make_owed(street)

    climb(back)
    climb(back)

    assert len(told()) == 1
    assert left in told()[0]


def test_steps_go_by_published_working_days(ladder, street):
    CalendarDay.objects.bulk_create(CalendarDay(day=day, is_worked=False) for day in (MONDAY, TUESDAY))
    forget_calendar()
    make_owed(street)
    wednesday = DUE - dt.timedelta(days=7)

    climb(wednesday - dt.timedelta(days=1))
    assert told() == []
    climb(wednesday)
    assert len(told()) == 1


def test_a_due_day_off_work_is_not_late_before_the_next_working_day(ladder, street):
    sunday = dt.date(2026, 9, 13)
    make_owed(street, due_on=sunday)

    climb(FRIDAY)
    assert "还有 2 天到期" in told()[-1]
    climb(sunday)
    assert len(told()) == 1
    climb(MONDAY)
    assert "超期 1 天" in told()[-1]


@pytest.mark.parametrize(
    "done",
    [
        {"state": ActionState.REPORTED, "evidence": "已办"},
        {"state": ActionState.CLOSED, "evidence": "已办", "ended_on": DUE},
        {"state": ActionState.WITHDRAWN, "ended_on": DUE},
    ],
)
def test_what_is_done_is_not_chased(ladder, street, done):
    make_owed(street, **done)

    climb(AFTER)

    assert not Notice.objects.exists()


def test_a_step_switched_off_tells_nobody(street):
    make_step(KIND, 0, is_active=False)
    make_owed(street)

    climb(AFTER)

    assert not Notice.objects.exists()


def test_a_due_day_that_is_moved_is_told_anew(country):
    make_step("deeds.obstacle", 0)
    obstacle = make_obstacle(make_deed_project(country["990101001001001"]), due_on=DUE)
    climb(DUE)
    obstacle.due_on = AFTER
    obstacle.save()

    climb(DUE)
    assert len(told("deeds.obstacle")) == 1
    climb(AFTER)
    assert len(told("deeds.obstacle")) == 2


def test_a_step_moved_by_an_administrator_does_not_tell_again(ladder, street, admin):
    make_owed(street)
    climb(FRIDAY)

    actions.change_step(
        LadderStep.objects.get(offset=-3), by=admin, offset=-2, recipient=OFFICE, is_active=True
    )
    climb(MONDAY)

    assert len(told()) == 1


def broken(day, until):
    raise ValueError("broken ladder")


BROKEN = Ladder(
    "test.broken", "坏的", broken, page="dispatch:action_detail", right="dispatch.view", must=False
)


def test_a_kind_that_fails_does_not_hold_up_the_others(ladder, street, settings, caplog):
    settings.LADDERS = ["tests.dispatch.test_ladders.BROKEN", *settings.LADDERS]
    make_step("test.broken", 0)
    make_owed(street)

    with caplog.at_level(logging.ERROR):
        climb(AFTER)

    assert "test.broken" in caplog.text
    assert len(told()) == 1


def test_the_sweep_costs_the_same_for_many_things(ladder, street):
    counts = []
    for number in (1, 3):
        for _row in range(number):
            make_owed(street)
        climb(FRIDAY)
        with CaptureQueriesContext(connection) as queries:
            climb(FRIDAY)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def an_obstacle(country):
    return make_obstacle(make_deed_project(country["990101001001001"]), due_on=DUE)


def an_undertaking(country):
    return make_undertaking(
        make_deed_project(country["990101001001001"]), made_on=dt.date(2026, 8, 1), due_on=DUE
    )


def a_milestone(country):
    building = make_building(make_housing_project(country["990101001001001"], listed_on=dt.date(2026, 1, 1)))
    milestone = make_milestone(building)
    type(milestone).objects.update(planned_on=DUE)
    return building.project


def an_item(country):
    return make_item(country["990101001001"], due_on=DUE)


def an_agreement(country):
    partner = make_partner(country["990101001001"])
    make_agreement(partner, due_on=DUE)
    return partner


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        ("deeds.obstacle", an_obstacle),
        ("deeds.undertaking", an_undertaking),
        ("deeds.milestone", a_milestone),
        ("property.item", an_item),
        ("party.agreement", an_agreement),
    ],
)
def test_every_kind_is_told_to_its_community_and_leads_to_the_thing(client, country, kind, make):
    make_step(kind, -3)
    shown = make(country)
    found = next(ladder for ladder in ladders() if ladder.code == kind)
    community = country["990101001001"]

    climb(FRIDAY - dt.timedelta(days=1))
    assert not Notice.objects.exists()
    climb(FRIDAY)

    notice = Notice.objects.get()
    assert (notice.kind, notice.area) == (kind, community)
    assert "2026年9月16日" in notice.body
    client.force_login(make_user("community_secretary", community))
    answer = client.post(reverse("dispatch:notice_open", args=[notice.pk]))
    assert answer.headers["Location"] == reverse(found.page, args=[shown.pk])
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_notice_leads_nowhere_whoever_may_not_open_the_thing(client, ladder, country):
    make_step("deeds.obstacle", 0)
    an_obstacle(country)
    climb(DUE)
    client.force_login(make_user("mediator", country["990101001001"]))

    answer = client.post(reverse("dispatch:notice_open", args=[Notice.objects.get().pk]))

    assert answer.headers["Location"] == reverse("dispatch:notice_list")


def test_the_task_climbs_today(ladder, street, time_machine):
    make_owed(street)
    time_machine.move_to(dt.datetime(2026, 9, 16, 7, 20, tzinfo=dt.timezone(dt.timedelta(hours=8))))

    climb_ladders()

    assert len(told()) == 1


# What an administrator does


def test_the_preset_gives_every_kind_its_steps_and_keeps_what_was_set(db):
    rows = json.loads((project.BASE_DIR / "config/presets/base/ladders.json").read_text())
    make_step(KIND, -7)

    actions.load_ladder_steps(rows)
    actions.load_ladder_steps(rows)

    assert set(LadderStep.objects.values_list("kind", flat=True)) == {row.code for row in ladders()}
    assert [step.offset for step in LadderStep.objects.filter(kind=KIND)] == [-7]
    assert LadderStep.objects.count() == len([row for row in rows if row["kind"] != KIND]) + 1


def test_a_step_is_added_and_changed_with_its_history(admin):
    step = actions.add_step(by=admin, kind=KIND, offset=-3)
    other = actions.add_step(by=admin, kind=KIND, offset=1, recipient=ABOVE)

    actions.change_step(step, by=admin, offset=-5, recipient=OFFICE, is_active=True)
    actions.change_step(other, by=admin, offset=1, recipient=ABOVE, is_active=False)

    said = [(str(row), row.is_active) for row in LadderChange.objects.order_by("pk")]
    assert said == [
        ("到期前 3 个工作日 办理单位", True),
        ("超期第 1 个工作日 上一级单位", True),
        ("到期前 5 个工作日 办理单位", True),
        ("超期第 1 个工作日 上一级单位", False),
    ]
    event = AuditEvent.objects.filter(action="dispatch.change_ladder").earliest("pk")
    assert (event.before["offset"], event.after["offset"]) == (-3, -5)
    with pytest.raises(DatabaseError), transaction.atomic():
        LadderChange.objects.update(offset=0)


def test_two_equal_steps_are_refused(admin):
    step = actions.add_step(by=admin, kind=KIND, offset=-3)
    other = actions.add_step(by=admin, kind=KIND, offset=-1)

    with pytest.raises(ValidationError, match="这一天已经告知同一单位"):
        actions.add_step(by=admin, kind=KIND, offset=-3)
    with pytest.raises(ValidationError, match="这一天已经告知同一单位"):
        actions.change_step(other, by=admin, offset=-3, recipient=OFFICE, is_active=True)
    assert LadderChange.objects.count() == 2
    assert step.changes.count() == 1


def test_the_last_step_for_the_office_stays(admin):
    last = actions.add_step(by=admin, kind=KIND, offset=0)
    actions.add_step(by=admin, kind=KIND, offset=1, recipient=ABOVE)
    free = actions.add_step(by=admin, kind="party.agreement", offset=0)

    for change in ({"recipient": OFFICE, "is_active": False}, {"recipient": ABOVE, "is_active": True}):
        with pytest.raises(Refused, match="至少要留一步告知办理单位"):
            actions.change_step(last, by=admin, offset=0, **change)
    actions.change_step(free, by=admin, offset=0, recipient=OFFICE, is_active=False)

    last.refresh_from_db()
    assert (last.is_active, last.recipient) == (True, OFFICE)


def test_a_strange_kind_and_a_day_too_far_are_refused(admin):
    with pytest.raises(Refused, match="“moon”不是可以提醒的事项"):
        actions.add_step(by=admin, kind="moon", offset=0)
    with pytest.raises(ValidationError, match="最早在到期前 120 个工作日"):
        actions.add_step(by=admin, kind=KIND, offset=-121)


def test_only_who_sets_schedules_sets_ladders(country, ladder):
    official = make_user("city_official", country["9901"])

    with pytest.raises(PermissionDenied):
        actions.add_step(by=official, kind=KIND, offset=-7)
    with pytest.raises(PermissionDenied):
        actions.change_step(
            LadderStep.objects.first(), by=official, offset=-7, recipient=OFFICE, is_active=True
        )


def test_ladders_by_their_pages(client, admin):
    client.force_login(admin)
    assert "预置的步骤没有改过" in client.get(CHANGES).content.decode()
    form = {"kind": KIND, "when": "before", "days": 3, "recipient": OFFICE}

    assert client.post(NEW, form).status_code == 302
    twice = client.post(NEW, form)
    assert (twice.status_code, "这一天已经告知同一单位" in twice.content.decode()) == (400, True)
    assert "请填第几个工作日" in client.post(NEW, {**form, "days": ""}).content.decode()
    assert client.post(NEW, {**form, "when": "on", "days": ""}).status_code == 302
    step = LadderStep.objects.get(offset=-3)
    page = reverse("dispatch:ladder_step_change", args=[step.pk])
    assert 'value="3"' in client.get(page).content.decode()
    changed = {"when": "past", "days": 2, "recipient": ABOVE, "is_active": "on"}
    assert client.post(page, changed).status_code == 302

    shown = client.get(reverse("dispatch:ladder_list")).content.decode()
    assert "超期第 2 个工作日" in shown
    assert "不告知" in shown
    rows = client.get(CHANGES, {"kind": KIND}).context["rows"]
    assert [row["said"].when for row in rows] == ["超期第 2 个工作日", "到期当天", "到期前 3 个工作日"]
    assert client.get(CHANGES, {"kind": "moon"}).status_code == 400


def test_ladders_over_rest(client, admin):
    client.force_login(admin)
    body = {"kind": KIND, "offset": -3}

    def post(url, data):
        return client.post(url, data, content_type="application/json")

    made = post(reverse("dispatch-ladder-step-list"), body)
    assert (made.status_code, made.json()["recipient"]) == (201, "office")
    twice = post(reverse("dispatch-ladder-step-list"), body)
    assert (twice.status_code, "这一天已经告知同一单位" in twice.content.decode()) == (400, True)
    page = reverse("dispatch-ladder-step-change", args=[made.json()["id"]])
    refused = post(page, {"offset": -3, "recipient": "office", "is_active": False})
    assert (refused.status_code, refused.json()["code"]) == (409, "none_left")
    assert post(page, {"offset": 0, "recipient": "office"}).json()["offset"] == 0
    assert [row["offset"] for row in client.get(reverse("dispatch-ladder-step-list")).json()] == [0]
    changes = client.get(reverse("dispatch-ladder-change-list")).json()["results"]
    assert [(row["kind"], row["offset"]) for row in changes] == [(KIND, 0), (KIND, -3)]


def test_pages_of_ladders_cost_the_same_for_many_rows(client, admin):
    client.force_login(admin)
    counts = []
    for offsets in ((-1,), (-2, -3, -4)):
        for offset in offsets:
            actions.add_step(by=admin, kind=KIND, offset=offset)
        found = []
        for page in (reverse("dispatch:ladder_list"), CHANGES):
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]
