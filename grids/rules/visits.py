from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from governance.people.models import User
from grids.enums.rights import Right
from grids.models import Event, Visit


def may_visit(user: User, area_code: str) -> bool:
    """Whether the user may write down a contact in an area."""
    return user.may(Right.VISIT, area_code)


def may_log_for(user: User, worker: User, area_code: str) -> bool:
    """Whether `user` may write down a contact of `worker`: one's own, or as the keeper of the grid."""
    return may_visit(worker, area_code) and (user.pk == worker.pk or user.may(Right.MANAGE, area_code))


def follow_ups(visit: Visit, user: User) -> list[dict]:
    """What can still be opened from a visit, as `{label, url}`: what `settings.FOLLOW_UPS` names and one may do.

    The address carries the visit's own number and nothing personal; the page that opens reads the rest.
    """
    found = []
    for row in settings.FOLLOW_UPS:
        if row["outcome"] != visit.outcome or not user.may(row["right"], visit.area_code):
            continue
        if "opened" in row and import_string(row["opened"])(visit.pk).exists():
            continue
        try:
            url = reverse(row["url"])
        except NoReverseMatch:
            continue
        found.append({"label": row["label"], "url": f"{url}?visit={visit.client_uuid}"})
    return found


def not_taken_up(user: User) -> Q:
    """Visits that met a hazard or a dispute the user may take up, and from which nothing has been opened."""
    waiting = Q(pk__in=[])
    for row in settings.FOLLOW_UPS:
        if "opened" in row and user.may(row["right"]):
            opened = import_string(row["opened"])(OuterRef("pk"))
            waiting |= Q(~Exists(opened), outcome=row["outcome"])
    return waiting


def events_from_visit(visit):
    """The events opened from a visit: its key, or an outer query's; registered in `FOLLOW_UPS`."""
    return Event.objects.filter(visit=visit)
