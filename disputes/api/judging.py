from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action

from disputes.actions.judging import judge_dispute
from disputes.enums.rights import Right
from disputes.serializers.disputes import DisputeSerializer
from disputes.serializers.judging import JudgeInput
from governance.kernel.scope import demand

NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


class Judging:
    """研判 beside the steps of a dispute."""

    @extend_schema(
        operation_id="disputes_judge", parameters=[NUMBER], request=JudgeInput, responses=DisputeSerializer
    )
    @action(detail=True, methods=["post"])
    def judge(self, request, number=None):
        """Risk and difficulty, with the reason. High risk sends a letter of warning."""
        dispute = self.find(number)
        demand(request.user, Right.MEDIATE, dispute.case.area_code)
        read = JudgeInput(data=request.data)
        read.is_valid(raise_exception=True)
        judge_dispute(dispute, by=request.user, **read.validated_data)
        return self.show(number)
