from governance.kernel.pages import ListPage
from governance.party import filters, tables
from governance.party.enums import Right
from governance.party.models import (
    Activity,
    CommunityNeed,
    CoProject,
    League,
    Partner,
    PartnerResource,
    PartyOrg,
    ReportingUnit,
    ServicePost,
    StewardTeam,
    VolunteerTeam,
    Wish,
)
from governance.party.presenting.groups import ROOMS


class OrgList(ListPage):
    required_right = Right.VIEW
    filterset_class = filters.PartyOrgFilter
    order = ("area_code", "id")
    template_name = "party/org_list.html"
    rows_template = "party/_org_rows.html"
    layout = tables.ORGS

    def rows_for(self, user):
        return PartyOrg.objects.for_user(user).for_list()


class PartnerList(ListPage):
    required_right = Right.VIEW
    filterset_class = filters.PartnerFilter
    order = ("area_code", "id")
    template_name = "party/partner_list.html"
    rows_template = "party/_partner_rows.html"
    layout = tables.PARTNERS

    def rows_for(self, user):
        return Partner.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"may_build": request.user.may(Right.BUILD)}


class GroupList(PartnerList):
    """A list of leagues or teams; `kind` is the word of its room."""

    kind = ""
    template_name = "party/group_list.html"
    rows_template = "party/_group_rows.html"

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"room": ROOMS[self.kind]}


class LeagueList(GroupList):
    kind = "leagues"
    filterset_class = filters.LeagueFilter
    layout = tables.LEAGUES

    def rows_for(self, user):
        return League.objects.for_user(user).for_list()


class StewardList(GroupList):
    kind = "stewards"
    filterset_class = filters.StewardTeamFilter
    layout = tables.STEWARDS

    def rows_for(self, user):
        return StewardTeam.objects.for_user(user).for_list()


class TeamList(GroupList):
    kind = "teams"
    filterset_class = filters.VolunteerTeamFilter
    layout = tables.TEAMS

    def rows_for(self, user):
        return VolunteerTeam.objects.for_user(user).for_list()


class ActivityList(ListPage):
    required_right = Right.VIEW
    filterset_class = filters.ActivityFilter
    order = ("-on", "-id")
    template_name = "party/activity_list.html"
    rows_template = "party/_activity_rows.html"
    layout = tables.ACTIVITIES

    def rows_for(self, user):
        return Activity.objects.for_user(user).for_list()


class ResourceList(PartnerList):
    filterset_class = filters.ResourceFilter
    order = ("-id",)
    template_name = "party/resource_list.html"
    rows_template = "party/_resource_rows.html"
    layout = tables.RESOURCES

    def rows_for(self, user):
        return PartnerResource.objects.for_user(user).for_list()


class NeedList(PartnerList):
    filterset_class = filters.NeedFilter
    order = ("-posted_on", "-id")
    template_name = "party/need_list.html"
    rows_template = "party/_need_rows.html"
    layout = tables.NEEDS

    def rows_for(self, user):
        return CommunityNeed.objects.for_user(user).for_list()


class ProjectList(PartnerList):
    filterset_class = filters.ProjectFilter
    order = ("-planned_on", "-id")
    template_name = "party/project_list.html"
    rows_template = "party/_project_rows.html"
    layout = tables.PROJECTS

    def rows_for(self, user):
        return CoProject.objects.for_user(user).for_list()


class WishList(PartnerList):
    filterset_class = filters.WishFilter
    order = ("-posted_on", "-id")
    template_name = "party/wish_list.html"
    rows_template = "party/_wish_rows.html"
    layout = tables.WISHES

    def rows_for(self, user):
        return Wish.objects.for_user(user).for_list()


class UnitList(PartnerList):
    filterset_class = filters.ReportingUnitFilter
    template_name = "party/unit_list.html"
    rows_template = "party/_unit_rows.html"
    layout = tables.UNITS

    def rows_for(self, user):
        return ReportingUnit.objects.for_user(user).for_list()


class PostList(PartnerList):
    filterset_class = filters.ServicePostFilter
    order = ("-id",)
    template_name = "party/post_list.html"
    rows_template = "party/_post_rows.html"
    layout = tables.POSTS

    def rows_for(self, user):
        return ServicePost.objects.for_user(user).for_list()
