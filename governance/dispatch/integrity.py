"""Whether cycles are made and held, tasks have an office, and notices are read."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleState
from governance.dispatch.models import ActionItem, Cycle, CycleRule, CycleRun, Notice
from governance.dispatch.states import PENDING
from governance.kernel.checking import Check, Severity

HELD_WITHIN_DAYS = 7
READ_WITHIN = timedelta(days=14)


def _not_held(day: date):
    return Cycle.objects.filter(state=CycleState.OPEN, due_on__lt=day - timedelta(days=HELD_WITHIN_DAYS))


def _without_office(day: date):
    gone = Q(post__closed_on__lte=day) | Q(area__closed_on__lte=day, area__successor__isnull=True)
    return ActionItem.objects.filter(gone, state__in=PENDING)


def _unread(day: date):
    return Notice.objects.unread().filter(created_at__lt=timezone.now() - READ_WITHIN)


def _switched_off(day: date):
    return CycleRule.objects.filter(enabled=False)


def _failed(day: date):
    """Tried again within the last day and still in vain; what was made later does not fail any more."""
    return CycleRun.objects.exclude(error="").filter(last_at__gte=timezone.now() - timedelta(days=1))


CHECKS = (
    Check(
        code="cycle-not-held",
        title=_("调度过了一周没有开"),
        explains=_("到期生成的调度，一周以后还没有登记开会。"),
        mend=_("登记会议和到会，或者说明本期合并到下一期。"),
        severity=Severity.NOTE,
        rows=_not_held,
        noun=_("调度"),
        label="period",
        page="dispatch:cycle_detail",
        target="pk",
    ),
    Check(
        code="cycle-failed",
        title=_("到期的调度没有生成"),
        explains=_("后台到点生成调度，一天以内试过仍没有生成。"),
        mend=_("看生成记录里的原因，改好调度安排后会自动补生成。"),
        severity=Severity.SERIOUS,
        rows=_failed,
        noun=_("应开日期"),
        label="due_on",
        area="",
        page="dispatch:run_list",
    ),
    Check(
        code="cycle-rule-off",
        title=_("调度安排已停用"),
        explains=_("停用的安排不再生成调度。有意停用的可以不管。"),
        mend=_("需要的，在调度安排里启用。"),
        severity=Severity.NOTE,
        rows=_switched_off,
        noun=_("调度安排"),
        label="pk",
        area="area__code",
        page="dispatch:schedule_list",
    ),
    Check(
        code="action-no-office",
        title=_("调度任务的责任岗位或单位已撤销"),
        explains=_("任务还没有销号，责任岗位或者单位已经撤销，没有人会办。"),
        mend=_("由定下任务的单位撤销任务，重新交办。"),
        severity=Severity.WARNING,
        rows=_without_office,
        noun=_("调度任务"),
        page="dispatch:action_detail",
        target="pk",
    ),
    Check(
        code="notice-unread",
        title=_("通知超过 14 天没有人看"),
        explains=_("发给单位的通知两周没有人打开，多半是那里没有人登录。"),
        mend=_("与单位联系；岗位空缺的先安排人。"),
        severity=Severity.NOTE,
        rows=_unread,
        noun=_("通知"),
    ),
)
