"""Who may be entitled to something now: hints made by night, followed up or put aside by the worker."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.people.models import User
from grids.actions.errands import open_errand
from grids.enums.errands import RuleKind
from grids.models import CareTag, EligibilityHint, EligibilityRule, Errand, Resident

BATCH = 2000


@transaction.atomic
def take_hint(hint: EligibilityHint, *, by: User) -> Errand:
    """发起代办 in one tap, for the person and the item of the hint."""
    resident = hint.resident or hint.household.residents.living_here().filter(is_contact=True).first()
    if resident is None:
        raise Refused("nobody_named", _("这一户还没有登记联系人，请从住户页面发起代办并填写姓名。"))
    errand, _is_new = open_errand(by=by, item=hint.rule.item, resident=resident)
    move(hint, "take", by=by, changes={"errand": errand, "closed_on": today()})
    return errand


def decline_hint(hint: EligibilityHint, *, by: User, note: str) -> None:
    """不需要, and why; the hint does not come back within its period."""
    move(hint, "decline", by=by, note=note, changes={"reason": note.strip()[:200], "closed_on": today()})


def make_hints(day: date) -> int:
    """Make the hints that the enabled rules call for on a day; answers how many. Made once, however often it runs."""
    rules = EligibilityRule.objects.filter(is_enabled=True, item__is_active=True)
    return sum(_make_hints(rule, day) for rule in rules)


@transaction.atomic
def _make_hints(rule: EligibilityRule, day: date) -> int:
    found, made = _CANDIDATES[rule.kind](rule, day), 0
    while rows := list(islice(found, BATCH)):
        EligibilityHint.objects.bulk_create(rows, ignore_conflicts=True)
        made += len(rows)
    if made:
        record("grids.make_hints", by=None, subject=rule, after={"day": day.isoformat(), "hints": made})
    return made


def _turning_age(rule: EligibilityRule, day: date) -> Iterator[EligibilityHint]:
    """Whoever reaches the age in the year the lead runs into. The day of birth is not known, so none is named."""
    year = (day + timedelta(days=rule.lead_days)).year
    people = Resident.objects.filter(birth_year=year - rule.age)
    return _hints_for(people, rule, period=str(year), day=day)


def _yearly(rule: EligibilityRule, day: date) -> Iterator[EligibilityHint]:
    """Whoever has to be certified in the rule's month, once the lead before that month has begun."""
    for year in (day.year, day.year + 1):
        first = date(year, rule.month, 1)
        last = first.replace(day=calendar.monthrange(year, rule.month)[1])
        if first - timedelta(days=rule.lead_days) <= day <= last:
            people = Resident.objects.all()
            if rule.age is not None:
                people = people.filter(birth_year__lte=year - rule.age)
            yield from _hints_for(people, rule, period=str(year), day=day, due_on=last)


def _hints_for(
    people: QuerySet, rule: EligibilityRule, *, period: str, day: date, due_on: date | None = None
) -> Iterator[EligibilityHint]:
    if rule.care_kind:
        tags = CareTag.objects.live_on(day).filter(kind=rule.care_kind, resident=OuterRef("pk"))
        people = people.filter(Exists(tags))
    known = EligibilityHint.objects.filter(rule=rule, period=period, resident=OuterRef("pk"))
    rows = people.living_here().exclude(Exists(known)).values_list("pk", "household", "area", "area_code")
    for resident, household, area, area_code in rows.iterator(chunk_size=BATCH):
        yield EligibilityHint(
            rule=rule, resident_id=resident, household_id=household, area_id=area, area_code=area_code,
            period=period, due_on=due_on,
        )  # fmt: skip


def _tag_expiring(rule: EligibilityRule, day: date) -> Iterator[EligibilityHint]:
    """Whoever's care tag ends within the lead; a tag of the household names nobody."""
    tags = CareTag.objects.live_on(day).filter(expires_on__lte=day + timedelta(days=rule.lead_days))
    if rule.care_kind:
        tags = tags.filter(kind=rule.care_kind)
    known = {
        (household, resident, period)
        for household, resident, period in EligibilityHint.objects.filter(rule=rule).values_list(
            "household", "resident", "period"
        )
    }
    for tag in tags.order_by("pk").iterator(chunk_size=BATCH):
        key = (tag.household_id, tag.resident_id, tag.expires_on.isoformat())
        if key not in known:
            known.add(key)
            yield EligibilityHint(
                rule=rule, household_id=key[0], resident_id=key[1], period=key[2], due_on=tag.expires_on,
                area_id=tag.area_id, area_code=tag.area_code,
            )  # fmt: skip


_CANDIDATES = {
    RuleKind.TURNING_AGE: _turning_age,
    RuleKind.TAG_EXPIRING: _tag_expiring,
    RuleKind.YEARLY: _yearly,
}
