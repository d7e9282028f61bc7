"""The ways of a score sheet, of a round, and of what must be put right after it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.kernel.lifecycle import Step, steps
from property.enums.assessment import AssessmentRight


class SheetState(models.TextChoices):
    DRAFT = "draft", _("草稿")
    IN_FORCE = "in_force", _("执行中")
    WITHDRAWN = "withdrawn", _("已停用")


class RoundState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("round", "待开始")
    SCORING = "scoring", _("打分中")
    APPEAL = "appeal", _("公示申诉中")
    PUBLISHED = "published", _("已公布")
    CANCELLED = "cancelled", _("已取消")


class RectificationState(models.TextChoices):
    ISSUED = "issued", _("待整改")
    ANSWERED = "answered", _("待核查")
    RETURNED = "returned", _("退回再整改")
    CLOSED = "closed", _("整改到位")
    FAILED = "failed", _("整改不到位")


RUN, ANSWER = AssessmentRight.RUN, AssessmentRight.ANSWER
SHEET_STEPS = steps(
    Step("enforce", _("开始执行"), frozenset({SheetState.DRAFT}), SheetState.IN_FORCE, RUN),
    Step("withdraw", _("停用"), frozenset({SheetState.IN_FORCE}), SheetState.WITHDRAWN, RUN),
)

_R = RoundState
_RUNNING = frozenset({_R.DRAFT, _R.SCORING, _R.APPEAL})
ROUND_WAY = (_R.DRAFT, _R.SCORING, _R.APPEAL, _R.PUBLISHED)
ROUND_STEPS = steps(
    Step("start", _("开始打分"), frozenset({_R.DRAFT}), _R.SCORING, RUN),
    Step("hear", _("结束打分，公示初评"), frozenset({_R.SCORING}), _R.APPEAL, RUN),
    Step("publish", _("公布结果"), frozenset({_R.APPEAL}), _R.PUBLISHED, RUN),
    Step("cancel", _("取消这一轮"), _RUNNING, _R.CANCELLED, RUN, needs_note=True),
)

_T = RectificationState
_WITH_COMPANY = frozenset({_T.ISSUED, _T.RETURNED})
RECTIFICATION_STEPS = steps(
    Step("answer", _("登记整改答复"), _WITH_COMPANY, _T.ANSWERED, ANSWER, needs_note=True, key="a"),
    Step("accept", _("核查到位"), frozenset({_T.ANSWERED}), _T.CLOSED, RUN, key="c"),
    Step("send_back", _("退回再整改"), frozenset({_T.ANSWERED}), _T.RETURNED, RUN, needs_note=True, key="b"),
    Step(
        "fail", _("认定整改不到位"), _WITH_COMPANY | {_T.ANSWERED}, _T.FAILED, RUN, needs_note=True, key="f"
    ),
)
