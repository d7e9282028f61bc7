"""Who is reminded of what, once a period; the worker asks, opens an errand or puts it aside."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.eligibility import decline_hint, make_hints, take_hint
from grids.actions.service_items import load_eligibility_rules, load_services, save_service, switch_rule
from grids.models import EligibilityHint, EligibilityRule, Errand, ServiceItem
from grids.rules.eligibility import open_hints, why
from grids.tasks import make_eligibility_hints
from tests.factories.casework import make_rules
from tests.factories.errands import make_errand, make_hint, make_item, make_rule
from tests.factories.grids import make_resident, make_tag
from tests.factories.people import make_user

DAY = date(2026, 11, 25)


def found() -> list[tuple]:
    return list(EligibilityHint.objects.order_by("pk").values_list("resident__name", "period", "due_on"))


def test_a_year_of_birth_gives_a_year_and_no_day(household):
    make_rule(age=80, lead_days=0)
    for name, born in (("张三", 1946), ("李四", 1945), ("王五", 1947), ("赵六", None)):
        make_resident(household, name=name, birth_year=born)

    assert make_hints(DAY) == 1
    assert found() == [("张三", "2026", None)]


def test_the_lead_reaches_into_the_next_year(household):
    make_rule(age=80, lead_days=60)
    make_resident(household, name="王五", birth_year=1947)

    make_hints(DAY)
    hint = EligibilityHint.objects.get()
    assert hint.period == "2027"
    assert why(hint) == ("明年满 80 岁" if today().year == 2026 else "今年满 80 岁")


def test_a_tag_that_ends_soon_is_named_once_for_its_end(household):
    resident = make_resident(household, name="张三")
    make_rule("tag_expiring", care_kind="disabled", lead_days=30)
    for kind, days, who in (
        ("disabled", 20, resident),
        ("disabled", 40, resident),
        ("veteran", 20, resident),
    ):
        make_tag(household, kind=kind, days=days, resident=who)
    make_tag(household, kind="disabled", days=10)

    assert make_hints(today()) == 2
    assert found() == [
        ("张三", (today() + timedelta(days=20)).isoformat(), today() + timedelta(days=20)),
        (None, (today() + timedelta(days=10)).isoformat(), today() + timedelta(days=10)),
    ]


def test_a_yearly_certificate_is_due_in_its_month(household):
    make_rule("yearly", age=75, month=12, lead_days=15)
    for name, born in (("张三", 1951), ("李四", 1952)):
        make_resident(household, name=name, birth_year=born)

    assert make_hints(date(2026, 11, 15)) == 0
    assert make_hints(date(2026, 11, 16)) == 1
    assert found() == [("张三", "2026", date(2026, 12, 31))]
    assert make_hints(date(2027, 1, 1)) == 0


def test_a_yearly_rule_for_a_care_kind_asks_its_holders_alone(household):
    make_rule("yearly", care_kind="low_income", month=DAY.month)
    holder, _other = make_resident(household, name="张三"), make_resident(household, name="李四")
    make_tag(household, kind="low_income", resident=holder, from_on=DAY - timedelta(days=9), days=900)

    make_hints(DAY)
    assert [row[0] for row in found()] == ["张三"]


def test_the_sweep_run_twice_does_nothing_twice(household):
    make_rule(age=80, lead_days=0)
    make_rule("tag_expiring", lead_days=30)
    make_rule("yearly", month=DAY.month)
    make_resident(household, birth_year=1946)
    make_tag(household, days=(DAY - today()).days + 20, from_on=DAY - timedelta(days=9))

    first = make_hints(DAY)
    before = found()
    assert first == 3
    assert [make_hints(DAY), make_hints(DAY + timedelta(days=1))] == [0, 0]
    assert found() == before
    assert AuditEvent.objects.filter(action="grids.make_hints").count() == 3


def test_what_was_put_aside_does_not_come_back(household, worker):
    make_rule(age=80, lead_days=0)
    make_resident(household, birth_year=today().year - 80)
    make_eligibility_hints()
    decline_hint(EligibilityHint.objects.get(), by=worker, note="已经在领")

    make_eligibility_hints()
    assert list(EligibilityHint.objects.values_list("state", "reason")) == [("declined", "已经在领")]
    assert open_hints(worker) == []


def test_rules_that_are_off_make_nothing(household):
    make_resident(household, birth_year=1946)
    make_rule(age=80, lead_days=0, is_enabled=False)
    closed = make_item("B99", is_active=False)
    make_rule(age=80, lead_days=0, item=closed)

    assert make_hints(DAY) == 0


def test_who_has_moved_away_is_not_named(household):
    make_rule(age=80, lead_days=0)
    make_resident(household, birth_year=1946, left_on=DAY)

    assert make_hints(DAY) == 0


def test_one_tap_opens_the_errand_of_the_hint(household, worker):
    make_rules()
    resident = make_resident(household, name="欧阳修远")
    hint = make_hint(household, resident=resident)

    errand = take_hint(hint, by=worker)

    hint.refresh_from_db()
    assert (hint.state, hint.errand, hint.closed_on) == ("taken", errand, today())
    assert (errand.resident, errand.item, errand.household) == (resident, hint.rule.item, household)
    with pytest.raises(Refused):
        take_hint(hint, by=worker)
    assert Errand.objects.count() == 1


def test_a_hint_about_a_household_asks_its_contact(household, worker):
    hint = make_hint(household)
    with pytest.raises(Refused) as refused:
        take_hint(hint, by=worker)
    assert refused.value.code == "nobody_named"
    contact = make_resident(household, is_contact=True)
    assert take_hint(hint, by=worker).resident == contact


def test_putting_aside_takes_a_reason_and_the_right(household, worker, official):
    hint = make_hint(household)
    with pytest.raises(Refused):
        decline_hint(hint, by=worker, note=" ")
    with pytest.raises(PermissionDenied):
        decline_hint(hint, by=official, note="看看")


def test_hints_are_for_whoever_runs_errands_there(household, country, worker):
    hint = make_hint(household, resident=make_resident(household))
    beside = make_user("grid_worker", country["990101001001002"])
    building = make_user("building_leader", country["990101001001001001"])

    assert open_hints(worker) == [hint]
    assert [open_hints(person) for person in (beside, building)] == [[], []]


def test_a_hint_ends_with_its_time(household, worker):
    make_hint(household, period="2020")
    make_hint(household, period="x", due_on=today() - timedelta(days=1))
    last = make_hint(household, period="y", due_on=today())

    assert open_hints(worker) == [last]


def test_a_hint_is_made_once_for_a_rule_a_person_and_a_period(household):
    hint = make_hint(household)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_hint(household, rule=hint.rule, period=hint.period)


def test_a_rule_is_switched_by_whoever_keeps_the_catalogue(country, worker):
    rule = make_rule(is_enabled=False)
    keeper = make_user("street_deputy", country["990101001"])
    with pytest.raises(PermissionDenied):
        switch_rule(rule, by=worker, is_enabled=True)
    switch_rule(rule, by=keeper, is_enabled=True)
    assert EligibilityRule.objects.get().is_enabled


def test_a_changed_item_leaves_errands_under_way_alone(country, grid):
    keeper = make_user("street_deputy", country["990101001"])
    errand = make_errand(grid, "consented")

    save_service(errand.item, by=keeper, materials=[{"name": "委托书"}])

    assert [paper.name for paper in errand.item.materials.all()] == ["委托书"]
    assert [paper.name for paper in errand.materials.all()] == ["身份证", "申请表", "照片"]


def test_the_catalogue_is_kept_by_whoever_may(worker):
    with pytest.raises(PermissionDenied):
        save_service(ServiceItem(code="B1", name="试", department="民政局"), by=worker, materials=[])


def test_a_preset_adds_what_is_missing_and_leaves_what_was_edited(db):
    rows = [{"code": "B0101", "name": "高龄津贴", "department": "民政局", "materials": [{"name": "身份证"}]}]
    rules = [{"code": "age80", "name": "满八十", "item": "B0101", "kind": "turning_age", "age": 80}]
    for _time in range(2):
        load_services(rows)
        load_eligibility_rules(rules)
        ServiceItem.objects.update(department="民政局窗口")
        EligibilityRule.objects.update(is_enabled=True)

    item, rule = ServiceItem.objects.get(), EligibilityRule.objects.get()
    assert (item.department, item.materials.count(), rule.is_enabled) == ("民政局窗口", 1, True)
