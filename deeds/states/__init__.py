from django.db import models
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from governance.kernel.lifecycle import Step, steps


class ProjectState(models.TextChoices):
    LISTED = "listed", _("纳入台账")
    SURVEYED = "surveyed", _("已摸底")
    DIAGNOSED = "diagnosed", _("已会诊")
    PLAN_APPROVED = "plan_approved", _("方案已定")
    EXECUTING = "executing", _("攻坚中")
    FIRST_REGISTERED = "first_registered", _("已首次登记")
    HOMES_OPEN = "homes_open", _("可办证")
    MOSTLY_DONE = "mostly_done", _("基本办结")
    CLEARED = "cleared", _("已销号")
    BLOCKED = "blocked", _("受阻")
    EXCLUDED = "excluded", _("移出台账")


class HomeState(models.TextChoices):
    UNLISTED = "unlisted", _("未列入")
    LISTED = "listed", _("待解决")
    SOLVED = "solved", _("可办证")
    REGISTERED = "registered", _("已登簿")
    ISSUED = "issued", _("已发证")


P = ProjectState
SOLVED_STATES = (P.FIRST_REGISTERED, P.HOMES_OPEN, P.MOSTLY_DONE, P.CLEARED)
WORKING_STATES = (P.SURVEYED, P.DIAGNOSED, P.PLAN_APPROVED, P.EXECUTING)
# The way of a project that meets no hindrance.
WAY = (P.LISTED, *WORKING_STATES, *SOLVED_STATES)

_early = frozenset({P.LISTED, P.SURVEYED, P.DIAGNOSED, P.BLOCKED})
PROJECT_STEPS = steps(
    Step("survey", _("完成摸底"), frozenset({P.LISTED}), P.SURVEYED, Right.MANAGE),
    Step("diagnose", _("完成会诊"), frozenset({P.SURVEYED}), P.DIAGNOSED, Right.MANAGE),
    Step("approve_plan", _("批准一项目一策"), frozenset({P.DIAGNOSED}), P.PLAN_APPROVED, Right.MANAGE),
    Step("execute", _("开始攻坚"), frozenset({P.PLAN_APPROVED}), P.EXECUTING, Right.MANAGE),
    Step("solve", _("完成首次登记"), frozenset({P.EXECUTING}), P.FIRST_REGISTERED, Right.MANAGE),
    Step("open_homes", _("开放分户办证"), frozenset({P.FIRST_REGISTERED}), P.HOMES_OPEN, Right.MANAGE),
    Step("mostly_finish", _("基本办结"), frozenset({P.HOMES_OPEN}), P.MOSTLY_DONE, Right.MANAGE),
    Step("clear", _("销号"), frozenset({P.MOSTLY_DONE}), P.CLEARED, Right.MANAGE, needs_note=True),
    Step("block", _("标记受阻"), frozenset(WORKING_STATES), P.BLOCKED, Right.MANAGE, needs_note=True),
    Step("unblock", _("恢复攻坚"), frozenset({P.BLOCKED}), P.EXECUTING, Right.MANAGE, needs_note=True),
    Step("exclude", _("移出台账"), _early, P.EXCLUDED, Right.MANAGE, needs_note=True),
)

H = HomeState
HOME_STEPS = steps(
    Step("solve", _("可办证"), frozenset({H.LISTED}), H.SOLVED, Right.MANAGE),
    Step("register", _("登簿"), frozenset({H.SOLVED}), H.REGISTERED, Right.ISSUE),
    Step("issue", _("发证"), frozenset({H.REGISTERED}), H.ISSUED, Right.ISSUE),
    Step("unlist", _("移出台账"), frozenset({H.LISTED}), H.UNLISTED, Right.MANAGE, needs_note=True),
)
