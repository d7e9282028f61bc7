from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.people.actions.leaving import settle_closed_seats, settle_leavers
from governance.people.enums import Right
from governance.people.models import Post, PostHolding, Role, User


def open_post(area: Area, *, by, role: Role, title: str = "", on: date | None = None) -> Post:
    """Set up a seat in an area. `Refused` when the role belongs to another level."""
    demand(by, Right.MANAGE, area.code)
    if role.level != area.level_id:
        raise Refused("wrong_level", _("「{}」设在另一层级，不能设在{}。").format(role.name, area.name))
    with transaction.atomic():
        post = Post(role=role, title=title, opened_on=on or today(), area=area)
        post.place_in(area)
        post.full_clean(exclude=["area_code"])
        post.save()
        record("people.open_post", by=by, subject=post, after={"role": role.code})
        return post


def close_post(post: Post, *, by, on: date | None = None) -> None:
    """Abolish a seat from a day on; whoever sits in it leaves that day."""
    demand(by, Right.MANAGE, post.area_code)
    on = on or today()
    with transaction.atomic():
        for holding in PostHolding.objects.select_for_update().filter(post=post).live_on(on):
            end_holding(holding, by=by, on=on)
        post.closed_on = on
        post.full_clean(exclude=["area_code"])
        post.save()
        record("people.close_post", by=by, subject=post, after={"closed_on": on})
        settle_closed_seats(by=by, post=post)


def hold_post(
    post: Post,
    *,
    by,
    user: User,
    from_on: date | None = None,
    to_on: date | None = None,
    is_cover: bool = False,
    note: str = "",
) -> PostHolding:
    """Put a person into a seat from `from_on` up to but not including `to_on`; cover stands in for a vacancy."""
    demand(by, Right.MANAGE, post.area_code)
    _check_exclusive(post.role, user)
    with transaction.atomic():
        holding = PostHolding(
            post=post,
            user=user,
            valid=(from_on or today(), to_on),
            is_cover=is_cover,
            note=note,
            area=post.area,
        )
        holding.place_in(post.area)
        holding.full_clean(exclude=["area_code"])
        holding.save()
        record(
            "people.hold_post",
            by=by,
            subject=holding,
            after={"from": from_on or today(), "to": to_on, "cover": is_cover},
        )
    user.forget_posts()
    return holding


def end_holding(holding: PostHolding, *, by, on: date | None = None, reason: str = "") -> None:
    """Let a person leave a seat: `on` is the first day without it. Effective on the next request.

    What the seat owns stays with the seat. What the person had to see to goes to the keeper of the seat: at
    once when the last day has passed, else by the nightly sweep.
    """
    demand(by, Right.MANAGE, holding.area_code)
    on = on or today()
    with transaction.atomic():
        held = PostHolding.objects.select_for_update().get(pk=holding.pk)
        if held.valid.upper and held.valid.upper <= on:
            raise Refused("already_ended", _("这项任职已经结束，不用再办理。"))
        if on <= held.valid.lower:
            raise Refused("ends_before_start", _("离任日期要晚于到任日期 {}。").format(held.valid.lower))
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("people.end_holding", by=by, subject=held, after={"to": on}, reason=reason)
        settle_leavers(by=by, user=holding.user)
    holding.user.forget_posts()


def _check_exclusive(role: Role, user: User) -> None:
    if not role.exclusive_group:
        return
    held = {
        holding.post.role.code
        for holding in user.live_holdings
        if holding.post.role.exclusive_group == role.exclusive_group
    }
    if held - {role.code}:
        raise Refused("exclusive_roles", _("系统、安全、审计三类管理员须由不同的人担任，请换一个人。"))
