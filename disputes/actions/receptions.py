from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from disputes.enums.centres import Channel
from disputes.enums.rights import Right
from disputes.models import Matter, MediationCentre, Reception
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.masking import mask_name
from governance.people.models import User


@transaction.atomic
def receive_visitor(
    centre: MediationCentre,
    *,
    by: User,
    visitor: str,
    matters: list[str],
    channel: str = Channel.WINDOW,
    people_count: int = 1,
) -> Reception:
    """接待登记: one visit with the matters it brought. Of the visitor only the masked name is kept."""
    if not by.may(Right.REGISTER, centre.area_code):
        raise PermissionDenied
    reception = Reception(
        centre=centre,
        area=centre.area,
        received_at=timezone.now(),
        received_on=today(),
        channel=channel,
        visitor_masked=mask_name(visitor)[:40],
        people_count=people_count,
        received_by=by,
    )
    reception.save()
    for title in matters:
        Matter(reception=reception, area=centre.area, title=title, received_on=today()).save()
    record("reception.receive", by=by, subject=reception, after={"matters": len(matters)})
    return reception
