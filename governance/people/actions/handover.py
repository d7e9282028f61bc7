"""A handover: begun by a superior, signed by both, closed by the second signature."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import listed, office_language
from governance.people.actions.leaving import take_stock
from governance.people.duties import handed_duties, keeper_of
from governance.people.enums import Right
from governance.people.models import Handover, Post, User
from governance.people.states import HandoverState


def begin_handover(post: Post, *, by: User, giver: User, to: User | None = None, note: str = "") -> Handover:
    """Draw up the checklist of what `giver` owes for a seat. Without `to` the keeper of the seat takes over."""
    if not by.may(Right.MANAGE, post.area_code):
        raise PermissionDenied
    if not post.holdings.filter(user=giver).exists():
        raise Refused("never_held", _("{}没有担任过这个岗位，请核对。").format(giver))
    taker = to or _keeper(post, giver)
    handover = Handover(
        post=post, from_user=giver, to_user=taker, note=note.strip(), begun_by=by, area=post.area
    )
    with transaction.atomic():
        handover.place_in(post.area)
        handover.full_clean(exclude=["area_code"])
        handover.save()
        record("people.begin_handover", by=by, subject=handover, after={"post": post.pk})
        take_stock(handover)
    return handover


def sign_as_giver(handover: Handover, *, by: User) -> None:
    """The leaver signs; an ended post does not keep him from it."""
    _sign_for_giver(handover, by=by, right=by.pk == handover.from_user_id, absence="")


def sign_for_giver(handover: Handover, *, by: User, reason: str) -> None:
    """A superior signs for a giver who is gone, and says why. Whoever takes over may not do it."""
    if not reason.strip():
        raise Refused("reason_required", _("代移交人签字需要写明原因，请补充后再提交。"))
    if by.pk == handover.to_user_id:
        raise Refused("same_person", _("接交人不能代移交人签字，请由上级代签。"))
    _sign_for_giver(handover, by=by, right=by.may(Right.MANAGE, handover.area_code), absence=reason.strip())


def sign_as_taker(handover: Handover, *, by: User) -> None:
    """Whoever goes on signs for what is on the checklist."""
    if by.pk != handover.to_user_id:
        raise PermissionDenied
    with transaction.atomic():
        held = _held(handover)
        if held.taker_signed_at is not None:
            raise Refused("already_signed", _("您已经签过字，不用再签。"))
        held.taker_signed_at = timezone.now()
        held.save(update_fields=["taker_signed_at"])
        record("people.sign_handover", by=by, subject=held, after={"side": "taker"})
        _close_when_both_signed(held, by=by)


def cancel_handover(handover: Handover, *, by: User, note: str) -> None:
    """Nobody leaves after all, or it was begun for the wrong person. What has moved already stays where it is."""
    move(handover, "cancel", by=by, note=note, changes={"ended_at": timezone.now()})


def _sign_for_giver(handover: Handover, *, by: User, right: bool, absence: str) -> None:
    if not right:
        raise PermissionDenied
    with transaction.atomic():
        held = _held(handover)
        if held.giver_signed_at is not None:
            raise Refused("already_signed", _("移交人一边已经签过字，不用再签。"))
        held.giver_signed_at, held.giver_signed_by, held.giver_absence = timezone.now(), by, absence
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["giver_signed_at", "giver_signed_by", "giver_absence"])
        record("people.sign_handover", by=by, subject=held, after={"side": "giver"}, reason=absence)
        _close_when_both_signed(held, by=by)


def _held(handover: Handover) -> Handover:
    held = Handover.objects.select_for_update(of=("self",)).select_related("post__area").get(pk=handover.pk)
    if held.state != HandoverState.OPEN:
        raise Refused("handover_ended", _("这次交接已经办结，不用再签字。"))
    return held


def _close_when_both_signed(handover: Handover, *, by: User) -> None:
    if handover.giver_signed_at is None or handover.taker_signed_at is None:
        return
    take_stock(handover)
    _hand_over(handover, by=by)
    move(handover, "close", by=by, changes={"ended_at": timezone.now()})


def _hand_over(handover: Handover, *, by: User) -> None:
    """Every open thing still with the giver, or kept for him meanwhile, becomes the taker's. The seat's own stays."""
    taker, homeless = handover.to_user, []
    for duty in handed_duties(of_seat=False):
        items = {item.row_id: item for item in handover.items.filter(duty=duty.key)}
        for row in duty.rows().filter(pk__in=items).select_for_update(of=("self",)):
            item = items[row.pk]
            if duty.owner_of(row).pk not in {handover.from_user_id, item.held_by_id} - {taker.pk}:
                continue
            if not taker.may(duty.right, row.area_code):
                homeless.append(item.title)
                continue
            duty.hand(row, by=by, to=taker, note=_handed_note(handover))
            item.held_by, item.handed_at = taker, timezone.now()
            item.save(update_fields=["held_by", "handed_at"])
    if homeless:
        raise Refused(
            "taker_without_post",
            _("{}还没有能办理这些事项的岗位：{}。请先安排到岗，再签字。").format(taker, listed(homeless[:5])),
        )


def _handed_note(handover: Handover) -> str:
    with office_language():
        return _("工作交接：{}移交{}。").format(handover.from_user, handover.to_user)


def _keeper(post: Post, giver: User) -> User:
    keeper = keeper_of(post, day=today(), but=giver)
    if keeper is None:
        raise Refused("no_taker", _("这个岗位没有代管人，上级也没有人在岗，请指定接交人。"))
    return keeper.user
