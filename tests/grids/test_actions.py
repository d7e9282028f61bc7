import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.needs import decline_need, reopen_need, solve_need, withdraw_need
from grids.actions.roster import end_tag, tag_resident
from grids.actions.staffing import release_seat, staff_grid
from grids.actions.visits import log_visit
from grids.enums.visits import NOTE_LENGTH
from grids.models import CareTag, Grid, GridWorker, NeedRequest, Visit, VisitConflict
from grids.rules.visits import follow_ups
from grids.states.needs import NEED_STEPS, NeedState
from tests.factories.grids import make_need, make_tag
from tests.factories.people import hold, make_role, make_user


def log(worker, household, *, by=None, outcome="normal", **content):
    content.setdefault("client_uuid", uuid.uuid4())
    return log_visit(worker, by=by or worker, household=household, outcome=outcome, **content)


def test_log_visit_writes_the_visit_and_its_trail(worker, household):
    receipt = log(worker, household, way="phone", note="  都好 ")

    visit = Visit.objects.get()
    assert (receipt.visit, receipt.is_new) == (visit, True)
    assert (visit.area_code, visit.visited_on, visit.note) == (household.area_code, today(), "都好")
    event = AuditEvent.objects.get(action="grids.log_visit")
    assert (event.actor_id, event.object_id) == (worker.pk, str(visit.pk))
    assert "都好" not in str(event.after)


def test_log_visit_twice_gives_the_same_receipt(worker, household):
    number = uuid.uuid4()
    first = log(worker, household, client_uuid=number, outcome="need", note="想换灯")
    again = log(worker, household, client_uuid=number, outcome="need", note="想换灯")

    assert (again.visit, again.is_new) == (first.visit, False)
    assert (Visit.objects.count(), NeedRequest.objects.count()) == (1, 1)


def test_log_visit_keeps_a_second_version_for_review(worker, household):
    number = uuid.uuid4()
    log(worker, household, client_uuid=number)
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            log(worker, household, client_uuid=number, outcome="need", note="想换灯")

    assert refusal.value.code == "other_content"
    assert Visit.objects.get().outcome == "normal"
    assert VisitConflict.objects.get().content["note"] == "想换灯"
    assert not NeedRequest.objects.exists()


def test_log_visit_refuses_the_future_and_forgives_a_fast_clock(worker, household):
    with pytest.raises(Refused) as refusal:
        log(worker, household, visited_at=timezone.now() + timedelta(hours=1))
    log(worker, household, visited_at=timezone.now() + timedelta(minutes=2))

    assert refusal.value.code == "in_future"
    assert Visit.objects.get().visited_at <= timezone.now()


def test_log_visit_refuses_a_slip_of_the_year(worker, household):
    with pytest.raises(Refused):
        log(worker, household, visited_at=datetime(1, 1, 1, tzinfo=UTC))


def test_log_visit_dates_by_the_local_day(worker, household):
    late = timezone.localtime().replace(hour=0, minute=30) - timedelta(days=2)
    log(worker, household, visited_at=late.astimezone(UTC))

    assert Visit.objects.get().visited_on == today() - timedelta(days=2)


def test_log_visit_stays_in_the_own_grid(worker, next_household):
    with pytest.raises(PermissionDenied):
        log(worker, next_household)


def test_log_visit_ends_with_the_post(grid, household):
    with pytest.raises(Refused) as refusal:
        log(make_user("grid_worker", grid, until=today()), household)
    with pytest.raises(PermissionDenied):
        log(make_user("grid_worker", grid, until=today() - timedelta(days=4)), household)
    assert refusal.value.code == "post_ended"


def test_log_visit_for_a_colleague_takes_the_keeper_of_the_grid(worker, grid, household, secretary):
    log(worker, household, by=secretary)

    with pytest.raises(PermissionDenied):
        log(worker, household, by=make_user("grid_worker", grid))
    assert Visit.objects.get().worker == worker


def test_log_visit_at_a_place_needs_the_place(worker, building):
    log(worker, None, area=building, place="小区北门")

    with pytest.raises(ValidationError):
        log(worker, None, area=building, place="  ")
    assert Visit.objects.get().place == "小区北门"


def test_log_visit_measures_the_note(worker, household):
    with pytest.raises(ValidationError):
        log(worker, household, note="长" * (NOTE_LENGTH + 1))
    assert not Visit.objects.exists()


def test_a_need_is_opened_with_the_visit(worker, household):
    visit = log(worker, household, outcome="need", note="暖气不热", needs=[{"kind": "heating"}]).visit

    need = NeedRequest.objects.get()
    assert (need.visit, need.household, need.kind, need.text) == (visit, household, "heating", "暖气不热")
    assert (need.state, need.opened_on, need.area_code) == ("open", visit.visited_on, household.area_code)


def test_a_dispute_leads_on_only_where_a_page_exists(settings, worker, household):
    settings.FOLLOW_UPS = [
        {"outcome": "dispute", "label": "登记纠纷", "url": "home", "right": "disputes.register"},
        {"outcome": "dispute", "label": "没有这页", "url": "nowhere:page", "right": "disputes.register"},
        {"outcome": "dispute", "label": "没有权限", "url": "home", "right": "deeds.issue"},
    ]
    visit = log(worker, household, outcome="dispute", note="两家争车位").visit

    assert follow_ups(visit, worker) == [{"label": "登记纠纷", "url": f"/?visit={visit.client_uuid}"}]
    assert follow_ups(log(worker, household).visit, worker) == []


VERBS = {"solve": solve_need, "decline": decline_need, "withdraw": withdraw_need, "reopen": reopen_need}


@pytest.mark.parametrize("step", NEED_STEPS.values(), ids=lambda step: step.name)
@pytest.mark.parametrize("state", NeedState.values)
def test_a_need_moves_as_its_table_says(worker, household, state, step):
    need = make_need(household, state=state)
    if state not in step.sources:
        with pytest.raises(Refused):
            VERBS[step.name](need, by=worker, note="已经处理")
        return
    VERBS[step.name](need, by=worker, note="已经处理")

    need.refresh_from_db()
    closed = step.target != "open"
    assert (need.state, need.closed_on) == (step.target, today() if closed else None)
    assert (need.outcome_note if closed else need.reopen_note) == "已经处理"
    assert need.solved_on == (today() if step.target == "solved" else None)
    assert AuditEvent.objects.filter(action=f"grids.{step.name}_need").count() == 1


def test_solve_need_wants_words_and_the_own_grid(worker, household, stranger):
    need = make_need(household)
    with pytest.raises(Refused):
        solve_need(need, by=worker, note=" ")
    with pytest.raises(PermissionDenied):
        solve_need(need, by=stranger, note="好了")
    need.refresh_from_db()
    assert need.state == "open"


def test_tag_resident_wants_a_basis_and_an_end_within_reason(secretary, household):
    fair = {"kind": "disabled", "basis": "残联名册", "expires_on": today() + timedelta(days=300)}
    for change in (
        {"basis": "  "},
        {"expires_on": today()},
        {"expires_on": today() + timedelta(days=4 * 366)},
    ):
        with pytest.raises((ValidationError, Refused)):
            tag_resident(household, by=secretary, **fair | change)
    tag_resident(household, by=secretary, **fair)

    assert CareTag.objects.live_on(today()).count() == 1


def test_tag_resident_is_the_keepers(worker, household):
    with pytest.raises(PermissionDenied):
        tag_resident(household, by=worker, kind="disabled", basis="名册", expires_on=today() + timedelta(9))


def test_end_tag_ends_it_and_keeps_it(secretary, household):
    tag = make_tag(household)
    end_tag(tag, by=secretary, reason="已好转")

    assert not CareTag.objects.live_on(today()).exists()
    assert CareTag.objects.count() == 1


@pytest.fixture
def own_grid(household):
    for code in ("grid_worker", "grid_leader", "building_leader", "unit_leader", "liaison_cadre"):
        make_role(code)
    return Grid.objects.get()


def test_staff_grid_opens_a_seat_and_fills_it(own_grid, secretary):
    person = make_user()
    staff_grid(own_grid, by=secretary, role="grid_worker", user=person)

    assert Grid.objects.staffed(today()).get() == own_grid
    assert person.may("grids.visit", own_grid.area_code)


def test_staff_grid_takes_one_worker_a_seat(own_grid, worker, secretary):
    with pytest.raises(Refused) as refusal:
        staff_grid(own_grid, by=secretary, role="grid_worker", user=make_user())
    assert refusal.value.code == "seat_taken"


def test_release_seat_leaves_a_vacancy_that_a_cover_does_not_fill(own_grid, worker, secretary):
    release_seat(GridWorker.objects.get(), by=secretary)
    cover = make_user()
    staff_grid(own_grid, by=secretary, role="grid_worker", user=cover, is_cover=True)
    worker.forget_posts()

    assert not worker.may("grids.visit")
    assert cover.may("grids.visit", own_grid.area_code)
    assert not Grid.objects.staffed(today()).exists()


def test_staff_grid_seats_several_unit_leaders_in_a_building(own_grid, building, secretary, country):
    for _ in range(2):
        staff_grid(own_grid, by=secretary, role="unit_leader", user=make_user(), building=building)
    for elsewhere in (None, country["990101001001002001"]):
        with pytest.raises(Refused):
            staff_grid(own_grid, by=secretary, role="unit_leader", user=make_user(), building=elsewhere)


def test_staff_grid_is_not_for_a_grid_leader(own_grid, grid):
    leader = make_user()
    hold(leader, "grid_leader", grid)
    with pytest.raises(PermissionDenied):
        staff_grid(own_grid, by=leader, role="grid_worker", user=make_user())
