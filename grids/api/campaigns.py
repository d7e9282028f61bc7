from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from grids.enums.rights import Right
from grids.filters.campaigns import CampaignFilter
from grids.models import Campaign
from grids.presenting.campaigns import progress_of
from grids.serializers.campaigns import CampaignSerializer, ProgressSerializer
from grids.tables.campaigns import CAMPAIGNS


class CampaignViewSet(ScopedViewSet):
    queryset = Campaign.objects.for_list()
    required_right = Right.VIEW
    serializer_class = CampaignSerializer
    filterset_class = CampaignFilter
    layout = CAMPAIGNS
    order = ("-from_on", "-id")

    @extend_schema(responses=ProgressSerializer)
    @action(detail=True)
    def progress(self, request, pk):
        """How many households were reached, as a whole and by the areas of the next level."""
        campaign = get_object_or_404(Campaign.objects.for_user(request.user).select_related("area"), pk=pk)
        whole, parts = progress_of(campaign)
        return Response(ProgressSerializer({"whole": whole, "parts": parts}).data)
