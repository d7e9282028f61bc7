from datetime import date

from django.db import transaction

from governance.audit.actions import record
from governance.kernel.scope import demand
from grids.models import Compound
from property.enums import Right, ServiceMode
from property.models import PropertyCompany, PropertyContract
from property.rules import check_end


def sign_contract(
    compound: Compound,
    *,
    by,
    from_on: date,
    to_on: date | None = None,
    company: PropertyCompany | None = None,
    mode: str = ServiceMode.PROFESSIONAL,
    fee_cents: int = 0,
    manager: str = "",
) -> PropertyContract:
    """Register who serves a compound from `from_on` up to but not including `to_on`; one contract at a time."""
    demand(by, Right.MANAGE, compound.area_code)
    with transaction.atomic():
        contract = PropertyContract(
            compound=compound,
            company=company,
            mode=mode,
            valid=(from_on, to_on),
            fee_cents=fee_cents,
            area=compound.area,
        )
        contract.place_in(compound.area)
        contract.seal_value("manager", manager)
        contract.full_clean(exclude=["area_code"])
        contract.save()
        after = {"compound": compound.pk, "company": company and company.pk, "from": from_on, "to": to_on}
        record("property.sign_contract", by=by, subject=contract, after=after | {"mode": mode})
        return contract


def end_contract(contract: PropertyContract, *, by, on: date, reason: str = "") -> None:
    """Let a contract end early or at all: `on` is the first day without service."""
    demand(by, Right.MANAGE, contract.area_code)
    with transaction.atomic():
        held = PropertyContract.objects.select_for_update().get(pk=contract.pk)
        check_end(held, on)
        before = {"to": held.valid.upper}
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("property.end_contract", by=by, subject=held, before=before, after={"to": on}, reason=reason)
