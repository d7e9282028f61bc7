from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.errors import Refused
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.permissions import HasRight
from governance.kernel.scope import demand
from grids.actions.needs import decline_need, reopen_need, solve_need, withdraw_need
from grids.actions.photos import add_photo, may_add_photo
from grids.actions.visits import log_visit
from grids.api.sync import Places, receive_each
from grids.enums.rights import Right
from grids.filters.visits import NeedFilter, VisitFilter
from grids.models import NeedRequest, Visit
from grids.rules.posts import left_lately, sendable
from grids.serializers.pocket import SyncIn, SyncOut
from grids.serializers.visits import (
    NeedSerializer,
    NoteIn,
    PhotoIn,
    PhotoSerializer,
    ReceiptSerializer,
    VisitIn,
    VisitSerializer,
)
from grids.tables.visits import NEEDS, VISITS

NUMBER = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class MaySend(HasRight):
    """Also who left a post a moment ago: visits made while holding it may still be in the telephone."""

    SENDING = frozenset({"create", "photos", "sync"})

    def has_permission(self, request, view) -> bool:
        return super().has_permission(request, view) or (
            request.user.is_authenticated and view.action in self.SENDING and bool(left_lately(request.user))
        )


class VisitViewSet(ScopedViewSet):
    queryset = Visit.objects.all()
    required_right = Right.VIEW
    permission_classes = [MaySend]
    action_rights = {"create": Right.VISIT, "photos": Right.VISIT, "sync": Right.VISIT}
    serializer_class = VisitSerializer
    filterset_class = VisitFilter
    layout = VISITS
    order = ("-visited_on", "-id")

    def shown(self, rows):
        return rows.for_list()

    @extend_schema(request=VisitIn, responses={201: ReceiptSerializer, 200: ReceiptSerializer})
    def create(self, request):
        """Log a visit: 201 the first time, 200 with the same receipt again, 409 for other content."""
        sent = VisitIn(data=request.data)
        sent.is_valid(raise_exception=True)
        content = dict(sent.validated_data)
        receipt = log_visit(request.user, by=request.user, **Places(request.user, [content]).put(content))
        said = ReceiptSerializer(receipt.visit, context={"is_bare": receipt.is_bare})
        return Response(said.data, status=201 if receipt.is_new else 200)

    @extend_schema(request=SyncIn, responses=SyncOut)
    @action(detail=False, methods=["post"])
    def sync(self, request):
        """Log what a phone wrote without a signal: up to 200 contents, one result for each, in order.

        Each content is kept or not by itself, and an answer comes only after all that it calls received is
        safe. `received` and `already` may be deleted on the phone; `kept` was received with other content
        before, and both versions wait for review; `refused` and `invalid` stay on the phone to be mended.
        """
        sent = SyncIn(data=request.data)
        sent.is_valid(raise_exception=True)
        if sent.validated_data.get("user", request.user.pk) != request.user.pk:
            raise Refused("other_person", _("手机里的记录是另一个账号写的，请用原来的账号登录后再发送。"))
        return Response({"results": receive_each(request.user, sent.validated_data["visits"])})

    @extend_schema(request={"multipart/form-data": PhotoIn}, responses={201: PhotoSerializer})
    @action(
        detail=False,
        methods=["post"],
        url_path=f"(?P<client_uuid>{NUMBER})/photos",
        parser_classes=[MultiPartParser, StrictJSONParser],
    )
    def photos(self, request, client_uuid):
        """Add a picture to a visit, by the number the visit was sent under."""
        visits = Visit.objects.for_user(request.user) | sendable(Visit, request.user)
        visit = get_object_or_404(visits.select_related("area__successor"), client_uuid=client_uuid)
        if not may_add_photo(visit, request.user):
            raise PermissionDenied
        sent = PhotoIn(data=request.data)
        sent.is_valid(raise_exception=True)
        number = sent.validated_data["client_uuid"]
        photo = add_photo(visit, sent.validated_data["file"], by=request.user, client_uuid=number)
        return Response(PhotoSerializer(photo).data, status=201)


class NeedViewSet(ScopedViewSet):
    queryset = NeedRequest.objects.for_list()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(["solve", "decline", "withdraw", "reopen"], Right.VISIT)
    serializer_class = NeedSerializer
    filterset_class = NeedFilter
    layout = NEEDS
    order = ("-opened_on", "-id")

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def solve(self, request, pk):
        return self._step(request, pk, solve_need)

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def decline(self, request, pk):
        return self._step(request, pk, decline_need)

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk):
        return self._step(request, pk, withdraw_need)

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def reopen(self, request, pk):
        """没解决: the resident says so, or asks again."""
        return self._step(request, pk, reopen_need)

    def _step(self, request, pk, verb) -> Response:
        need = get_object_or_404(self.get_queryset(), pk=pk)
        demand(request.user, Right.VISIT, need.area_code)
        sent = NoteIn(data=request.data)
        sent.is_valid(raise_exception=True)
        verb(need, by=request.user, note=sent.validated_data["note"])
        return self.retrieve(request, pk=pk)
