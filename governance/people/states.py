from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from governance.people.enums import Right


class HandoverState(models.TextChoices):
    OPEN = "open", _("交接中")
    DONE = "done", _("已交接")
    CANCELLED = "cancelled", _("已取消")


_OPEN = frozenset({HandoverState.OPEN})


# The second signature closes a handover: whoever gives it, so the step takes no right of its own.
HANDOVER_STEPS = steps(
    Step("close", _("完成交接"), _OPEN, HandoverState.DONE, ""),
    Step("cancel", _("取消交接"), _OPEN, HandoverState.CANCELLED, Right.MANAGE, needs_note=True),
)
