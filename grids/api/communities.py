from governance.kernel.api import ScopedViewSet
from grids.api.territory import DatedViewSet
from grids.enums.rights import CouncilRight, Right
from grids.filters.advisers import AdviserDutyFilter, AdviserFilter, AdviserRecordFilter
from grids.filters.communities import CommunityFilter, CommunityOrgFilter
from grids.filters.council import CouncilTopicFilter
from grids.filters.service_team import ServiceMemberFilter
from grids.models import (
    Adviser,
    AdviserDuty,
    AdviserRecord,
    Community,
    CommunityOrg,
    CouncilTopic,
    ServiceMember,
)
from grids.serializers.communities import (
    AdviserDutySerializer,
    AdviserRecordSerializer,
    AdviserSerializer,
    CommunityOrgSerializer,
    CommunitySerializer,
    CouncilTopicSerializer,
    ServiceMemberSerializer,
)
from grids.tables.communities import (
    ADVISER_DUTIES,
    ADVISER_RECORDS,
    ADVISERS,
    COMMUNITIES,
    ORGS,
    SERVICE_MEMBERS,
    TOPICS,
)


class CommunityViewSet(DatedViewSet):
    queryset = Community.objects.all()
    serializer_class = CommunitySerializer
    filterset_class = CommunityFilter
    layout = COMMUNITIES
    order = ("code", "id")


class ServiceMemberViewSet(DatedViewSet):
    queryset = ServiceMember.objects.all()
    serializer_class = ServiceMemberSerializer
    filterset_class = ServiceMemberFilter
    layout = SERVICE_MEMBERS
    order = ("area_code", "id")


class AdviserViewSet(DatedViewSet):
    queryset = Adviser.objects.all()
    serializer_class = AdviserSerializer
    filterset_class = AdviserFilter
    layout = ADVISERS
    order = ("area_code", "id")


class AdviserDutyViewSet(ScopedViewSet):
    queryset = AdviserDuty.objects.for_list()
    required_right = Right.VIEW
    serializer_class = AdviserDutySerializer
    filterset_class = AdviserDutyFilter
    layout = ADVISER_DUTIES
    order = ("-on", "-id")


class AdviserRecordViewSet(ScopedViewSet):
    queryset = AdviserRecord.objects.for_list()
    required_right = Right.VIEW
    serializer_class = AdviserRecordSerializer
    filterset_class = AdviserRecordFilter
    layout = ADVISER_RECORDS
    order = ("-on", "-id")


class CouncilTopicViewSet(ScopedViewSet):
    queryset = CouncilTopic.objects.for_list()
    required_right = CouncilRight.VIEW
    serializer_class = CouncilTopicSerializer
    filterset_class = CouncilTopicFilter
    layout = TOPICS
    order = ("-proposed_on", "-id")


class CommunityOrgViewSet(DatedViewSet):
    queryset = CommunityOrg.objects.all()
    serializer_class = CommunityOrgSerializer
    filterset_class = CommunityOrgFilter
    layout = ORGS
    order = ("area_code", "id")
