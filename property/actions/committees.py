from datetime import date

from django.db import transaction

from governance.audit.actions import record
from grids.models import Compound
from property.models import OwnersCommittee
from property.rules import check_end, check_right


def form_committee(compound: Compound, *, by, on: date, kind: str, **details) -> OwnersCommittee:
    """Register an owners' or management committee from its election on; one live committee a compound."""
    check_right(by, compound.area_code)
    with transaction.atomic():
        committee = OwnersCommittee(
            compound=compound, kind=kind, valid=(on, None), area=compound.area, **details
        )
        committee.place_in(compound.area)
        committee.full_clean(exclude=["area_code"])
        committee.save()
        after = {"compound": compound.pk, "kind": kind, "on": on}
        record("property.form_committee", by=by, subject=committee, after=after)
        return committee


def dissolve_committee(committee: OwnersCommittee, *, by, on: date, reason: str = "") -> None:
    """End a committee: `on` is the first day without it."""
    check_right(by, committee.area_code)
    with transaction.atomic():
        held = OwnersCommittee.objects.select_for_update().get(pk=committee.pk)
        check_end(held, on)
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("property.dissolve_committee", by=by, subject=held, after={"on": on}, reason=reason)
