from functools import partial

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.party import actions, filters, tables
from governance.party import serializers as bodies
from governance.party.api.verbs import VerbViewSet, called, verb_path
from governance.party.enums import NeedState, Right
from governance.party.models import CommunityNeed, CoProject, PartnerResource, Wish
from governance.party.presenting.cobuild import suggestions

_need = partial(verb_path, thing="needs", row=bodies.CommunityNeedSerializer)
_wish = partial(verb_path, thing="wishes", row=bodies.WishSerializer)


class PartnerResourceViewSet(VerbViewSet):
    """What partners offer."""

    queryset = PartnerResource.objects.for_list()
    action_rights = dict.fromkeys(("create", "step"), Right.BUILD)
    serializer_class = bodies.PartnerResourceSerializer
    filterset_class = filters.ResourceFilter
    layout = tables.RESOURCES

    @extend_schema(request=bodies.OfferInput, responses={201: bodies.PartnerResourceSerializer})
    def create(self, request):
        """Enter what a partner offers."""
        read = bodies.OfferInput(data=request.data, context={"request": request})
        return self.made(called(_offer, request=request, read=read))

    step = verb_path(
        "step",
        bodies.ResourceStepInput,
        actions.step_resource,
        thing="resources",
        row=bodies.PartnerResourceSerializer,
    )


def _offer(*, partner, **content):
    return actions.offer_resource(partner, **content)


class CommunityNeedViewSet(VerbViewSet):
    """What communities ask for."""

    queryset = CommunityNeed.objects.for_list()
    action_rights = dict.fromkeys(("create", "withdraw", "match"), Right.BUILD)
    serializer_class = bodies.CommunityNeedSerializer
    filterset_class = filters.NeedFilter
    order = ("-posted_on", "-id")
    layout = tables.NEEDS

    @extend_schema(request=bodies.NeedInput, responses={201: bodies.CommunityNeedSerializer})
    def create(self, request):
        """Enter what a community asks its partners for."""
        read = bodies.NeedInput(data=request.data, context={"request": request})
        return self.made(called(actions.post_need, request=request, read=read))

    @extend_schema(responses=bodies.ResourceSuggestionSerializer(many=True))
    @action(detail=True, methods=["get"], pagination_class=None, filter_backends=[])
    def suggestions(self, request, pk=None):
        """Resources that fit an open need, best first, with the reasons."""
        need = self.in_sight(pk)
        fitting = suggestions(need, request.user) if need.state == NeedState.OPEN else []
        return Response(
            [
                {
                    "resource": row.pk,
                    "text": row.text,
                    "partner_name": row.partner_name,
                    "reasons": list(found.reasons),
                }
                for row, found in fitting
            ]
        )

    withdraw = _need("withdraw", bodies.NoteInput, actions.withdraw_need)
    match = _need("match", bodies.MatchInput, actions.match_need)


class CoProjectViewSet(VerbViewSet):
    """Projects that bring needs and resources together; made by `match` of a need."""

    queryset = CoProject.objects.for_list()
    action_rights = {"step": Right.BUILD}
    serializer_class = bodies.CoProjectSerializer
    filterset_class = filters.ProjectFilter
    order = ("-planned_on", "-id")
    layout = tables.PROJECTS

    step = verb_path(
        "step",
        bodies.CoProjectStepInput,
        actions.step_project,
        thing="projects",
        row=bodies.CoProjectSerializer,
    )


class WishViewSet(VerbViewSet):
    """Small wishes of households."""

    queryset = Wish.objects.for_list()
    action_rights = dict.fromkeys(("create", "claim", "release", "fulfil", "thank", "withdraw"), Right.BUILD)
    serializer_class = bodies.WishSerializer
    filterset_class = filters.WishFilter
    order = ("-posted_on", "-id")
    layout = tables.WISHES

    @extend_schema(request=bodies.WishInput, responses={201: bodies.WishSerializer})
    def create(self, request):
        """Post a wish for a household."""
        read = bodies.WishInput(data=request.data, context={"request": request})
        return self.made(called(actions.post_wish, request=request, read=read))

    claim = _wish("claim", bodies.ClaimInput, actions.claim_wish)
    release = _wish("release", bodies.NoteInput, actions.release_wish)
    fulfil = _wish("fulfil", bodies.WishResultInput, actions.fulfil_wish)
    thank = _wish("thank", bodies.ThanksInput, actions.thank_wish)
    withdraw = _wish("withdraw", bodies.NoteInput, actions.withdraw_wish)
