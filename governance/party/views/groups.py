"""Pages of leagues, steward teams and volunteer teams."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.pages import requires
from governance.kernel.scope import demand
from governance.party import actions
from governance.party.enums import Right
from governance.party.forms import GroupEndForm, LeaveForm
from governance.party.models import LeaguePartner, StewardMember, VolunteerTeam
from governance.party.presenting.groups import ROOMS, Room, group_page
from governance.party.views.verbs import build, to_build


def room_of(kind: str) -> Room:
    if kind not in ROOMS:
        raise Http404
    return ROOMS[kind]


def page_of(room: Room, group) -> str:
    return reverse("party:group_detail", args=[room.kind, group.pk])


@requires(Right.VIEW)
@require_safe
def group_detail(request, kind: str, pk: int):
    room = room_of(kind)
    group = get_object_or_404(room.model.objects.for_user(request.user).select_related("area"), pk=pk)
    return render(request, "party/group_detail.html", group_page(room, group, request.user))


@requires(Right.BUILD)
def group_found(request, kind: str):
    room = room_of(kind)
    return build(
        request,
        room.found_form(request.POST or None, user=request.user),
        lambda **content: actions.found_group(room.model, by=request.user, **content),
        title=_("登记{}").format(room.name),
        about=room.name,
        back_url=reverse(room.list_page),
        then=lambda group: page_of(room, group),
    )


@requires(Right.BUILD)
def group_revise(request, kind: str, pk: int):
    room = room_of(kind)
    group = to_build(request, room.model, pk)
    return build(
        request,
        room.revise_form(request.POST or None, group=group, user=request.user),
        lambda **content: actions.revise_group(group, by=request.user, **content),
        title=_("修改{}").format(room.name),
        about=group,
        back_url=page_of(room, group),
    )


@requires(Right.BUILD)
def group_end(request, kind: str, pk: int):
    room = room_of(kind)
    group = to_build(request, room.model, pk)
    return build(
        request,
        GroupEndForm(request.POST or None),
        lambda **content: actions.end_group(group, by=request.user, **content),
        title=_("解散{}").format(room.name),
        about=group,
        back_url=page_of(room, group),
    )


@requires(Right.BUILD)
def group_join(request, kind: str, pk: int):
    """A partner joins a league, a person a steward team; volunteer teams are counted, not listed."""
    room = room_of(kind)
    if room.join_form is None:
        raise Http404
    group = to_build(request, room.model, pk)
    verb = actions.join_league if kind == "leagues" else actions.join_team
    return build(
        request,
        room.join_form(request.POST or None, group=group, user=request.user),
        lambda **content: verb(group, by=request.user, **content),
        title=_("增加成员单位") if kind == "leagues" else _("增加队员"),
        about=group,
        back_url=page_of(room, group),
    )


@requires(Right.BUILD)
def league_leave(request, pk: int, link: int):
    league = to_build(request, ROOMS["leagues"].model, pk)
    seat = get_object_or_404(
        LeaguePartner.objects.select_related("partner", "league"), league=league, pk=link
    )
    return build(
        request,
        LeaveForm(request.POST or None),
        lambda **content: actions.leave_league(seat, by=request.user, **content),
        title=_("{}退出").format(seat.partner),
        about=league,
        back_url=page_of(ROOMS["leagues"], league),
    )


@requires(Right.BUILD)
def team_leave(request, pk: int, link: int):
    team = to_build(request, ROOMS["stewards"].model, pk)
    member = get_object_or_404(StewardMember.objects.select_related("team"), team=team, pk=link)
    return build(
        request,
        LeaveForm(request.POST or None),
        lambda **content: actions.leave_team(member, by=request.user, **content),
        title=_("{}退出").format(member),
        about=team,
        back_url=page_of(ROOMS["stewards"], team),
    )


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def member_reveal(request, pk: int):
    """The name of somebody in a steward team."""
    teams = ROOMS["stewards"].model.objects.for_user(request.user)
    member = get_object_or_404(StewardMember.objects.select_related("team"), team__in=teams, pk=pk)
    demand(request.user, AuditRight.REVEAL, member.area_code)
    return answer_reveal(request, member, "name", back_url=page_of(ROOMS["stewards"], member.team))


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def leader_reveal(request, pk: int):
    team = get_object_or_404(VolunteerTeam.objects.for_user(request.user), pk=pk)
    return answer_reveal(request, team, "leader", back_url=page_of(ROOMS["teams"], team))
