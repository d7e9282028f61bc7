from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from property.enums.programmes import ProgrammeRight


class RegulationState(models.TextChoices):
    DRAFTING = "drafting", _("起草")
    CONSULTING = "consulting", _("征求意见")
    ISSUED = "issued", _("印发")
    REPEALED = "repealed", _("废止")


S, RUN = RegulationState, ProgrammeRight.RUN
REGULATION_STEPS = steps(
    Step("consult", _("征求意见"), frozenset({S.DRAFTING}), S.CONSULTING, RUN),
    Step("issue", _("登记印发"), frozenset({S.DRAFTING, S.CONSULTING}), S.ISSUED, RUN),
    Step("redraft", _("退回起草"), frozenset({S.CONSULTING}), S.DRAFTING, RUN, needs_note=True),
    Step("repeal", _("废止"), frozenset({S.ISSUED}), S.REPEALED, RUN, needs_note=True),
)
