import secrets
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import listed
from governance.people.enums import TOKEN_DAYS, TOKEN_PREFIX, Right
from governance.people.models import ApiToken, Post, PostHolding, Role, User


def open_post(area: Area, *, by, role: Role, title: str = "", on: date | None = None) -> Post:
    """Set up a seat in an area. `Refused` when the role belongs to another level."""
    _check_right(by, area.code)
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
    _check_right(by, post.area_code)
    on = on or today()
    with transaction.atomic():
        for holding in PostHolding.objects.select_for_update().filter(post=post).live_on(on):
            end_holding(holding, by=by, on=on)
        post.closed_on = on
        post.full_clean(exclude=["area_code"])
        post.save()
        record("people.close_post", by=by, subject=post, after={"closed_on": on})


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
    _check_right(by, post.area_code)
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
    """Let a person leave a seat: `on` is the first day without it. Effective on the next request."""
    _check_right(by, holding.area_code)
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
    holding.user.forget_posts()


def issue_token(
    user: User, *, by, name: str, rights: list[str], days: int = TOKEN_DAYS
) -> tuple[ApiToken, str]:
    """Make an API key for `user`, narrowed to `rights` the user holds. The secret is returned once and kept nowhere."""
    if by.pk != user.pk and not by.may(Right.MANAGE):
        raise PermissionDenied
    lacking = [right for right in rights if not user.may(right)]
    if lacking:
        raise Refused("right_not_held", _("不能授予本人没有的权限：{}。").format(listed(lacking)))
    secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        token = ApiToken.objects.create(
            user=user,
            name=name,
            digest=ApiToken.digest_of(secret),
            hint=secret[:8],
            rights=rights,
            expires_at=timezone.now() + timedelta(days=days),
        )
        record("people.issue_token", by=by, subject=token, after={"rights": rights, "days": days})
    return token, secret


def revoke_token(token: ApiToken, *, by) -> None:
    """End an API key at once."""
    if by.pk != token.user_id and not by.may(Right.MANAGE):
        raise PermissionDenied
    with transaction.atomic():
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        record("people.revoke_token", by=by, subject=token)


def _check_right(by, area_code: str) -> None:
    if not by.may(Right.MANAGE, area_code):
        raise PermissionDenied


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
