from django.conf import settings
from django.urls import NoReverseMatch, reverse

from governance.people.models import User
from grids.enums.rights import Right
from grids.models import Visit


def may_visit(user: User, area_code: str) -> bool:
    """Whether the user may write down a contact in an area."""
    return user.may(Right.VISIT, area_code)


def may_log_for(user: User, worker: User, area_code: str) -> bool:
    """Whether `user` may write down a contact of `worker`: one's own, or as the keeper of the grid."""
    return may_visit(worker, area_code) and (user.pk == worker.pk or user.may(Right.MANAGE, area_code))


def follow_ups(visit: Visit, user: User) -> list[dict]:
    """What can be opened from a visit, as `{label, url}`: those of `settings.FOLLOW_UPS` that exist and are allowed.

    The address carries the visit's own number and nothing personal; the page that opens reads the rest.
    """
    found = []
    for row in settings.FOLLOW_UPS:
        if row["outcome"] != visit.outcome or not user.may(row["right"], visit.area_code):
            continue
        try:
            url = reverse(row["url"])
        except NoReverseMatch:
            continue
        found.append({"label": row["label"], "url": f"{url}?visit={visit.client_uuid}"})
    return found
