from datetime import date

from django.db import transaction

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from property.enums.assessment import AssessmentRight
from property.models import AssessmentMandate
from property.rules import check_end
from property.rules.assessment import check_mandate


def give_mandate(
    area: Area, *, by, rater: str, from_on: date, order_no: str, to_on: date | None = None
) -> AssessmentMandate:
    """Hand the right to assess down to a street or a community, up to but not including `to_on`."""
    demand(by, AssessmentRight.RUN, area.code)
    with transaction.atomic():
        check_mandate(rater, area.level_id)
        mandate = AssessmentMandate(rater=rater, valid=(from_on, to_on), order_no=plain(order_no))
        mandate.place_in(area)
        mandate.full_clean(exclude=["area_code"])
        mandate.save()
        after = {"rater": rater, "from": from_on, "to": to_on, "order_no": mandate.order_no}
        record("assessment.give_mandate", by=by, subject=mandate, after=after)
        return mandate


def end_mandate(mandate: AssessmentMandate, *, by, on: date, reason: str) -> None:
    """`on` is the first day on which the right is back above."""
    demand(by, AssessmentRight.RUN, mandate.area_code)
    with transaction.atomic():
        held = AssessmentMandate.objects.select_for_update(of=("self",)).get(pk=mandate.pk)
        check_end(held, on)
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("assessment.end_mandate", by=by, subject=held, after={"on": on}, reason=plain(reason))
