from datetime import date

from django.db import transaction

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from property.enums import Right
from property.models import ProjectFee, PropertyContract
from property.rules.fees import wrong_quarter


def record_fee(
    contract: PropertyContract, *, by, quarter_on: date, due_yuan: int, received_yuan: int
) -> ProjectFee:
    """Write what a project had to collect for a quarter and what came in; a second time corrects the first."""
    demand(by, Right.MANAGE, contract.area_code)
    with transaction.atomic():
        held = (
            PropertyContract.objects.select_for_update(of=("self",))
            .select_related("area")
            .get(pk=contract.pk)
        )
        if sentence := wrong_quarter(held, quarter_on):
            raise Refused("wrong_quarter", sentence)
        fee = held.fees.filter(quarter_on=quarter_on).first()
        before = fee and {"due": fee.due_yuan, "received": fee.received_yuan}
        fee = fee or ProjectFee(contract=held, quarter_on=quarter_on, area=held.area)
        fee.due_yuan, fee.received_yuan = due_yuan, received_yuan
        fee.place_in(held.area)
        fee.full_clean(exclude=["area_code"])
        fee.save()
        after = {"quarter": fee.quarter_label, "due": due_yuan, "received": received_yuan}
        record("property.record_fee", by=by, subject=held, before=before, after=after)
        return fee
