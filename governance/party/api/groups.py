from functools import partial

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema

from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from governance.party import actions, filters, tables
from governance.party import serializers as bodies
from governance.party.api.verbs import VerbViewSet, called, verb_path
from governance.party.enums import Right
from governance.party.models import Activity, League, StewardTeam, VolunteerTeam

_BUILD = dict.fromkeys(("create", "revise", "end", "join", "leave", "activity"), Right.BUILD)


def leave_league(league: League, *, by, link: int, on) -> None:
    actions.leave_league(get_object_or_404(league.seats.select_related("league"), pk=link), by=by, on=on)


def leave_team(team: StewardTeam, *, by, link: int, on) -> None:
    actions.leave_team(get_object_or_404(team.members.select_related("team"), pk=link), by=by, on=on)


class GroupViewSet(VerbViewSet):
    """What leagues and teams share. `found_body` is what one begins with."""

    action_rights = _BUILD
    order = ("area_code", "id")
    found_body = None

    def found(self, request):
        read = self.found_body(data=request.data, context={"request": request})
        model = self.queryset.model
        return self.made(
            called(lambda **given: actions.found_group(model, **given), request=request, read=read)
        )


_league = partial(verb_path, thing="leagues", row=bodies.LeagueSerializer)
_stewards = partial(verb_path, thing="steward_teams", row=bodies.StewardTeamSerializer)
_volunteers = partial(verb_path, thing="volunteer_teams", row=bodies.VolunteerTeamSerializer)


class LeagueViewSet(GroupViewSet):
    """Leagues of `as_of`."""

    queryset = League.objects.for_list()
    serializer_class = bodies.LeagueSerializer
    filterset_class = filters.LeagueFilter
    layout = tables.LEAGUES
    found_body = bodies.FoundLeagueInput

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.with_partner_count(today())

    @extend_schema(request=bodies.FoundLeagueInput, responses={201: bodies.LeagueSerializer})
    def create(self, request):
        return self.found(request)

    revise = _league("revise", bodies.ReviseLeagueInput, actions.revise_group)
    end = _league("end", bodies.EndOnInput, actions.end_group)
    activity = _league("activity", bodies.ActivityInput, actions.record_activity, photos=True)
    join = _league("join", bodies.JoinLeagueInput, actions.join_league)
    leave = _league("leave", bodies.EndLinkInput, leave_league)


class StewardTeamViewSet(GroupViewSet):
    """Steward teams of `as_of`. Names of their members are not given out."""

    queryset = StewardTeam.objects.for_list()
    serializer_class = bodies.StewardTeamSerializer
    filterset_class = filters.StewardTeamFilter
    layout = tables.STEWARDS
    found_body = bodies.FoundStewardsInput

    @extend_schema(request=bodies.FoundStewardsInput, responses={201: bodies.StewardTeamSerializer})
    def create(self, request):
        return self.found(request)

    revise = _stewards("revise", bodies.ReviseStewardsInput, actions.revise_group)
    end = _stewards("end", bodies.EndOnInput, actions.end_group)
    activity = _stewards("activity", bodies.ActivityInput, actions.record_activity, photos=True)
    join = _stewards("join", bodies.JoinTeamInput, actions.join_team)
    leave = _stewards("leave", bodies.EndLinkInput, leave_team)


class VolunteerTeamViewSet(GroupViewSet):
    """Volunteer teams on the books on `as_of`."""

    queryset = VolunteerTeam.objects.for_list()
    serializer_class = bodies.VolunteerTeamSerializer
    filterset_class = filters.VolunteerTeamFilter
    layout = tables.TEAMS
    found_body = bodies.FoundVolunteersInput

    @extend_schema(request=bodies.FoundVolunteersInput, responses={201: bodies.VolunteerTeamSerializer})
    def create(self, request):
        return self.found(request)

    revise = _volunteers("revise", bodies.ReviseVolunteersInput, actions.revise_group)
    end = _volunteers("end", bodies.EndOnInput, actions.end_group)
    activity = _volunteers("activity", bodies.ActivityInput, actions.record_activity, photos=True)


class ActivityViewSet(ScopedViewSet):
    """What was done together; entered at whoever did it."""

    queryset = Activity.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = VerbViewSet.lookup_value_regex
    serializer_class = bodies.ActivitySerializer
    filterset_class = filters.ActivityFilter
    order = ("-on", "-id")
    layout = tables.ACTIVITIES
