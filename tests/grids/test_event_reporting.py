"""Reporting an event: from the grid, from a visit, by a resident without an account; twice and at once."""

import uuid
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from governance.audit.models import AuditEvent
from governance.casework.models import Case, KeptSubmission
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.events import follow_event, report_event
from grids.enums.events import EventGrade
from grids.models import Event
from grids.states.events import EventState
from tests.factories.casework import make_rules
from tests.factories.events import make_event, make_event_category
from tests.factories.files import picture_upload
from tests.factories.grids import make_visit


@pytest.fixture
def category(db):
    return make_event_category("E0102")


def report(grid, worker, category, **more):
    given = {"by": worker, "area": grid, "category": category, "text": "三楼楼道堆着旧家具"}
    return report_event(**(given | more))


def test_report_opens_a_numbered_case_with_its_clock(grid, worker, category):
    make_rules()

    event, created = report(grid, worker, category, place="3号楼2单元")

    assert created
    case = event.case
    assert (case.kind, case.state, case.area, case.owner_area) == ("event", EventState.REPORTED, grid, grid)
    assert case.title == "楼道堆物：三楼楼道堆着旧家具"
    assert (case.place, case.summary) == ("3号楼2单元", "三楼楼道堆着旧家具")
    assert case.number[6] == "S"
    assert case.due_at is not None
    assert case.accepted_on is None
    assert event.grade == category.grade
    assert list(case.actions.values_list("kind", "to_state")) == [("register", "reported")]
    assert AuditEvent.objects.filter(action="event.register", object_id=str(case.pk)).exists()


def test_report_carries_household_and_visit_along(household, worker, category):
    visit = make_visit(household, worker=worker, outcome="hazard", note="楼道堆物")

    event, _created = report(
        household.area, worker, category, household=household, visit=visit, source="visit"
    )

    assert (event.household, event.visit) == (household, visit)
    assert event.case.place == "1号楼2单元501"
    assert event.case.source == "visit"


def test_report_of_what_was_settled_on_the_spot_closes_at_once(grid, worker, category):
    event, _created = report(grid, worker, category, grade=EventGrade.OWN)

    case = Case.objects.get(pk=event.pk)
    assert (case.state, case.outcome, case.resolved_on, case.closed_on) == (
        EventState.CLOSED,
        "resolved",
        today(),
        today(),
    )
    assert case.accepted_on is None
    assert list(case.actions.values_list("kind", flat=True)) == ["register", "self_handle"]


def test_report_by_a_resident_seals_the_phone(grid, category):
    event, _created = report(
        grid, None, category, source="resident", reporter={"name": "张三", "phone": "13812341234"}
    )

    reporter = event.reporters.get()
    assert event.case.registered_by is None
    assert (reporter.shown_name, reporter.phone_masked) == ("张*", "138****1234")
    assert "13812341234" not in reporter.phone_sealed
    assert reporter.open_value("phone") == "13812341234"
    assert reporter.answers_to("1234")
    assert not reporter.answers_to("1235")


def test_equal_last_digits_look_different_in_the_database(grid, category):
    event, _created = report(grid, None, category, reporter={"phone": "13812341234"})

    second = follow_event(event, phone="13912341234")

    tails = set(event.reporters.values_list("phone_tail_index", flat=True))
    assert len(tails) == 2
    assert second.answers_to("1234")
    assert list(event.case.actions.values_list("kind", flat=True)) == ["register", "follow"]


def test_a_reporter_without_a_phone_answers_to_nothing(grid, category):
    event, _created = report(grid, None, category, reporter={"name": "李四"})

    assert not event.reporters.get().answers_to("")


@pytest.mark.parametrize("anonymous", [True, False])
def test_the_same_content_again_gives_the_same_event(grid, worker, category, anonymous):
    given = {"client_uuid": uuid.uuid4(), "by": None if anonymous else worker}

    first, created = report(grid, worker, category, **given)
    again, created_again = report(grid, worker, category, **given)

    assert (created, created_again) == (True, False)
    assert first.pk == again.pk
    assert Event.objects.count() == 1


def test_other_content_under_the_same_number_is_kept_and_refused(grid, category):
    given = {"client_uuid": uuid.uuid4(), "by": None}
    report(grid, None, category, **given)

    with pytest.raises(Refused) as refused:
        report(grid, None, category, text="另一件事", **given)

    assert refused.value.code == "uuid_reused"
    assert KeptSubmission.objects.get().submitted_by is None


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_once_make_one_event(grid, worker, category):
    number, gate, made = uuid.uuid4(), Barrier(2), []

    def send():
        gate.wait()
        made.append(report(grid, worker, category, client_uuid=number)[1])
        connection.close()

    threads = [Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(made) == [False, True]
    assert Event.objects.count() == 1


def test_photos_are_kept_beside_the_event(grid, worker, category, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    event, _created = report(grid, worker, category, photos=[picture_upload(), picture_upload()])

    assert [photo.view_right for photo in event.photos.all()] == ["events.view"] * 2


def test_too_many_photos_leave_nothing_behind(grid, worker, category):
    with pytest.raises(Refused) as refused:
        report(grid, worker, category, photos=[object()] * 7)

    assert refused.value.code == "too_many_photos"
    assert Case.objects.count() == 0


def test_a_category_handled_elsewhere_is_refused_with_the_way(grid, worker):
    with pytest.raises(Refused) as refused:
        report(grid, worker, make_event_category("E12"))

    assert "登记纠纷" in refused.value.message
    assert Case.objects.count() == 0


def test_a_worker_of_the_next_grid_may_not_report_here(country, worker, category):
    with pytest.raises(PermissionDenied):
        report(country["990101001001002"], worker, category)


def test_events_are_seen_inside_the_area_alone(country, grid, worker):
    seen = make_event(grid)
    make_event(country["990101001001002"])

    assert list(Event.objects.for_user(worker)) == [seen]
