"""Posts in the bodies of communities and compounds, and what is told when one that made a cross-post ends."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.dispatch.actions import tell_office
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import office_language
from governance.party.enums import Right
from grids.enums.body_posts import Register
from grids.models import BodyPost, Compound


def take_post(
    area: Area,
    *,
    by,
    body: str,
    name: str,
    phone: str,
    title: str,
    on: date,
    compound: Compound | None = None,
) -> BodyPost:
    """Enter somebody's post in a body of a community, or of a compound in it, from a day on."""
    place = compound.area if compound else area
    demand(by, Right.MANAGE, place.code)
    post = BodyPost(area=place, body=body, compound=compound, title=title.strip(), valid=(on, None))
    post.seal_person(name, phone)
    return _enter(post, by, on)


def seat_person(
    compound: Compound,
    *,
    by,
    body: str,
    kept_in: str,
    name: str,
    phone: str,
    title: str,
    from_on: date,
    to_on: date | None = None,
) -> BodyPost:
    """The post of somebody whom another register seats: taken over when it is entered already, else entered.

    The caller has asked for the right of its own register.
    """
    post = BodyPost(area=compound.area, body=body, compound=compound, title=title, kept_in=kept_in)
    post.valid = (from_on, to_on)
    post.seal_person(name, phone)
    with transaction.atomic():
        found = None if to_on else _entered_already(post, from_on)
        if found is None:
            return _enter(post, by, from_on)
        found.title, found.kept_in = title, kept_in
        found.save(update_fields=["title", "kept_in"])
        record("body_posts.take_over", by=by, subject=found, after={"kept_in": kept_in})
        return found


def _entered_already(post: BodyPost, day: date) -> BodyPost | None:
    """The same seat as somebody has entered it by hand, without an end."""
    rows = BodyPost.objects.select_for_update(of=("self",)).live_on(day)
    rows = rows.filter(valid__endswith=None, kept_in=Register.POSTS)
    return rows.filter(person_index=post.person_index, body=post.body, compound=post.compound).first()


def _enter(post: BodyPost, by, on: date) -> BodyPost:
    with transaction.atomic():
        post.place_in(post.area)
        post.full_clean(exclude=["area_code"])
        post.save()
        after = {"body": post.body, "compound": post.compound_id, "on": on}
        record("body_posts.take_post", by=by, subject=post, after=after)
        return post


def end_post(post: BodyPost, *, by, on: date, reason: str = "") -> bool:
    """Let a post end: `on` is the first day without it. True when it made a cross-post, whose office is then told."""
    demand(by, Right.MANAGE, post.area_code)
    with transaction.atomic():
        [held] = _locked([post.pk])
        if held.kept_in != Register.POSTS:
            said = _("这项任职登记在{}，请到那里登记离任。").format(held.get_kept_in_display())
            raise Refused("kept_elsewhere", said)
        if held.valid.upper is not None:
            raise Refused("already_ended", _("这项任职已于 {} 结束，不用再办理。").format(held.valid.upper))
        if on <= held.valid.lower:
            raise Refused("ends_before_start", _("结束日期要晚于开始日期 {}。").format(held.valid.lower))
        return _close([held], by, on, reason)


def unseat(post_ids: Iterable[int], *, by, on: date, reason: str = "") -> bool:
    """Let posts that another register has seated end together; the caller has asked for its right."""
    with transaction.atomic():
        return _close(_locked(post_ids), by, on, reason)


def _locked(post_ids: Iterable[int]) -> list[BodyPost]:
    rows = BodyPost.objects.select_for_update(of=("self",)).select_related("compound__area", "area")
    return list(rows.filter(pk__in=post_ids).order_by("pk"))


def _close(posts: list[BodyPost], by, on: date, reason: str) -> bool:
    """All of them first, so that what is told about a compound is how it stands afterwards."""
    crossing = BodyPost.objects.crossing_on(on).filter(pk__in=[post.pk for post in posts])
    crossed = set(crossing.values_list("pk", flat=True))
    for post in posts:
        post.valid = (post.valid.lower, on)
        post.save(update_fields=["valid"])
        record("body_posts.end_post", by=by, subject=post, after={"on": on}, reason=reason)
    for post in posts:
        if post.pk in crossed:
            _tell_of_lost_cross_post(post, on)
    return bool(crossed)


def _tell_of_lost_cross_post(post: BodyPost, on: date) -> None:
    """One notice for each compound the person's posts lie in, by body and title: a notice names nobody."""
    own = BodyPost.objects.live_on(on).filter(person_index=post.person_index, compound__isnull=False)
    compounds = {row.compound for row in own.select_related("compound__area")} | ({post.compound} - {None})
    for compound in compounds:
        left = BodyPost.objects.crossing_on(on).filter(compound=compound).exists()
        with office_language():
            words = (
                _("{place}：{post}自 {on} 起离任，不再是交叉任职，本小区还有其他交叉任职。")
                if left
                else _("{place}：{post}自 {on} 起离任，本小区已没有交叉任职，请及时补充人选。")
            )
            told = words.format(place=compound, post=f"{post.get_body_display()}{post.title}", on=on)
        tell_office(compound.area, kind="party.cross_post", key=f"{post.pk}:{compound.pk}", body=told)
