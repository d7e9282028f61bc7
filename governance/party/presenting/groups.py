"""Leagues, steward teams and volunteer teams: alike in what can be done with them, each with its own words."""

from dataclasses import dataclass

from django import forms
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.party.enums import Right
from governance.party.forms import (
    LeagueFoundForm,
    LeagueJoinForm,
    LeagueReviseForm,
    StewardFoundForm,
    StewardReviseForm,
    TeamJoinForm,
    VolunteerFoundForm,
    VolunteerReviseForm,
)
from governance.party.models import Activity, League, StewardTeam, VolunteerTeam

ACTIVITIES_SHOWN = 30


@dataclass(frozen=True)
class Room:
    """One kind of group: its word in addresses, its list, and what its forms ask."""

    kind: str
    model: type[Model]
    name: str | Promise
    list_page: str
    found_form: type[forms.Form]
    revise_form: type[forms.Form]
    join_form: type[forms.Form] | None = None


ROOMS = {
    room.kind: room
    for room in (
        Room(
            "leagues",
            League,
            _("服务联盟"),
            "party:league_list",
            LeagueFoundForm,
            LeagueReviseForm,
            LeagueJoinForm,
        ),
        Room(
            "stewards",
            StewardTeam,
            _("红管家服务队"),
            "party:steward_list",
            StewardFoundForm,
            StewardReviseForm,
            TeamJoinForm,
        ),
        Room(
            "teams",
            VolunteerTeam,
            _("志愿服务队"),
            "party:team_list",
            VolunteerFoundForm,
            VolunteerReviseForm,
        ),
    )
}


def group_page(room: Room, group, user) -> dict:
    """A group with who belongs to it today and what it did."""
    day = today()
    may_reveal = user.may(AuditRight.REVEAL, group.area_code)
    return {
        "room": room,
        "group": group,
        "seats": group.seats.filter(valid__contains=day).select_related("partner").order_by("pk")
        if room.kind == "leagues"
        else None,
        "members": _with_reveal(group.members.live_on(day), may_reveal) if room.kind == "stewards" else None,
        "leader_url": reverse("party:leader_reveal", args=[group.pk])
        if room.kind == "teams" and may_reveal
        else "",
        "activities": Activity.objects.of(group)[:ACTIVITIES_SHOWN],
        "may_build": user.may(Right.BUILD, group.area_code) and group.ended_on is None,
    }


def _with_reveal(members, may_reveal: bool) -> list[tuple]:
    """Members, each with where the name is asked for."""
    return [
        (member, reverse("party:member_reveal", args=[member.pk]) if may_reveal else "") for member in members
    ]
