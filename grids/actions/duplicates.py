from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from governance.areas.models import Area
from governance.audit.actions import record
from governance.people.models import User
from grids.enums.duplicates import DuplicateKind
from grids.enums.rights import Right
from grids.models import Duplicate, Household, Resident
from grids.rules.duplicates import Pairs, doors_alike, people_alike


def find_duplicates(community: Area, *, by: User | None) -> int:
    """Work out anew which rows of a community may be one; pairs looked at before are not asked again.

    Answers how many pairs wait. `by` None is the nightly sweep. Done twice it changes nothing.
    """
    if by is not None and not by.may(Right.MANAGE, community.code):
        raise PermissionDenied
    people = Resident.objects.within(community.code).living_here()
    doors = Household.objects.within(community.code)
    residents = people_alike(people.values("id", "household", "name", "birth_year", "phone_index"))
    households = doors_alike(doors.values("id", "area", "unit", "room", "label"))
    with transaction.atomic():
        _renew(DuplicateKind.RESIDENT, residents, community, people)
        _renew(DuplicateKind.HOUSEHOLD, households, community, doors)
        waiting = Duplicate.objects.within(community.code).waiting().count()
        if by is not None:
            record("grids.find_duplicates", by=by, area_code=community.code, after={"waiting": waiting})
    return waiting


def _renew(kind: str, pairs: Pairs, community: Area, rows) -> None:
    """Drop what no longer looks alike, add what does."""
    first, second = f"first_{kind}_id", f"second_{kind}_id"
    known = Duplicate.objects.within(community.code).filter(kind=kind)
    there = {(pair[0], pair[1]): pair[2] for pair in known.values_list(first, second, "pk")}
    gone = [pk for pair, pk in there.items() if pair not in pairs]
    known.waiting().filter(pk__in=gone).delete()
    fresh = {pair: reasons for pair, reasons in pairs.items() if pair not in there}
    areas = rows.select_related("area__successor").only("area").in_bulk({pair[0] for pair in fresh})
    made = []
    for pair, reasons in sorted(fresh.items()):
        hint = Duplicate(kind=kind, reasons=reasons, **{first: pair[0], second: pair[1]})
        hint.place_in(areas[pair[0]].area)
        made.append(hint)
    Duplicate.objects.bulk_create(made, batch_size=1000, ignore_conflicts=True)


def dismiss_duplicate(hint: Duplicate, *, by: User) -> None:
    """Two different ones after all; the pair is not suggested again."""
    if not by.may(Right.MANAGE, hint.area_code):
        raise PermissionDenied
    with transaction.atomic():
        hint.dismissed_at, hint.dismissed_by = timezone.now(), by
        hint.save(update_fields=["dismissed_at", "dismissed_by"])
        record("grids.dismiss_duplicate", by=by, subject=hint)
