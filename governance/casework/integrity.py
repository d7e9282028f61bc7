"""Whether every open case has somebody, a running clock and a row of its kind, and the rules to go by."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Expiry, Limit
from governance.casework.kinds import kinds
from governance.casework.models import CalendarDay, Case, RuleSet, WorkOrder
from governance.kernel.checking import Check, Found, Severity
from governance.people.models import PostHolding

LATE_CLOCK = timedelta(hours=1)
PLANNED_DAYS = 60


def _without_office(day: date):
    return Case.objects.open().filter(owner_area__isnull=True, owner_post__isnull=True)


def _with_empty_seat(day: date):
    """Cover counts: somebody sees the case."""
    sitting = PostHolding.objects.live_on(day).filter(post=OuterRef("owner_post"), user__is_active=True)
    return Case.objects.open().filter(~Exists(sitting), owner_post__isnull=False)


def _clocks_behind(day: date):
    return Case.objects.ticking(timezone.now() - LATE_CLOCK)


def _clocks_lost(day: date):
    """The limit is still to end, so the clock must have a next moment."""
    return Case.objects.running().filter(tick_at__isnull=True, due_at__gt=timezone.now())


def _late_unmarked(day: date):
    """Past the limit to settle, which a case is marked for unless its limit hands it up instead."""
    over = Case.objects.open().filter(
        paused_at__isnull=True,
        outcome="",
        late_on__isnull=True,
        handle_due_at__lt=timezone.now() - LATE_CLOCK,
    )
    return over.exclude(limit=Limit.HANDLE, rule__on_expiry=Expiry.ESCALATE)


def _without_detail(day: date):
    lacking = Q(pk__in=[])
    for kind in kinds().values():
        lacking |= Q(kind=kind.kind, **{f"{kind.detail}__isnull": True})
    return Case.objects.filter(lacking)


def _in_closed_areas(day: date):
    return Case.objects.open().filter(area__closed_on__lte=day, area__successor__isnull=True)


def _orders_after_closing(day: date):
    return WorkOrder.objects.waiting().filter(case__closed_on__isnull=False)


def _unpublished_years(day: date) -> list[Found]:
    years = {day.year, (day + timedelta(days=PLANNED_DAYS)).year}
    known = set(CalendarDay.objects.filter(day__year__in=years).values_list("day__year", flat=True))
    return [Found(str(year), str(year)) for year in sorted(years - known)]


def _without_standard_rules(day: date) -> list[Found]:
    known = set(RuleSet.objects.filter(is_standard=True).values_list("kind", flat=True))
    return [Found(kind, kind) for kind in kinds() if kind not in known]


# A restricted case is counted; which one it is, its own lists say to whoever may see it.
_NUMBER = models.Case(models.When(is_restricted=False, then="number"), default=models.Value(""))
_CASE = {"noun": _("办件"), "label": _NUMBER, "page": "casework:queue", "target": _NUMBER, "query": "q"}
CHECKS = (
    Check(
        code="case-no-office",
        title=_("办件没有承办单位"),
        explains=_("没有结案的办件，既没有承办单位，也没有承办岗位，没有人会看到它要办。"),
        mend=_("在待办里分派。"),
        severity=Severity.SERIOUS,
        rows=_without_office,
        **_CASE,
    ),
    Check(
        code="case-seat-empty",
        title=_("办件的承办岗位没有人"),
        explains=_("办件跟着岗位走。岗位空着又没有人代管，办件就停在那里，期限照样在走。"),
        mend=_("安排人任职或者代管，或者把办件改派给别的岗位。"),
        severity=Severity.SERIOUS,
        rows=_with_empty_seat,
        **_CASE,
    ),
    Check(
        code="case-clock-behind",
        title=_("办件计时停滞超过一小时"),
        explains=_("到点的提醒、超期、升级由后台每分钟执行。超过一小时没有执行，说明后台任务停了。"),
        mend=_("请系统管理员检查后台任务；恢复后按应有的时间补记。"),
        severity=Severity.SERIOUS,
        rows=_clocks_behind,
        **_CASE,
    ),
    Check(
        code="case-clock-lost",
        title=_("办件有期限却没有在计时"),
        explains=_("期限还没有到，却没有排下一次提醒或者超期的时间，到期不会有人知道。"),
        mend=_("打开办件办理任何一步，计时会重新排；仍不消除的请系统管理员处理。"),
        severity=Severity.SERIOUS,
        rows=_clocks_lost,
        **_CASE,
    ),
    Check(
        code="case-late-unmarked",
        title=_("办件超过办结时限，没有记超期"),
        explains=_("过了本级办结时限、也不属于到期升级的，应当记为超期，否则按期办结率偏高。"),
        mend=_("请系统管理员检查后台任务；恢复后按应有的日期补记。"),
        severity=Severity.WARNING,
        rows=_late_unmarked,
        **_CASE,
    ),
    Check(
        code="case-no-detail",
        title=_("办件缺少本类别的内容"),
        explains=_("每个办件都有一份自己类别的内容（纠纷、事件、代办等）。缺了打不开，也不计数。"),
        mend=_("请系统管理员从备份里找回。"),
        severity=Severity.SERIOUS,
        rows=_without_detail,
        **_CASE,
    ),
    Check(
        code="case-area-closed",
        title=_("区划已撤销，名下还有未结办件"),
        explains=_("区划撤销又没有承接的，名下的办件没有单位负责。"),
        mend=_("给撤销的区划登记承接区划，或者把办件转到别的单位。"),
        severity=Severity.SERIOUS,
        rows=_in_closed_areas,
        **_CASE,
    ),
    Check(
        code="order-after-closing",
        title=_("已结案，工单还在等答复"),
        explains=_("办件结案以后，发出的工单应当办结或者撤回，否则接收单位一直有一张超期的工单。"),
        mend=_("由发出单位撤回工单。"),
        severity=Severity.NOTE,
        rows=_orders_after_closing,
        noun=_("工单"),
        page="casework:order_detail",
        target="pk",
    ),
    Check(
        code="calendar-missing",
        title=_("近 60 天的放假安排没有登记"),
        explains=_("没有放假安排的年份只按周末推算工作日，跨年的期限会算错。"),
        mend=_("国务院办公厅公布放假安排后，请系统管理员用 load_calendar 导入。"),
        severity=Severity.WARNING,
        rows=_unpublished_years,
        noun=_("年份"),
    ),
    Check(
        code="rules-missing",
        title=_("办件类别没有默认时限规则"),
        explains=_("没有默认规则的类别，办件没有期限，不提醒也不升级。"),
        mend=_("在时限规则里设一套默认规则。"),
        severity=Severity.SERIOUS,
        rows=_without_standard_rules,
        noun=_("类别"),
        page="casework:rule_set_list",
    ),
)
