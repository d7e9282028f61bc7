"""What the API of a dispute knows of its many parties and of the joint table; mixed into its view set."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.group import choose_representatives, record_results
from disputes.actions.group_agreement import conclude_draft, draft_for_group, sign_draft
from disputes.actions.joint import demand_voice, give_opinion, set_task
from disputes.actions.parties import add_parties
from disputes.enums.rights import Right
from disputes.presenting.room import outcomes_of
from disputes.serializers import room as bodies
from disputes.serializers.disputes import DisputeSerializer
from disputes.serializers.parties import PartiesInput
from governance.kernel.scope import demand

_NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)

AT_THE_TABLE = {"parties": Right.REGISTER} | dict.fromkeys(
    (
        "task",
        "opinion",
        "representatives",
        "results",
        "group_draft",
        "signatures",
        "conclude",
    ),
    Right.MEDIATE,
)


def _path(path: str, body=None, answer=bodies.JointRoomSerializer, methods=("post",)):
    """A sub-path of one dispute, described by what it reads and answers."""

    def dress(method):
        schema = extend_schema(parameters=[_NUMBER], request=body, responses=answer)
        name = path.replace("/", "-")
        return schema(action(detail=True, methods=list(methods), url_path=path, url_name=name)(method))

    return dress


class RoomActions:
    """Sub-paths beside the steps of the lifecycle: only the last signature changes the state."""

    def _handed_in(self, request, number: str, body, right: str = Right.MEDIATE):
        """The dispute, and what a valid body says, for somebody who holds the right there."""
        dispute = self.find(number)
        demand(request.user, right, dispute.case.area_code)
        read = body(data=request.data, context={"dispute": dispute, "request": request})
        read.is_valid(raise_exception=True)
        return dispute, read.validated_data

    def _table(self, number: str, *, status: int = 200) -> Response:
        dispute = self.find(number)
        shown = {
            "tasks": dispute.tasks.select_related("organ__area", "organ__role"),
            "sittings": dispute.sessions.prefetch_related("attendance__party", "attendance__post__area"),
            "outcomes": outcomes_of(dispute),
        }
        return Response(bodies.JointRoomSerializer(shown).data, status=status)

    @_path("room", methods=["get"])
    def room(self, request, number=None):
        """The joint table: tasks of the organs, sittings, and what each party gets."""
        return self._table(number)

    @_path("parties", PartiesInput, DisputeSerializer)
    def parties(self, request, number=None):
        """补录当事人: several at once, all or none."""
        dispute, given = self._handed_in(request, number, PartiesInput, Right.REGISTER)
        add_parties(dispute, by=request.user, **given)
        return self.show(number)

    @_path("room/task", bodies.TaskInput)
    def task(self, request, number=None):
        """交办 a task to an organ at the table."""
        dispute, given = self._handed_in(request, number, bodies.TaskInput)
        set_task(dispute, by=request.user, **given)
        return self._table(number)

    @_path("room/opinion", bodies.OrganOpinionInput)
    def opinion(self, request, number=None):
        """An organ's opinion on its task, by a client that sits in its seat."""
        _dispute, given = self._handed_in(request, number, bodies.OrganOpinionInput)
        demand_voice(given["task"], request.user)
        give_opinion(by=request.user, **given)
        return self._table(number)

    @_path("room/representatives", bodies.RepresentativesInput)
    def representatives(self, request, number=None):
        """推选代表人: who speaks for whom."""
        dispute, given = self._handed_in(request, number, bodies.RepresentativesInput)
        choose_representatives(
            dispute,
            by=request.user,
            representatives={party.pk for party in given["representatives"]},
            spoken_for={row["party"].pk: row["by"].pk for row in given["spoken_for"]},
        )
        return self._table(number)

    @_path("room/results", bodies.ResultsInput)
    def results(self, request, number=None):
        """登记结果: what each party got, all or none."""
        dispute, given = self._handed_in(request, number, bodies.ResultsInput)
        results = {row.pop("party").pk: row for row in given["results"]}
        record_results(dispute, by=request.user, results=results)
        return self._table(number)

    @_path("room/draft", bodies.GroupDraftInput)
    def group_draft(self, request, number=None):
        """起草协议 with each party's amount."""
        dispute, given = self._handed_in(request, number, bodies.GroupDraftInput)
        amounts = {row["party"].pk: row["cents"] for row in given.pop("amounts")}
        draft_for_group(dispute, by=request.user, amounts=amounts, **given)
        return self._table(number)

    @_path("room/signatures", bodies.SignaturesInput)
    def signatures(self, request, number=None):
        """登记签名: who has signed the draft and when."""
        dispute, given = self._handed_in(request, number, bodies.SignaturesInput)
        signatures = {row["party"].pk: row["signed_on"] for row in given["signatures"]}
        sign_draft(dispute, by=request.user, signatures=signatures)
        return self._table(number)

    @_path("room/conclude", None, DisputeSerializer)
    def conclude(self, request, number=None):
        """各方都已签名: the draft becomes the written agreement."""
        dispute = self.find(number)
        demand(request.user, Right.MEDIATE, dispute.case.area_code)
        conclude_draft(dispute, by=request.user)
        return self.show(number)
