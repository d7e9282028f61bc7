"""The boards of the roles over REST."""

from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.statistics.actions import arrange_board, reset_board
from governance.statistics.enums import Right
from governance.statistics.models import RoleBoard
from governance.statistics.presenting.role_boards import role_line, role_lines
from governance.statistics.questions import refuse_unknown
from governance.statistics.serializers.role_boards import RoleBoardInput, RoleBoardSerializer


class RoleBoardViewSet(viewsets.GenericViewSet):
    """What each role steers by: its tiles in order, and the indicator shown in depth."""

    queryset = RoleBoard.objects.none()
    required_right = Right.ARRANGE
    serializer_class = RoleBoardSerializer
    pagination_class = None
    filter_backends = ()
    lookup_field = "code"
    lookup_value_regex = "[-a-zA-Z0-9_]{1,40}"

    def list(self, request):
        """Every role that looks at the board; `others` stands for those without a board of their own."""
        refuse_unknown(request.query_params, {"format"})
        return Response(RoleBoardSerializer(role_lines(), many=True).data)

    def retrieve(self, request, code=None):
        """One of them."""
        return Response(RoleBoardSerializer(role_line(code)).data)

    @extend_schema(request=RoleBoardInput, responses=RoleBoardSerializer)
    @action(detail=True, methods=["post"])
    def arrange(self, request, code=None):
        """Say what the role steers by; unknown indicators and one named twice are refused."""
        said = RoleBoardInput(data=request.data)
        said.is_valid(raise_exception=True)
        arrange_board(role_line(code).role, by=request.user, **said.validated_data)
        return Response(RoleBoardSerializer(role_line(code)).data)

    @extend_schema(request=None, responses=RoleBoardSerializer)
    @action(detail=True, methods=["post"])
    def reset(self, request, code=None):
        """Back to the preset; 409 where nothing has been changed."""
        reset_board(role_line(code).role, by=request.user)
        return Response(RoleBoardSerializer(role_line(code)).data)
