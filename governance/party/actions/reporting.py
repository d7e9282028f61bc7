"""双报到: units and members in service report to a community, take on its posts, and their units are told."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from governance.party.actions.tree import end_link
from governance.party.enums import Right
from governance.party.models import (
    FeedbackSheet,
    Partner,
    PostClaim,
    ReportingUnit,
    ServicePost,
    ServicePostKind,
    ServiceRecord,
    ServingMember,
)
from governance.party.rules.quarters import is_over


def load_service_post_kinds(rows: list[dict]) -> None:
    ServicePostKind.load(rows)


def report_unit(
    area: Area, *, by, name: str, on: date, in_service_count: int, partner: Partner | None = None
) -> ReportingUnit:
    """Enter a unit that reports to a community, with the count of members in service it gives."""
    demand(by, Right.BUILD, area.code)
    with transaction.atomic():
        unit = ReportingUnit(
            area=area,
            name=plain(name),
            partner=partner,
            in_service_count=in_service_count,
            valid=(on, None),
        )
        _save(unit, area)
        record("party.report_unit", by=by, subject=unit, after={"on": on, "in_service": in_service_count})
        return unit


def recount_unit(unit: ReportingUnit, *, by, in_service_count: int) -> None:
    """Set how many members in service the unit says it has; never fewer than report."""
    demand(by, Right.BUILD, unit.area_code)
    with transaction.atomic():
        held = _lasting(unit)
        _check_room(held, held.members.live_on(today()).count(), in_service_count)
        held.in_service_count = in_service_count
        held.save(update_fields=["in_service_count"])
        record("party.recount_unit", by=by, subject=held, after={"in_service": in_service_count})


def leave_unit(unit: ReportingUnit, *, by, on: date) -> None:
    """`on` is the first day on which the unit no longer reports; its members and places end with it."""
    demand(by, Right.BUILD, unit.area_code)
    _demand_come(on)
    with transaction.atomic():
        held = _lasting(unit)
        end_link(held, on)
        for member in held.members.select_for_update():
            end_link(member, on)
        held.claims.filter(released_on__isnull=True).update(released_on=on)
        record("party.leave_unit", by=by, subject=held, after={"on": on})


def report_member(unit: ReportingUnit, *, by, name: str, on: date, phone: str = "") -> ServingMember:
    """Enter a member in service who reports; name and phone are sealed at once."""
    demand(by, Right.BUILD, unit.area_code)
    with transaction.atomic():
        held = _lasting(unit)
        if on < held.valid.lower or on > today():
            raise Refused("not_then", _("报到日期要在单位报到之后、今天以前。"))
        _check_room(held, held.members.live_on(today()).count() + 1, held.in_service_count)
        member = ServingMember(unit=held, area=held.area, valid=(on, None))
        member.seal_value("name", plain(name))
        member.seal_value("phone", phone.strip())
        _save(member, held.area)
        record("party.report_member", by=by, subject=held, after={"member": member.pk, "on": on})
        return member


def leave_member(member: ServingMember, *, by, on: date) -> None:
    """`on` is the first day on which the member no longer reports."""
    demand(by, Right.BUILD, member.area_code)
    _demand_come(on)
    with transaction.atomic():
        held = ServingMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
        end_link(held, on)
        held.claims.filter(released_on__isnull=True).update(released_on=on)
        record("party.leave_member", by=by, subject=held.unit, after={"member": held.pk, "on": on})


def offer_post(area: Area, *, by, kind: ServicePostKind, text: str, places: int) -> ServicePost:
    demand(by, Right.BUILD, area.code)
    with transaction.atomic():
        post = ServicePost(area=area, kind=kind, text=plain(text), places=places)
        _save(post, area)
        record("party.offer_post", by=by, subject=post, after={"places": places})
        return post


def close_post(post: ServicePost, *, by) -> None:
    """Offer a post no longer; what was claimed and done stays readable."""
    demand(by, Right.BUILD, post.area_code)
    with transaction.atomic():
        held = _open(post)
        held.closed_on = today()
        held.save(update_fields=["closed_on"])
        held.claims.filter(released_on__isnull=True).update(released_on=today())
        record("party.close_post", by=by, subject=held)


def claim_post(
    post: ServicePost, *, by, unit: ReportingUnit, member: ServingMember | None = None
) -> PostClaim:
    """Give the lowest free place of a post to a unit or to one of its members."""
    demand(by, Right.BUILD, post.area_code)
    with transaction.atomic():
        held = _open(post)
        if member and member.unit_id != unit.pk:
            raise Refused("other_unit", _("这名党员不是「{}」的，请核对。").format(unit))
        _demand_reporting(ReportingUnit, unit)
        if member:
            _demand_reporting(ServingMember, member)
        taken = set(held.claims.filter(released_on__isnull=True).values_list("place_no", flat=True))
        free = next((number for number in range(1, held.places + 1) if number not in taken), None)
        if free is None:
            raise Refused(
                "no_places", _("「{}」的 {} 个名额已经认领完，请另选岗位。").format(held, held.places)
            )
        claim = PostClaim(post=held, unit=unit, member=member, place_no=free)
        claim.full_clean()
        claim.save()
        record("party.claim_post", by=by, subject=held, after={"unit": unit.pk, "place": free})
        return claim


def release_claim(claim: PostClaim, *, by) -> None:
    demand(by, Right.BUILD, claim.post.area_code)
    with transaction.atomic():
        held = PostClaim.objects.select_for_update(of=("self",)).get(pk=claim.pk)
        if held.released_on is not None:
            raise Refused("already_released", _("已于 {} 退岗，不用再办理。").format(held.released_on))
        held.released_on = today()
        held.save(update_fields=["released_on"])
        record("party.release_claim", by=by, subject=claim.post, after={"claim": held.pk})


def write_service(claim: PostClaim, *, by, on: date, text: str, result: str = "") -> ServiceRecord:
    """Write down what was done on a post."""
    demand(by, Right.BUILD, claim.post.area_code)
    last = min(claim.released_on or today(), today())
    if not claim.claimed_on <= on <= last:
        raise Refused("not_then", _("服务日期要在认领之后、退岗之前，且不晚于今天。"))
    with transaction.atomic():
        done = ServiceRecord(claim=claim, on=on, text=plain(text), result=plain(result))
        done.full_clean()
        done.save()
        record("party.write_service", by=by, subject=claim.post, after={"claim": claim.pk, "on": on})
        return done


def send_feedback(unit: ReportingUnit, *, by, quarter: str) -> FeedbackSheet:
    """Note that a unit was told of a quarter that is over; once."""
    demand(by, Right.BUILD, unit.area_code)
    if not is_over(quarter, today()):
        raise Refused("not_over", _("这个季度还没有结束，请在季末之后反馈。"))
    with transaction.atomic():
        sheet = FeedbackSheet(unit=unit, quarter=quarter, sent_by=by)
        sheet.full_clean()
        sheet.save()
        record("party.send_feedback", by=by, subject=unit, after={"quarter": quarter})
        return sheet


def _save(row, area: Area) -> None:
    row.place_in(area)
    row.full_clean(exclude=["area_code"])
    row.save()


def _check_room(unit: ReportingUnit, reported: int, count: int) -> None:
    if reported > count:
        raise Refused(
            "more_than_in_service",
            _("报到党员（{} 人）不能多于「{}」的在职党员（{} 人），请先更正在职党员数。").format(
                reported, unit, count
            ),
        )


def _lasting(unit: ReportingUnit) -> ReportingUnit:
    held = ReportingUnit.objects.select_for_update(of=("self",)).select_related("area").get(pk=unit.pk)
    if held.valid.upper is not None:
        raise Refused("already_ended", _("「{}」已于 {} 结束报到。").format(held, held.valid.upper))
    return held


def _demand_come(on: date) -> None:
    """Places are given back the day somebody leaves, so leaving is entered when it has come."""
    if on > today():
        raise Refused("in_future", _("退出日期还没有到，请到时再登记。"))


def _demand_reporting(model, row) -> None:
    """Who claims reports today; held until the claim is written, so that nobody leaves meanwhile."""
    live = model.objects.live_on(today()).select_for_update(of=("self",)).filter(pk=row.pk)
    if live.first() is None:
        raise Refused("not_live", _("「{}」现在不在报到期间，请另选。").format(row))


def _open(post: ServicePost) -> ServicePost:
    held = ServicePost.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if held.closed_on is not None:
        raise Refused("already_closed", _("「{}」已于 {} 停止，不能再办理。").format(held, held.closed_on))
    return held
