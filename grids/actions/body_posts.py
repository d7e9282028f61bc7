"""Posts in the bodies of communities and compounds, and what is told when one that made a cross-post ends."""

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
    with transaction.atomic():
        post = BodyPost(area=place, body=body, compound=compound, title=title.strip(), valid=(on, None))
        post.seal_person(name.strip(), "".join(char for char in phone if char.isdigit()))
        post.place_in(place)
        post.full_clean(exclude=["area_code"])
        post.save()
        after = {"body": body, "compound": compound and compound.pk, "on": on}
        record("body_posts.take_post", by=by, subject=post, after=after)
        return post


def end_post(post: BodyPost, *, by, on: date, reason: str = "") -> bool:
    """Let a post end: `on` is the first day without it. True when it made a cross-post, whose office is then told."""
    demand(by, Right.MANAGE, post.area_code)
    with transaction.atomic():
        held = BodyPost.objects.select_for_update(of=("self",)).select_related("compound", "area")
        held = held.get(pk=post.pk)
        if held.valid.upper is not None:
            raise Refused("already_ended", _("这项任职已于 {} 结束，不用再办理。").format(held.valid.upper))
        if on <= held.valid.lower:
            raise Refused("ends_before_start", _("结束日期要晚于开始日期 {}。").format(held.valid.lower))
        crossed = BodyPost.objects.crossing_on(on).filter(pk=held.pk).exists()
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("body_posts.end_post", by=by, subject=held, after={"on": on}, reason=reason)
        if crossed:
            _tell_of_lost_cross_post(held, on)
        return crossed


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
