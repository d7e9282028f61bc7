"""What a person or a seat has to see to: apps above register theirs in `settings.HANDOVER` as dotted paths.

Nothing may be owed by a seat that is no more, or by a person who no longer sits where the thing lies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Q, QuerySet
from django.utils.module_loading import import_string

from governance.kernel.scope import codes_above, under
from governance.people.enums import Right
from governance.people.models.people import Post, PostHolding, User


@dataclass(frozen=True)
class Duty:
    """One kind of thing that is owed.

    `rows()` are the open ones, area-bound; `owner` names the field of the person, or of the seat when `of_seat`.
    `right` is what a person needs there to see to it. `title` and `page` are how a checklist calls a row and
    where it leads: no resident's name in either. `hand(row, by=, to=, note=)` gives the row to another person
    or seat and records it; None when nobody needs to take it over, only to look at it before leaving.
    """

    key: str
    label: str
    rows: Callable[[], QuerySet]
    owner: str
    right: str
    title: Callable[[Model], str]
    page: Callable[[Model], str]
    hand: Callable[..., None] | None = None
    of_seat: bool = False

    def owed_by(self, user: User, post: Post) -> QuerySet:
        """The open rows that a holder of a seat leaves behind: the person's own within its area, or the seat's."""
        if self.of_seat:
            return self.rows().filter(**{self.owner: post})
        return self.rows().filter(under("area_code", post.area_code), **{self.owner: user})

    def orphans(self, day: date) -> QuerySet:
        """The open rows whose owner is gone on a day: the seat abolished, or the person without a post there."""
        if self.of_seat:
            gone = Q(**{f"{self.owner}__closed_on__lte": day})
            return self.rows().filter(gone | Q(**{f"{self.owner}__area__closed_on__lte": day}))
        place = ExpressionWrapper(OuterRef("area_code"), output_field=CharField())
        sitting = (
            PostHolding.objects.live_on(day)
            .filter(
                user=OuterRef(self.owner), user__is_active=True, post__role__rights__contains=[self.right]
            )
            .annotate(place=place)
            .filter(place__startswith=F("area_code"))
        )
        return self.rows().filter(~Exists(sitting), **{f"{self.owner}__isnull": False})

    def owner_of(self, row: Model) -> Model:
        """The person or seat a row is owed by."""
        for name in self.owner.split("__"):
            row = getattr(row, name)
        return row


@cache
def duties() -> dict[str, Duty]:
    """Every registered duty, by key."""
    found = [import_string(path) for path in settings.HANDOVER]
    return {duty.key: duty for duty in found}


def handed_duties(*, of_seat: bool) -> list[Duty]:
    """The duties that must never be without an owner."""
    return [duty for duty in duties().values() if duty.hand and duty.of_seat == of_seat]


def keeper_of(post: Post, *, day: date, right: str = "", but: User | None = None) -> PostHolding | None:
    """Who sees to what a seat leaves undone: its holder, else its cover, else whoever keeps the place or one above.

    With `right` only somebody whose role carries it.
    """
    found = _keeping([post.area_code], [post], day=day, right=right, but=but)
    return _nearest(found, post.area_code, post)


def keeper_at(area_code: str, *, day: date, right: str = "", but: User | None = None) -> PostHolding | None:
    """Who keeps a place when no seat is known: the nearest holder of a keeping role, from the place upwards."""
    return _nearest(_keeping([area_code], [], day=day, right=right, but=but), area_code, None)


def keepers_of(posts: list[Post], *, day: date) -> dict[int, PostHolding | None]:
    """The keeper of each seat by the seat's id, in one statement."""
    found = _keeping([post.area_code for post in posts], posts, day=day)
    return {post.pk: _nearest(found, post.area_code, post) for post in posts}


def _keeping(
    places: list[str], seats: list[Post], *, day: date, right: str = "", but: User | None = None
) -> list[PostHolding]:
    codes = {code for place in places for code in codes_above(place)}
    keeping = Q(area_code__in=codes, post__role__rights__contains=[Right.KEEP])
    found = PostHolding.objects.live_on(day).filter(keeping | Q(post__in=seats), user__is_active=True)
    if right:
        found = found.filter(post__role__rights__contains=[right])
    if but is not None:
        found = found.exclude(user=but)
    return list(found.select_related("post__role", "post__area", "user"))


def _nearest(found: list[PostHolding], place: str, seat: Post | None) -> PostHolding | None:
    fitting = [row for row in found if _is_seat(row, seat) or _keeps(row, place)]
    return min(fitting, key=lambda row: _distance(row, seat), default=None)


def _is_seat(row: PostHolding, seat: Post | None) -> bool:
    return seat is not None and row.post_id == seat.pk


def _keeps(row: PostHolding, place: str) -> bool:
    return Right.KEEP in row.post.role.rights and place.startswith(row.area_code)


def _distance(row: PostHolding, seat: Post | None) -> tuple:
    return (not _is_seat(row, seat), -len(row.area_code), row.is_cover, row.pk)
