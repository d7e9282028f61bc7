from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from grids.enums.rights import Right


class NeedState(models.TextChoices):
    OPEN = "open", _("办理中")
    SOLVED = "solved", _("已解决")
    NOT_SOLVED = "not_solved", _("未能解决")
    WITHDRAWN = "withdrawn", _("已撤回")


_OPEN = frozenset({NeedState.OPEN})
_CLOSED = frozenset({NeedState.SOLVED, NeedState.NOT_SOLVED, NeedState.WITHDRAWN})


NEED_STEPS = steps(
    Step("solve", _("办结"), _OPEN, NeedState.SOLVED, Right.VISIT, needs_note=True, key="s"),
    Step("decline", _("未能解决"), _OPEN, NeedState.NOT_SOLVED, Right.VISIT, needs_note=True, key="d"),
    Step("withdraw", _("居民撤回"), _OPEN, NeedState.WITHDRAWN, Right.VISIT, needs_note=True, key="w"),
    Step("reopen", _("没解决，重新办理"), _CLOSED, NeedState.OPEN, Right.VISIT, needs_note=True, key="r"),
)
