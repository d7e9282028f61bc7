"""The way of an errand: nobody's papers without their leave, one step after another, the photos gone in time."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from governance.audit.models import AuditEvent
from governance.casework.models import Case
from governance.files.models import Attachment
from governance.files.tasks import remove_expired_attachments
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.errand_papers import add_photo, check_papers
from grids.actions.errand_steps import VERBS, deliver_errand, give_consent, submit_errand, withdraw_errand
from grids.actions.errands import open_errand
from grids.actions.progress import look_up
from grids.enums.errands import LONGEST_PHOTO_DAYS, NOTICE_VERSION
from grids.models import Errand
from grids.states.errands import ERRAND_STEPS, ErrandState
from tests.factories.casework import make_rules
from tests.factories.errands import make_consent, make_errand, make_item
from tests.factories.files import picture_upload
from tests.factories.grids import make_household, make_need, make_resident
from tests.factories.people import make_user

ARGUMENTS = {
    "consent": {"way": "signed"},
    "submit": {"place": "民生服务中心"},
    "close": {"satisfaction": "fair"},
}
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def rules(country):
    make_rules()


@pytest.fixture
def resident(household):
    return make_resident(household, name="欧阳修远", phone="13812345678", is_contact=True)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def take(step: str, errand: Errand, by, **more) -> Errand:
    """A step of the errand read anew; answers it as it then stands."""
    VERBS[step](
        Errand.objects.get(pk=errand.pk), by=by, **{"note": "情况属实"} | ARGUMENTS.get(step, {}) | more
    )
    return Errand.objects.get(pk=errand.pk)


def tick(errand: Errand, by, *marks: str) -> None:
    check_papers(errand, by=by, marks={paper.pk: set(marks) for paper in errand.materials.all()})


def kept_photo(errand: Errand, by) -> Attachment:
    return add_photo(errand, by=by, paper=errand.materials.first(), upload=picture_upload())


@pytest.mark.parametrize("state", ErrandState.values)
def test_every_step_works_from_its_sources_and_nowhere_else(rules, grid, worker, state):
    for name, step in ERRAND_STEPS.items():
        errand = make_errand(grid, state)
        if name == "gather":
            errand.materials.update(received_on=today())
        if state in step.sources:
            assert take(name, errand, worker).case.state == step.target, name
        else:
            with pytest.raises(Refused) as refused:
                take(name, errand, worker)
            assert refused.value.code == "wrong_state", name
            assert Case.objects.get(pk=errand.pk).state == state


@pytest.mark.parametrize("name", [name for name, step in ERRAND_STEPS.items() if step.needs_note])
def test_a_step_with_a_reason_is_refused_without(rules, grid, worker, name):
    errand = make_errand(grid, min(ERRAND_STEPS[name].sources))
    with pytest.raises(Refused) as refused:
        take(name, errand, worker, note=" ")
    assert refused.value.code == "reason_required"


@pytest.mark.parametrize("name", sorted(ERRAND_STEPS))
def test_a_step_takes_its_right_where_the_errand_lies(rules, grid, official, stranger, name):
    errand = make_errand(grid, min(ERRAND_STEPS[name].sources))
    for person in (official, stranger):
        with pytest.raises(PermissionDenied):
            take(name, errand, person)


def test_from_the_request_to_the_hand_over(rules, household, resident, worker):
    item = make_item(amount=15)
    errand, is_new = open_errand(by=worker, item=item, resident=resident, note="腿脚不便")
    assert is_new
    assert (errand.case.title, errand.shown_name) == (f"{item}：欧**远", "欧**远")
    assert errand.case.number[6] == "B"
    assert errand.case.owner_post == worker.live_holdings[0].post
    assert [paper.name for paper in errand.materials.all()] == ["身份证", "申请表", "照片"]

    errand = take("consent", errand, worker)
    tick(errand, worker, "received", "copied")
    errand = take("gather", errand, worker)
    errand = take("submit", errand, worker, external_number="JF-7")
    errand = take("grant", errand, worker)
    errand = take("deliver", errand, worker, returns_papers=True, satisfaction="satisfied")
    errand = take("close", errand, worker, satisfaction="")

    case = errand.case
    assert (case.state, case.outcome, case.resolved_on, case.closed_on) == (
        "closed", "resolved", today(), today(),
    )  # fmt: skip
    assert (errand.result, errand.external_number, errand.satisfaction) == ("done", "JF-7", "satisfied")
    assert errand.consent.notice_version == NOTICE_VERSION
    assert list(errand.materials.values_list("returned_on", flat=True)) == [today(), None, None]
    kinds = ["register", "consent", "gather", "submit", "grant", "deliver", "close"]
    assert list(case.actions.values_list("kind", flat=True)) == kinds
    assert AuditEvent.objects.filter(action="errand.deliver", object_id=str(case.pk)).count() == 1


@time_machine.travel(datetime(2026, 11, 23, 10, 0, tzinfo=ZONE), tick=False)
def test_the_limit_of_the_item_runs_from_the_day_it_is_handed_in(rules, grid, worker):
    errand = take("submit", make_errand(grid, "materials_ready"), worker)
    assert errand.case.due_at == datetime(2026, 12, 14, 23, 59, 59, tzinfo=ZONE)
    assert errand.case.handle_due_at == errand.case.due_at


@time_machine.travel(datetime(2026, 11, 23, 10, 0, tzinfo=ZONE), tick=False)
def test_an_item_without_a_limit_takes_the_common_one(rules, grid, worker):
    errand = take("submit", make_errand(grid, "materials_ready", item=make_item("B9", amount=None)), worker)
    assert errand.case.due_at == datetime(2026, 12, 7, 23, 59, 59, tzinfo=ZONE)


def test_asking_for_more_papers_stops_the_clock_until_they_are_handed_in(rules, grid, worker):
    errand = take("submit", make_errand(grid, "materials_ready"), worker)
    errand = take("supplement", errand, worker, note="缺户口簿")
    assert errand.case.paused_at is not None
    tick(errand, worker, "received")
    with time_machine.travel(datetime.now(ZONE) + timedelta(days=9), tick=False):
        errand = take("resubmit", errand, worker)
        assert errand.case.paused_at is None
        assert errand.case.due_at.date() > today() + timedelta(days=15)


def test_nothing_is_collected_before_consent(media, grid, worker):
    errand = make_errand(grid)
    with pytest.raises(Refused) as ticked:
        tick(errand, worker, "received")
    with pytest.raises(Refused) as photographed:
        kept_photo(errand, worker)
    assert (ticked.value.code, photographed.value.code) == ("not_collecting", "not_collecting")
    assert not Attachment.objects.exists()


def test_a_refused_consent_ends_the_errand(rules, grid, worker):
    errand = take("withdraw", make_errand(grid), worker, note="本人不同意代办")
    assert (errand.case.state, errand.case.outcome) == ("withdrawn", "refused")
    assert errand.live_consent is None
    with pytest.raises(Refused):
        take("consent", errand, worker)


@pytest.mark.parametrize("state", ["consented", "materials_ready", "submitted", "supplement", "decided"])
def test_consent_can_be_taken_back_at_any_time_before_delivery(rules, grid, worker, state):
    errand = make_errand(grid, state)
    withdraw_errand(errand, by=worker, note="自己去办")
    errand = Errand.objects.get(pk=errand.pk)
    assert errand.case.state == "withdrawn"
    assert errand.consent.withdrawn_on == today()
    assert errand.case.closed_on == today()


def test_nothing_is_handed_in_without_a_consent_in_force(rules, grid, worker):
    errand = make_errand(grid, "materials_ready")
    errand.consent.withdrawn_on = today()
    errand.consent.save()
    with pytest.raises(Refused) as refused:
        take("submit", errand, worker)
    assert "取得居民授权" in refused.value.message


@pytest.mark.parametrize(
    ("given", "missing"),
    [({"way": "guardian"}, "监护人姓名"), ({"way": "oral", "note": ""}, "有谁在场")],
)
def test_a_consent_says_what_its_way_takes(rules, grid, worker, given, missing):
    with pytest.raises(ValidationError) as wrong:
        give_consent(make_errand(grid), by=worker, **given)
    assert missing in str(wrong.value)
    with pytest.raises(Refused):
        give_consent(make_errand(grid), by=worker, way="signed", given_on=today() + timedelta(days=1))


def test_a_guardian_consents_for_a_child(rules, household, worker):
    child = make_resident(household, birth_year=today().year - 13)
    errand = make_errand(household.area, resident=child, household=household)
    with pytest.raises(Refused) as refused:
        take("consent", errand, worker)
    assert refused.value.code == "guardian_required"
    assert take("consent", errand, worker, way="guardian", giver="张三").case.state == "consented"


def test_whom_it_is_for_follows_it_by_code_and_digits(rules, household, resident):
    listed = make_errand(household.area, resident=resident, household=household)
    named = make_errand(household.area)
    assert look_up(listed.case.public_code, "5678").case == listed.case
    assert look_up(named.case.public_code, "8000").case == named.case
    for wrong in ("0000", ""):
        with pytest.raises(Refused):
            look_up(listed.case.public_code, wrong)


def test_a_guardian_is_kept_sealed(rules, grid, worker):
    errand = take("consent", make_errand(grid), worker, way="guardian", giver="欧阳监护")
    consent = errand.consent
    assert (consent.giver_masked, consent.open_value("giver")) == ("欧**护", "欧阳监护")
    assert "欧阳" not in consent.giver_sealed


def test_missing_papers_are_named(rules, grid, worker):
    errand = make_errand(grid, "consented")
    with pytest.raises(Refused) as refused:
        take("gather", errand, worker)
    assert "收到身份证" in refused.value.message and "收到申请表" in refused.value.message
    assert "照片" not in refused.value.message


def test_papers_of_the_resident_go_back_before_closing(rules, grid, worker):
    errand = make_errand(grid, "delivered")
    errand.materials.update(returned_on=None)
    with pytest.raises(Refused) as refused:
        take("close", errand, worker)
    assert "退还身份证" in refused.value.message
    tick(errand, worker, "received", "returned")
    assert take("close", errand, worker).case.state == "closed"


def test_a_paper_that_never_came_cannot_go_back(rules, grid, worker):
    with pytest.raises(ValidationError):
        tick(make_errand(grid, "consented"), worker, "returned")


def test_photos_leave_some_days_after_delivery(
    media, rules, grid, worker, django_capture_on_commit_callbacks
):
    errand = make_errand(grid, "consented", item=make_item("B7", keep_days=10))
    photo = kept_photo(errand, worker)
    assert photo.expires_on == today() + timedelta(days=LONGEST_PHOTO_DAYS)
    for step in ("gather", "submit", "grant"):
        errand.materials.update(received_on=today())
        errand = take(step, errand, worker)
    delivered = today()
    deliver_errand(errand, by=worker)

    for days, is_there in ((9, True), (10, False), (11, False)):
        with (
            time_machine.travel(
                datetime.combine(delivered, datetime.min.time(), ZONE) + timedelta(days=days)
            ),
            django_capture_on_commit_callbacks(execute=True),
        ):
            remove_expired_attachments()
        assert Attachment.objects.kept().exists() is is_there, days
    photo.refresh_from_db()
    assert not photo.file.storage.exists(photo.file.name)


def test_photos_leave_the_night_consent_is_taken_back(
    media, rules, grid, worker, django_capture_on_commit_callbacks
):
    errand = make_errand(grid, "consented")
    photo = kept_photo(errand, worker)
    take("withdraw", errand, worker)
    with django_capture_on_commit_callbacks(execute=True):
        remove_expired_attachments()
    photo.refresh_from_db()
    assert photo.removed_at is not None
    assert not photo.file.storage.exists(photo.file.name)


def test_a_photo_counts_as_the_paper_and_is_kept_for_those_who_run_errands(media, grid, worker, official):
    errand = make_errand(grid, "consented")
    photo = kept_photo(errand, worker)
    assert errand.materials.first().received_on == today()
    assert (photo.kind, photo.view_right) == ("material", "errands.handle")
    assert list(Attachment.objects.for_user(worker)) == [photo]
    assert not Attachment.objects.for_user(official).exists()


def test_an_errand_of_a_need_closes_it_as_solved(rules, household, worker):
    need = make_need(household, worker=worker, kind="papers", text="想办老年证")
    errand, _ = open_errand(by=worker, item=make_item(), household=household, need=need, name="欧阳修远")
    errand = Errand.objects.get(pk=errand.pk)
    for step in ("consent", "gather", "submit", "grant", "deliver"):
        errand.materials.update(received_on=today())
        errand = take(step, errand, worker)
    need.refresh_from_db()
    assert (need.state, need.solved_on) == ("solved", today())
    assert errand.case.number in need.outcome_note and "办成" in need.outcome_note


def test_an_errand_in_vain_leaves_the_need_not_solved(rules, household, worker):
    need = make_need(household, worker=worker)
    errand = make_errand(household.area, "decided", result="not_done", need=need, household=household)
    take("deliver", errand, worker)
    need.refresh_from_db()
    assert (need.state, need.solved_on) == ("not_solved", None)


def test_a_need_is_taken_up_once(rules, household, worker):
    need = make_need(household, worker=worker)
    asked = {"by": worker, "item": make_item(), "household": household, "need": need, "name": "张三"}
    open_errand(**asked)
    with pytest.raises(Refused) as refused:
        open_errand(**asked)
    assert refused.value.code == "need_taken"


def test_a_need_asked_for_again_may_have_another_errand(rules, household, worker):
    need = make_need(household, worker=worker)
    withdrawn = make_errand(household.area, "withdrawn", need=need, household=household)
    asked = {"by": worker, "item": make_item(), "household": household, "need": need, "name": "张三"}
    errand, _ = open_errand(**asked)
    assert list(need.errands.order_by("pk")) == [withdrawn, errand]
    with pytest.raises(Refused) as refused:
        open_errand(**asked | {"need": make_need(household, state="solved")})
    assert refused.value.code == "need_closed"


def test_somebody_on_no_list_is_kept_sealed(rules, grid, worker):
    errand, _ = open_errand(by=worker, item=make_item(), area=grid, name="欧阳修远", phone="13812345678")
    errand = Errand.objects.get(pk=errand.pk)
    assert (errand.name_masked, errand.phone_masked) == ("欧**远", "138****5678")
    assert errand.open_value("name") == "欧阳修远"
    assert "修" not in errand.case.title


def test_the_same_request_sent_twice_makes_one_errand(rules, grid, worker):
    asked = {"by": worker, "item": make_item(), "area": grid, "name": "张三", "client_uuid": uuid.uuid4()}
    first, second = open_errand(**asked), open_errand(**asked)
    assert (first[0], second) == (second[0], (first[0], False))
    with pytest.raises(Refused):
        open_errand(**asked | {"name": "李四"})
    assert Errand.objects.count() == 1


def test_an_errand_elsewhere_or_for_a_closed_item_is_not_opened(rules, country, grid, worker):
    item = make_item()
    with pytest.raises(PermissionDenied):
        open_errand(by=worker, item=item, area=country["990101001001002"], name="张三")
    item.is_active = False
    with pytest.raises(Refused):
        open_errand(by=worker, item=item, area=grid, name="张三")
    stray = make_resident(make_household(country["990101001001001002"]))
    with pytest.raises(Refused):
        open_errand(by=worker, item=make_item("B2"), household=make_household(grid), resident=stray)


def test_a_step_decided_on_an_older_state_is_refused(rules, grid, worker):
    errand = make_errand(grid, "submitted")
    take("supplement", errand, worker, version=1)
    with pytest.raises(Refused) as refused:
        take("withdraw", errand, worker, version=1)
    assert refused.value.code == "stale"


def test_a_step_keeps_what_another_wrote_meanwhile(rules, grid, worker):
    earlier = Errand.objects.select_related("case").get(pk=make_errand(grid, "materials_ready").pk)
    submit_errand(Errand.objects.get(pk=earlier.pk), by=worker, place="民生服务中心")
    withdraw_errand(earlier, by=worker, note="自己去办")
    assert Errand.objects.get(pk=earlier.pk).submitted_on == today()


def test_the_database_holds_what_an_errand_must_say(grid):
    errand = make_errand(grid)
    for wrong in (
        {"result": "done"},
        {"decided_on": date(2026, 1, 1)},
        {"name_masked": ""},
        {"delivered_on": today()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Errand.objects.filter(pk=errand.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_consent(errand, way="guardian")


def test_an_errand_is_seen_where_it_lies(country, grid, worker, official, stranger):
    errand = make_errand(grid)
    beside = make_user("grid_worker", country["990101001001002"])
    seen = [
        Errand.objects.for_user(person).filter(pk=errand.pk).exists()
        for person in (worker, official, stranger, beside)
    ]
    assert seen == [True, True, False, False]


def test_the_queue_names_errands_only_to_whoever_may_see_them(country, grid, dispatcher):
    errand = make_errand(grid)
    mediator = make_user("mediator", country["990101001"])
    assert [list(Case.objects.for_user(person)) for person in (dispatcher, mediator)] == [[errand.case], []]
