"""The lifecycle of a 投诉建议: it is answered, and whoever raised it has the last word."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from grids.enums.rights import SuggestionRight


class SuggestionState(models.TextChoices):
    RECEIVED = "received", _("待答复")
    ANSWERED = "answered", _("已答复")
    REOPENED = "reopened", _("再次反映")
    CLOSED = "closed", _("已办结")


_S = SuggestionState

SUGGESTION_STEPS = steps(
    Step("answer", _("答复"), frozenset({_S.RECEIVED, _S.REOPENED}), _S.ANSWERED, SuggestionRight.ANSWER,
         needs_note=True, key="a"),
    Step("close", _("办结"), frozenset({_S.ANSWERED}), _S.CLOSED, SuggestionRight.ANSWER, key="c"),
    Step("reopen", _("再次反映"), frozenset({_S.ANSWERED, _S.CLOSED}), _S.REOPENED, SuggestionRight.ANSWER,
         needs_note=True, key="r"),
)  # fmt: skip
