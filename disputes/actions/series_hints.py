"""Which disputes may be one series: many against the same firm, or about the same thing in one compound, at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from disputes.enums.alike import Basis
from disputes.enums.disputes import PartyRole
from disputes.enums.rights import Right
from disputes.enums.subjects import SUBJECTS
from disputes.models import Dispute, Party, SeriesHint, SeriesRule
from disputes.rules.likeness import subjects_of
from disputes.rules.parties import org_key
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.wording import office_language
from governance.people.models import User
from grids.models import BuildingGroup

STREET = 9  # characters of a code: the lowest office that opens a series
OFFICES = (STREET, 6, 4)  # a street's, a county's, the city's


@dataclass(frozen=True)
class Found:
    """One dispute of a group: what the group has in common, where the dispute lies, when it came."""

    basis: str
    key: str
    label: str
    dispute: int
    area_code: str
    day: date


def load_series_rules(rows: list[dict]) -> None:
    """Write the rules of a preset; one that is there stays as the office has set it."""
    SeriesRule.objects.bulk_create((SeriesRule(**row) for row in rows), ignore_conflicts=True)


@transaction.atomic
def find_series_hints() -> int:
    """Work out anew what may be a series; answers how many hints wait. Done twice it changes nothing."""
    wanted = {}
    for rule in SeriesRule.objects.order_by("basis"):
        for group in _groups(rule):
            wanted |= {(code, rule.basis, group[0].key): part for code, part in _offices(group, rule.least)}
    dismissed = _dismissed()
    fresh = {
        mark: part for mark, part in wanted.items() if not {one.dispute for one in part} <= dismissed[mark]
    }
    there = {(hint.area_code, hint.basis, hint.key): hint for hint in SeriesHint.objects.waiting()}
    for mark in there.keys() - fresh.keys():
        there[mark].delete()
    areas = {area.code: area for area in Area.objects.open().filter(code__in=[mark[0] for mark in fresh])}
    for mark, part in fresh.items():
        if mark[0] in areas:
            _renew(there.get(mark), areas[mark[0]], part)
    return SeriesHint.objects.waiting().count()


def _groups(rule: SeriesRule) -> Iterable[list[Found]]:
    since = today() - timedelta(days=rule.days)
    disputes = Dispute.objects.filter(case__registered_on__gt=since, case__is_restricted=False)
    disputes = disputes.filter(membership__isnull=True, leads__isnull=True)
    groups = defaultdict(dict)
    for one in _by_firm(disputes) if rule.basis == Basis.FIRM else _by_compound(disputes):
        groups[one.key][one.dispute] = one
    return [list(group.values()) for group in groups.values() if len(group) >= rule.least]


def _by_firm(disputes: QuerySet) -> Iterator[Found]:
    firms = Party.objects.filter(dispute__in=disputes, role=PartyRole.RESPONDENT, is_org=True).order_by("id")
    columns = ("name", "dispute_id", "dispute__case__area_code", "dispute__case__registered_on")
    for name, *told in firms.values_list(*columns):
        yield Found(Basis.FIRM, org_key(name)[:120], name, *told)


def _by_compound(disputes: QuerySet) -> Iterator[Found]:
    """Those at a building group of a known compound, by what they are about."""
    homes = dict(
        BuildingGroup.objects.filter(
            compound__isnull=False, area__in=disputes.values("case__area")
        ).values_list("area", "compound__name")
    )
    at = dict(BuildingGroup.objects.filter(area__in=homes).values_list("area", "compound"))
    columns = ("pk", "case__area", "case__area_code", "case__registered_on", "case__title", "case__summary")
    for pk, area, code, day, title, summary in disputes.filter(case__area__in=homes).values_list(*columns):
        for subject, _times in subjects_of(title, summary).most_common(1):
            with office_language():
                label = f"{homes[area]} {SUBJECTS[subject]}"
            yield Found(Basis.COMPOUND, f"{at[area]}:{subject}", label, pk, code, day)


def _offices(group: list[Found], least: int) -> Iterator[tuple[str, list[Found]]]:
    """The lowest offices that have enough of a group, and one above them that has more."""
    seen: set[frozenset] = set()
    for width in OFFICES:
        parts = defaultdict(list)
        for one in group:
            if len(one.area_code) >= width:
                parts[one.area_code[:width]].append(one)
        for code, part in parts.items():
            keys = frozenset(one.dispute for one in part)
            if len(part) >= least and keys not in seen:
                seen.add(keys)
                yield code, part


def _dismissed() -> dict[tuple, set[int]]:
    """What was looked at before: a group asked about once is asked about again when it has grown."""
    found = defaultdict(set)
    hints = SeriesHint.objects.filter(dismissed_at__isnull=False)
    for *mark, dispute in hints.values_list("area_code", "basis", "key", "disputes"):
        found[tuple(mark)].add(dispute)
    return found


def _renew(hint: SeriesHint | None, area: Area, part: list[Found]) -> None:
    hint = hint or SeriesHint(basis=part[0].basis, key=part[0].key, area=area)
    newest = max(part, key=lambda one: (one.day, one.dispute))
    before = (hint.label, hint.first_on, hint.last_on)
    hint.label, hint.first_on, hint.last_on = newest.label[:120], min(one.day for one in part), newest.day
    if hint.pk is None or before != (hint.label, hint.first_on, hint.last_on):
        hint.save()
    hint.disputes.set([one.dispute for one in part])


@transaction.atomic
def dismiss_hint(hint: SeriesHint, *, by: User) -> None:
    """不立系列案; the same disputes are not suggested again."""
    if not by.may(Right.MEDIATE, hint.area_code):
        raise PermissionDenied
    hint.dismissed_at, hint.dismissed_by = timezone.now(), by
    hint.save(update_fields=["dismissed_at", "dismissed_by"])
    record("series.dismiss_hint", by=by, subject=hint, after={"basis": hint.basis})
