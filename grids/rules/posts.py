"""Whether a contact falls on a day of the worker's own post: also one that arrives after the post has ended."""

from datetime import date

from governance.kernel.days import today
from governance.kernel.scope import Reach, ScopedQuerySet
from governance.people.models import PostHolding, User
from grids.enums.rights import Right
from grids.enums.visits import LATE_SENDING


def sendable(model, user: User) -> ScopedQuerySet:
    """The rows a contact may be sent about: where the user calls on people, or did until a moment ago."""
    reaches = [*user.reaches(Right.VISIT), *map(_reach, left_lately(user))]
    return model.objects.reached_by(reaches, user)


def held_on(worker: User, area_code: str, day: date) -> bool:
    """Whether the worker had a post on that day which lets one call on the area."""
    present = (h for h in worker.live_holdings if day in h.valid and Right.VISIT in h.post.role.rights)
    if any(_reach(holding).covers(area_code) for holding in present):
        return True  # known already: nothing is asked for the many visits of one batch
    posts = _visiting(worker).filter(valid__contains=day)
    return any(_reach(holding).covers(area_code) for holding in posts)


def left_lately(user: User) -> list[PostHolding]:
    """Posts that ended so short ago that visits made in them may still be in the telephone."""
    if not user.is_active or (user.token_rights is not None and Right.VISIT not in user.token_rights):
        return []
    ended = {"valid__endswith__gt": today() - LATE_SENDING, "valid__endswith__lte": today()}
    return list(_visiting(user).filter(**ended))


def left_on(user: User, area_code: str) -> date | None:
    """The day on which the last such post over the area ended."""
    ends = [holding.valid.upper for holding in left_lately(user) if _reach(holding).covers(area_code)]
    return max(ends, default=None)


def may_send(user: User, area_code: str) -> bool:
    """Whether the user may send contacts in the area, new ones or those from before."""
    return user.may(Right.VISIT, area_code) or left_on(user, area_code) is not None


def _visiting(worker: User):
    rights = {"post__role__rights__contains": [Right.VISIT]}
    return PostHolding.objects.filter(user=worker, **rights).select_related("post__role")


def _reach(holding: PostHolding) -> Reach:
    return Reach(holding.area_code, holding.post.role.reach)
