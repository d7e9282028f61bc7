from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from grids.models import Compound
from property.enums import Right, ServiceMode
from property.models import PropertyCompany, PropertyContract
from property.rules import check_end

STAFF = ("staff_count", "guard_count", "cleaner_count", "repairer_count")


def sign_contract(
    compound: Compound,
    *,
    by,
    from_on: date,
    to_on: date | None = None,
    company: PropertyCompany | None = None,
    mode: str = ServiceMode.PROFESSIONAL,
    manager: str = "",
    manager_phone: str = "",
    **details,
) -> PropertyContract:
    """Register who serves a compound from `from_on` up to but not including `to_on`; one contract at a time."""
    demand(by, Right.MANAGE, compound.area_code)
    with transaction.atomic():
        _check_company(company, from_on)
        contract = PropertyContract(
            compound=compound,
            company=company,
            mode=mode,
            valid=(from_on, to_on),
            area=compound.area,
            manager_since=from_on if manager else None,
            **details,
        )
        _keep_new(contract, manager, manager_phone)
        after = {"compound": compound.pk, "company": company and company.pk, "from": from_on, "to": to_on}
        record("property.sign_contract", by=by, subject=contract, after=after | {"mode": mode})
        return contract


def renew_contract(
    contract: PropertyContract,
    *,
    by,
    to_on: date | None = None,
    fee_cents: int | None = None,
    number: str = "",
) -> PropertyContract:
    """The same company goes on from the day the contract ends: a contract of its own, with the same manager."""
    demand(by, Right.MANAGE, contract.area_code)
    with transaction.atomic():
        held = _held(contract)
        if held.valid.upper is None:
            raise Refused("runs_on", _("这份合同没有约定届满日期，一直有效，不用续签。"))
        _check_company(held.company, held.valid.upper)
        following = PropertyContract(
            compound=held.compound,
            company=held.company,
            mode=held.mode,
            valid=(held.valid.upper, to_on),
            area=held.compound.area,
            fee_cents=held.fee_cents if fee_cents is None else fee_cents,
            number=number,
            manager_since=held.manager_since,
            **{name: getattr(held, name) for name in STAFF},
        )
        _keep_new(following, held.open_value("manager"), held.open_value("manager_phone"))
        after = {"after": held.pk, "from": held.valid.upper, "to": to_on}
        record("property.renew_contract", by=by, subject=following, after=after)
        return following


def change_manager(
    contract: PropertyContract, *, by, on: date, manager: str, manager_phone: str = ""
) -> None:
    """Another manager from a day on, within the time of the contract."""
    demand(by, Right.MANAGE, contract.area_code)
    with transaction.atomic():
        held = _held(contract)
        _check_running(held, on)
        before = {"since": held.manager_since}
        held.seal_value("manager", manager.strip())
        held.seal_value("manager_phone", manager_phone.strip())
        held.manager_since = on
        held.save(update_fields=[*_sealed("manager"), *_sealed("manager_phone"), "manager_since"])
        record("property.change_manager", by=by, subject=held, before=before, after={"since": on})


def describe_contract(contract: PropertyContract, *, by, **details) -> None:
    """Correct the number of a contract and its fee, say who works in the project."""
    demand(by, Right.MANAGE, contract.area_code)
    with transaction.atomic():
        held = _held(contract)
        before = {name: getattr(held, name) for name in details}
        for name, value in details.items():
            setattr(held, name, value)
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=list(details))
        record("property.describe_contract", by=by, subject=held, before=before, after=details)


def end_contract(contract: PropertyContract, *, by, on: date, reason: str = "") -> None:
    """Let a contract end early or at all: `on` is the first day without service."""
    demand(by, Right.MANAGE, contract.area_code)
    with transaction.atomic():
        held = _held(contract)
        check_end(held, on)
        before = {"to": held.valid.upper}
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("property.end_contract", by=by, subject=held, before=before, after={"to": on}, reason=reason)


def _held(contract: PropertyContract) -> PropertyContract:
    rows = PropertyContract.objects.select_for_update(of=("self",)).select_related(
        "compound__area", "company"
    )
    return rows.get(pk=contract.pk)


def _keep_new(contract: PropertyContract, manager: str, phone: str) -> None:
    contract.place_in(contract.area)
    contract.seal_value("manager", manager.strip())
    contract.seal_value("manager_phone", phone.strip())
    contract.full_clean(exclude=["area_code"])
    contract.save()


def _check_company(company: PropertyCompany | None, on: date) -> None:
    """A company that is closed by then cannot sign."""
    if company is not None and company.ended_on is not None and company.ended_on <= on:
        raise ValidationError(
            _("“{company}”已于 {day} 停止经营，请选另一家企业。").format(
                company=company, day=company.ended_on
            )
        )


def _check_running(contract: PropertyContract, on: date) -> None:
    if on not in contract.valid:
        raise Refused(
            "outside_contract", _("{} 不在这份合同的期间内，请核对日期，或先登记新合同。").format(on)
        )


def _sealed(name: str) -> tuple[str, str]:
    return f"{name}_sealed", f"{name}_masked"
