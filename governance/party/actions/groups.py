"""Leagues, steward teams and volunteer teams: brought up, changed, ended; who belongs to them, and since when."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.sealing import Sealed
from governance.kernel.wording import plain
from governance.party.actions.tree import end_link
from governance.party.enums import Right
from governance.party.models import League, LeaguePartner, Partner, StewardMember, StewardTeam


def found_group(model: type[models.Model], area: Area, *, by, name: str, on: date, **content):
    """Enter a league or team of an area. `content` is what else its model keeps, a leader's name in the clear."""
    demand(by, Right.BUILD, area.code)
    if on > today():
        raise Refused("in_future", _("成立日期还没有到，请在成立后登记。"))
    with transaction.atomic():
        group = model(area=area, name=plain(name), founded_on=on)
        _fill(group, content)
        group.place_in(area)
        group.full_clean(exclude=["area_code"])
        group.save()
        record("party.found_group", by=by, subject=group, after={"on": on})
        return group


def revise_group(group, *, by, **content) -> None:
    """Set what changes without a date; a leader's name only when it is given anew."""
    demand(by, Right.BUILD, group.area_code)
    with transaction.atomic():
        held = _lasting(group)
        _fill(held, {name: value for name, value in content.items() if value or name != "leader"})
        held.full_clean(exclude=["area_code"])
        held.save()
        record("party.revise_group", by=by, subject=held, after={"fields": sorted(content)})


def end_group(group, *, by, on: date) -> None:
    """`on` is the first day without the group; who belongs to it leaves that day."""
    demand(by, Right.BUILD, group.area_code)
    with transaction.atomic():
        held = _lasting(group)
        held.ended_on = on
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["ended_on"])
        for links in ("seats", "members"):
            for link in getattr(held, links).all() if hasattr(held, links) else ():
                end_link(link, on)
        record("party.end_group", by=by, subject=held, after={"on": on})


def join_league(league: League, *, by, partner: Partner, on: date) -> LeaguePartner:
    demand(by, Right.BUILD, league.area_code)
    with transaction.atomic():
        _lasting(league)
        if partner.ended_on is not None or partner.signed_on > on:
            raise Refused("partner_not_live", _("「{}」在 {} 不是共建单位，请核对日期。").format(partner, on))
        seat = LeaguePartner(league=league, partner=partner, valid=(on, None))
        seat.full_clean()
        seat.save()
        record("party.join_league", by=by, subject=league, after={"partner": partner.pk, "on": on})
        return seat


def leave_league(seat: LeaguePartner, *, by, on: date) -> None:
    """`on` is the first day without the partner."""
    demand(by, Right.BUILD, seat.league.area_code)
    with transaction.atomic():
        held = LeaguePartner.objects.select_for_update().get(pk=seat.pk)
        end_link(held, on)
        record("party.leave_league", by=by, subject=seat.league, after={"partner": held.partner_id, "on": on})


def join_team(team: StewardTeam, *, by, name: str, on: date, duty: str = "") -> StewardMember:
    """Take somebody into a steward team; the name is sealed at once."""
    demand(by, Right.BUILD, team.area_code)
    with transaction.atomic():
        held = _lasting(team)
        if not held.founded_on <= on <= today():
            raise Refused("not_then", _("参加日期要在服务队成立之后、今天以前。"))
        member = StewardMember(team=held, duty=plain(duty), valid=(on, None))
        member.seal_value("name", plain(name))
        member.full_clean()
        member.save()
        _count(held)
        record("party.join_team", by=by, subject=held, after={"member": member.pk, "on": on})
        return member


def leave_team(member: StewardMember, *, by, on: date) -> None:
    """`on` is the first day without the member, tomorrow at the latest."""
    demand(by, Right.BUILD, member.team.area_code)
    if on > today():
        raise Refused("in_future", _("退出日期还没有到，请到时再登记。"))
    with transaction.atomic():
        team = StewardTeam.objects.select_for_update().get(pk=member.team_id)
        end_link(StewardMember.objects.select_for_update().get(pk=member.pk), on)
        _count(team)
        record("party.leave_team", by=by, subject=team, after={"member": member.pk, "on": on})


def _count(team: StewardTeam) -> None:
    team.member_count = team.members.live_on(today()).count()
    team.save(update_fields=["member_count"])


def _fill(group, content: dict) -> None:
    for name, value in content.items():
        said = plain(value) if isinstance(value, str) else value
        if isinstance(group, Sealed) and name in group.SEALED:
            group.seal_value(name, said)
        else:
            setattr(group, name, said)


def _lasting(group):
    held = type(group).objects.select_for_update(of=("self",)).select_related("area").get(pk=group.pk)
    if held.ended_on is not None:
        raise Refused("already_ended", _("「{}」已于 {} 解散，不能再办理。").format(held, held.ended_on))
    return held
