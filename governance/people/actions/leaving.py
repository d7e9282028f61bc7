"""Whoever leaves owns nothing afterwards: what was theirs goes to the keeper, with a note."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.scope import codes_above
from governance.kernel.wording import office_language
from governance.people.duties import Duty, duties, handed_duties, keeper_at, keeper_of
from governance.people.models import Handover, HandoverItem, Post, PostHolding, User
from governance.people.states import HandoverState

Owed = tuple[Duty, object]


def settle_leavers(*, by: User | None = None, user: User | None = None, day: date | None = None) -> int:
    """Give what persons without a post there still owe to the keeper of their last seat; how many rows moved.

    Each lands on the checklist of a handover, opened when there is none. Run again it finds nothing.
    """
    day = day or today()
    with transaction.atomic():
        return sum(_settle(duty, row, by=by, day=day) for duty, row in _owed_by_the_gone(day, user))


def settle_closed_seats(*, by: User | None = None, post: Post | None = None, day: date | None = None) -> int:
    """Give what abolished seats still own to the seat of the keeper; how many rows moved."""
    day, moved = day or today(), 0
    with transaction.atomic():
        for duty in handed_duties(of_seat=True):
            rows = duty.orphans(day)
            rows = rows.filter(**{duty.owner: post}) if post else rows
            for row in rows.select_for_update(of=("self",)):
                keeper = keeper_at(row.area_code, day=day, right=duty.right)
                if keeper is not None:
                    duty.hand(row, by=by, to=keeper.post, note=_gone_note(duty.owner_of(row)))
                    moved += 1
    return moved


def orphans(day: date | None = None) -> dict[str, int]:
    """How many open rows of each duty have no owner any more: all 0 in a sound portal."""
    day = day or today()
    return {duty.key: duty.orphans(day).count() for duty in duties().values() if duty.hand}


def take_stock(handover: Handover) -> None:
    """Put on the checklist whatever the giver owes for the seat by now and that is not on it yet."""
    items = [
        HandoverItem(handover=handover, duty=duty.key, row_id=row.pk, **_words(duty, row))
        for duty in duties().values()
        for row in duty.owed_by(handover.from_user, handover.post).order_by("pk")
    ]
    HandoverItem.objects.bulk_create(items, ignore_conflicts=True)


def _owed_by_the_gone(day: date, user: User | None) -> list[Owed]:
    found = []
    for duty in handed_duties(of_seat=False):
        rows = duty.orphans(day)
        rows = rows.filter(**{duty.owner: user}) if user else rows
        found += [(duty, row) for row in rows.select_for_update(of=("self",)).order_by("pk")]
    return found


def _settle(duty: Duty, row, *, by: User | None, day: date) -> bool:
    owner = duty.owner_of(row)
    post = _last_seat(owner, row.area_code, day)
    known = {"day": day, "right": duty.right, "but": owner}
    keeper = keeper_of(post, **known) if post else keeper_at(row.area_code, **known)
    if keeper is None:
        return False  # nobody keeps the place: the row shows as an orphan until somebody does
    duty.hand(row, by=by, to=keeper.user, note=_gone_note(owner))
    if post:
        moved = {"held_by": keeper.user, "handed_at": timezone.now()}
        _handover_of(owner, post, keeper.user, by=by).items.update_or_create(
            duty=duty.key, row_id=row.pk, defaults=moved, create_defaults=moved | _words(duty, row)
        )
    return True


def _last_seat(owner: User, area_code: str, day: date) -> Post | None:
    """The seat from which the owner last reached the place."""
    held = PostHolding.objects.filter(
        user=owner, area_code__in=codes_above(area_code), valid__endswith__lte=day
    )
    last = held.order_by("-valid__endswith", "-area_code").select_related("post__area", "post__role").first()
    return last and last.post


def _handover_of(owner: User, post: Post, keeper: User, *, by: User | None) -> Handover:
    known = Handover.objects.filter(post=post, from_user=owner, state=HandoverState.OPEN).first()
    if known is None:
        known = Handover(post=post, from_user=owner, to_user=keeper, begun_by=by, area=post.area)
        known.place_in(post.area)
        known.full_clean(exclude=["area_code"])
        known.save()
        record("people.begin_handover", by=by, subject=known, after={"post": post.pk})
    return known


def _words(duty: Duty, row) -> dict[str, str]:
    with office_language():
        return {"title": duty.title(row)[:120], "url": duty.page(row)}


def _gone_note(owner) -> str:
    with office_language():
        return _("{}已离岗或撤销，转由接管人办理。").format(owner)
