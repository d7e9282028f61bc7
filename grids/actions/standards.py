from django.core.exceptions import PermissionDenied
from django.db import transaction

from governance.audit.actions import record
from governance.people.models import User
from grids.enums.rights import Right
from grids.models import CommunityStandard, OrgKind


def load_community_standards(rows: list[dict]) -> None:
    """Standards that are not there yet; those a place has set for itself stay as they are."""
    for row in rows:
        CommunityStandard.objects.get_or_create(code=row["code"], defaults=row)


def load_org_kinds(rows: list[dict]) -> None:
    for position, row in enumerate(rows):
        OrgKind.objects.get_or_create(code=row["code"], defaults=row | {"position": position})


def set_standards(*, by: User, values: dict[str, int], kinds: list[str]) -> None:
    """Set every standard, and the kinds of organisations in their order; a kind left out is kept but not offered."""
    if not by.may(Right.STANDARDS):
        raise PermissionDenied
    with transaction.atomic():
        before = CommunityStandard.by_code()
        for code, value in values.items():
            CommunityStandard.objects.update_or_create(code=code, defaults={"value": value})
        OrgKind.objects.exclude(name__in=kinds).update(in_use=False)
        for position, name in enumerate(kinds):
            _offer_kind(name, position)
        record("grids.set_standards", by=by, before=before, after={**values, "kinds": kinds})


def _offer_kind(name: str, position: int) -> None:
    changed = OrgKind.objects.filter(name=name).update(in_use=True, position=position)
    if not changed:
        OrgKind.objects.create(code=f"kind-{OrgKind.objects.count() + 1}", name=name, position=position)
