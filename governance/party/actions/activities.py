from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.files.actions import keep_picture
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from governance.party.enums import Right
from governance.party.models import Activity, PartyOrg
from governance.party.models.activities import host_field


def record_activity(
    host,
    *,
    by,
    on: date,
    title: str,
    place: str,
    people_count: int,
    result: str = "",
    photos: Iterable = (),
) -> Activity:
    """Write down what an organisation, league or team did; pictures may come along, nobody has to take one."""
    demand(by, Right.BUILD, host.area_code)
    since = host.established_on if isinstance(host, PartyOrg) else host.founded_on
    until = host.dissolved_on if isinstance(host, PartyOrg) else host.ended_on
    if not since <= on <= today() or (until and on >= until):
        raise Refused("not_then", _("活动日期要在「{}」成立之后、今天以前。").format(host))
    with transaction.atomic():
        activity = Activity(
            area=host.area,
            on=on,
            title=plain(title),
            place=plain(place),
            people_count=people_count,
            result=result.strip(),
            **{host_field(host): host},
        )
        activity.place_in(host.area)
        activity.full_clean(exclude=["area_code"])
        activity.save()
        kept = [keep_picture(photo, area=host.area, by=by, view_right=Right.VIEW) for photo in photos]
        activity.photos.set(kept)
        record("party.record_activity", by=by, subject=activity, after={"on": on, "people": people_count})
        return activity
