"""A brief is drawn up, edited as often as it takes, then issued; what is issued never changes."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import BriefState, Right
from governance.kernel.lifecycle import Step, steps

_S = BriefState
_UNISSUED = frozenset({_S.DRAFT, _S.EDITED})

BRIEF_STEPS = steps(
    Step("edit", _("修改文字"), _UNISSUED, _S.EDITED, Right.MANAGE),
    Step("renew", _("重新取数"), _UNISSUED, "", Right.MANAGE),
    Step("issue", _("印发简报"), _UNISSUED, _S.ISSUED, Right.MANAGE),
)
