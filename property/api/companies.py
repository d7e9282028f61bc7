"""Property companies over REST."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.scope import demand
from property import actions, tables
from property.api.programmes import RunViewSet
from property.enums import Right
from property.filters import PropertyCompanyFilter
from property.models import PropertyCompany
from property.serializers import PropertyCompanySerializer
from property.serializers import companies as bodies

_VERBS = ("create", "revise", "close", "link_party", "end_party")


class PropertyCompanyViewSet(RunViewSet):
    """Companies in business on a day; a single one is described as of today."""

    queryset = PropertyCompany.objects.all()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(_VERBS, Right.MANAGE)
    serializer_class = PropertyCompanySerializer
    filterset_class = PropertyCompanyFilter
    order = ("area_code", "id")
    layout = tables.COMPANIES

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.for_list(today())

    def managed(self, pk) -> PropertyCompany:
        """The company in sight (404) that the client may manage (403)."""
        company = get_object_or_404(PropertyCompany.objects.for_user(self.request.user), pk=pk)
        demand(self.request.user, Right.MANAGE, company.area_code)
        return company

    @extend_schema(request=bodies.RegisterCompanyInput, responses={201: PropertyCompanySerializer})
    def create(self, request):
        """Register a company in the area that supervises it."""
        given = self.read(bodies.RegisterCompanyInput)
        area = Area.objects.for_user(request.user).open().filter(code=given.pop("area")).first()
        if area is None:
            raise Http404
        company = actions.register_company(area, by=request.user, **given)
        return self.show(company.pk, status=201)

    @extend_schema(request=bodies.ReviseCompanyInput, responses=PropertyCompanySerializer)
    @action(detail=True, methods=["post"])
    def revise(self, request, pk=None):
        """Correct name and credit code."""
        company, given = self.managed(pk), self.read(bodies.ReviseCompanyInput)
        actions.revise_company(company, by=request.user, **given)
        return self.show(pk)

    @extend_schema(request=bodies.CloseCompanyInput, responses=PropertyCompanySerializer)
    @action(detail=True, methods=["post"])
    def close(self, request, pk=None):
        """The company goes out of business; its projects are ended first."""
        company, given = self.managed(pk), self.read(bodies.CloseCompanyInput)
        actions.close_company(company, by=request.user, **given)
        return self.show(pk)

    @extend_schema(request=bodies.LinkPartyInput, responses=PropertyCompanySerializer)
    @action(detail=True, methods=["post"], url_path="link-party", url_name="link-party")
    def link_party(self, request, pk=None):
        """Register its Party organisation, own or joint, from a day on."""
        company, given = self.managed(pk), self.read(bodies.LinkPartyInput)
        actions.link_company_party(company, by=request.user, **given)
        return self.show(pk)

    @extend_schema(request=bodies.EndPartyInput, responses=PropertyCompanySerializer)
    @action(detail=True, methods=["post"], url_path="end-party", url_name="end-party")
    def end_party(self, request, pk=None):
        """Its Party organisation of today ends on a day."""
        company, given = self.managed(pk), self.read(bodies.EndPartyInput)
        link = get_object_or_404(company.party_links.filter(valid__contains=today()))
        actions.end_company_party(link, by=request.user, **given)
        return self.show(pk)


ROUTES = [("property-companies", PropertyCompanyViewSet, "property-company")]
