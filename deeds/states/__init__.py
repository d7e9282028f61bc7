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
    LITIGATION = "litigation", _("涉诉中止")
    EXCLUDED = "excluded", _("移出台账")


class HomeState(models.TextChoices):
    UNLISTED = "unlisted", _("未列入")
    LISTED = "listed", _("待解决")
    SOLVED = "solved", _("可办证")
    NOTIFIED = "notified", _("已通知")
    MATERIALS = "materials", _("收件中")
    ACCEPTED = "accepted", _("已受理")
    PAID = "paid", _("税费已缴或已承诺")
    REGISTERED = "registered", _("已登簿")
    ISSUED = "issued", _("已发证")
    DELIVERED = "delivered", _("已送达")
    UNREACHABLE = "unreachable", _("联系不上")
    OWNER_REASON = "owner_reason", _("群众自身原因")
    DISPUTED = "disputed", _("权属有争议")
    SEALED = "sealed", _("查封、抵押")


P = ProjectState
SOLVED_STATES = (P.FIRST_REGISTERED, P.HOMES_OPEN, P.MOSTLY_DONE, P.CLEARED)
WORKING_STATES = (P.SURVEYED, P.DIAGNOSED, P.PLAN_APPROVED, P.EXECUTING)
# The way of a project that meets no hindrance.
WAY = (P.LISTED, *WORKING_STATES, *SOLVED_STATES)

# A project that stands still: what it waits for is somebody else's to decide.
HELD_STATES = (P.BLOCKED, P.LITIGATION)

_early = frozenset({P.LISTED, P.SURVEYED, P.DIAGNOSED, *HELD_STATES})
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
    Step(
        "sue",
        _("涉诉中止"),
        frozenset({*WORKING_STATES, P.BLOCKED}),
        P.LITIGATION,
        Right.MANAGE,
        needs_note=True,
    ),
    Step(
        "resume",
        _("诉讼了结，恢复攻坚"),
        frozenset({P.LITIGATION}),
        P.EXECUTING,
        Right.MANAGE,
        needs_note=True,
    ),
    Step("exclude", _("移出台账"), _early, P.EXCLUDED, Right.MANAGE, needs_note=True),
)

H = HomeState
# Where a home waits for its household or for others, before its title is entered.
HELD_HOMES = (H.UNREACHABLE, H.OWNER_REASON, H.DISPUTED, H.SEALED)
# On its way to the register. A desk that does everything at one sitting may enter it from any of them.
HOMES_UNDER_WAY = (H.SOLVED, H.NOTIFIED, H.MATERIALS, H.ACCEPTED, H.PAID)
HOMES_WITH_DEED = (H.ISSUED, H.DELIVERED)
# The day a step sets, and its counter step takes back.
DAY_OF_STEP = {"register": "registered_on", "issue": "issued_on", "deliver": "delivered_on"}


def _press(name: str, label: str, sources, target: str, **more) -> Step:
    return Step(name, label, frozenset(sources), target, Right.ISSUE, **more)


# What a person may press, for one home or for a thousand.
PRESSED_STEPS = steps(
    _press("notify", _("通知住户"), {H.SOLVED, H.UNREACHABLE}, H.NOTIFIED),
    _press("collect", _("收件"), {H.SOLVED, H.NOTIFIED, H.OWNER_REASON}, H.MATERIALS),
    _press("accept", _("受理"), {H.SOLVED, H.NOTIFIED, H.MATERIALS}, H.ACCEPTED),
    _press("pay", _("税费缴清或承诺"), {H.ACCEPTED}, H.PAID),
    _press("register", _("登簿"), HOMES_UNDER_WAY, H.REGISTERED),
    _press("issue", _("发证"), {H.REGISTERED}, H.ISSUED),
    _press("deliver", _("送达"), {H.ISSUED}, H.DELIVERED),
    _press("miss", _("标记联系不上"), {H.SOLVED, H.NOTIFIED}, H.UNREACHABLE, needs_note=True),
    _press("wait", _("标记群众自身原因"), HOMES_UNDER_WAY, H.OWNER_REASON, needs_note=True),
    _press("dispute", _("标记权属争议"), HOMES_UNDER_WAY, H.DISPUTED, needs_note=True),
    _press("hold", _("标记查封、抵押"), HOMES_UNDER_WAY, H.SEALED, needs_note=True),
    _press("resume", _("恢复办理"), HELD_HOMES, H.NOTIFIED, needs_note=True),
)
# How a wrong step is taken back: to wherever each home was before it.
BACK_STEPS = {
    state: _press(f"back_to_{state}", _("更正"), frozenset(H) - {state}, state, needs_note=True)
    for state in H
}
HOME_STEPS = {
    **steps(
        Step("solve", _("可办证"), frozenset({H.LISTED}), H.SOLVED, Right.MANAGE),
        Step("unlist", _("移出台账"), frozenset({H.LISTED}), H.UNLISTED, Right.MANAGE, needs_note=True),
    ),
    **PRESSED_STEPS,
    **{step.name: step for step in BACK_STEPS.values()},
}


class UndertakingState(models.TextChoices):
    OPEN = "open", _("待核查")
    MET = "met", _("已兑现")
    BROKEN = "broken", _("未兑现")


U = UndertakingState
UNDERTAKING_STEPS = steps(
    Step("meet", _("核查兑现"), frozenset({U.OPEN}), U.MET, Right.MANAGE, needs_note=True),
    Step("break", _("认定未兑现"), frozenset({U.OPEN}), U.BROKEN, Right.MANAGE, needs_note=True),
    Step("reopen", _("更正"), frozenset({U.MET, U.BROKEN}), U.OPEN, Right.MANAGE, needs_note=True),
)
