from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.rights import Right
from grids.enums.visits import VisitKind
from grids.models import Campaign


def open_campaign(
    area: Area,
    *,
    by: User,
    name: str,
    from_on: date,
    to_on: date,
    kind: VisitKind | str = VisitKind.CAMPAIGN,
    description: str = "",
) -> Campaign:
    """Set a time in which every household of the area is called on once. It shows in the suggestions, no more."""
    if not by.may(Right.MANAGE, area.code):
        raise PermissionDenied
    campaign = Campaign(
        area=area, name=name.strip(), kind=kind, from_on=from_on, to_on=to_on,
        description=description.strip(), opened_by=by,
    )  # fmt: skip
    with transaction.atomic():
        campaign.place_in(area)
        campaign.full_clean()
        campaign.save()
        after = {"name": campaign.name, "from_on": from_on, "to_on": to_on}
        record("grids.open_campaign", by=by, subject=campaign, after=after)
    return campaign


def end_campaign(campaign: Campaign, *, by: User, reason: str) -> None:
    """End a campaign before its time: today is its last day."""
    if not by.may(Right.MANAGE, campaign.area_code):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("reason_required", _("提前结束要写明原因，请补充后再提交。"))
    with transaction.atomic():
        held = Campaign.objects.select_for_update().get(pk=campaign.pk)
        if not held.is_running_on(today()):
            raise Refused("not_running", _("这项活动不在进行中，不能提前结束。"))
        before = {"to_on": held.to_on}
        campaign.to_on = today()
        campaign.save(update_fields=["to_on"])
        record(
            "grids.end_campaign", by=by, subject=campaign, before=before, after={"to_on": campaign.to_on},
            reason=reason,
        )  # fmt: skip
