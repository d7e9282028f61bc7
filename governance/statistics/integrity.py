"""Whether what is kept of figures agrees with the rows, and is kept in time."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.kernel.checking import Check, Found, Severity
from governance.statistics import facts, registry, stocks
from governance.statistics.models import CaughtUp, Outbox, Snapshot
from governance.statistics.ranges import out_of_range
from governance.statistics.snapshots import CATCH_UP

SAMPLED_DAYS = 3
PATIENCE = timedelta(minutes=10)


def _differing(sample: int | None) -> list[Found]:
    """One for each measure and day that a recount does not agree with, whatever the grain and the area."""
    rows = facts.reconcile(registry.datasets(), sample=sample)
    rows += stocks.differences(list(registry.stocks().values()))
    days = Counter((row.measure, row.day) for row in rows)
    return [Found(f"{measure}:{day}", f"{measure} {day}") for measure, day in days]


def _piled_up(day: date) -> list[Found]:
    """More than a drain takes at once, or anything at all when no drain has come to the end of it for minutes."""
    waiting = Outbox.objects.all()[: facts.BATCH + 1].count()
    stood_still = CaughtUp.objects.filter(sweep="drain", at__lt=timezone.now() - PATIENCE).exists()
    return [Found("outbox", f"{waiting}")] if waiting > facts.BATCH or (waiting and stood_still) else []


def _without_snapshot(day: date) -> list[Found]:
    """Nights since the last one noted down. What is missed is caught up within the hour, unless that stands still."""
    last = Snapshot.objects.aggregate(last=Max("day"))["last"]
    if last is None:
        return []
    begin = max(last + timedelta(days=1), day - CATCH_UP)
    nights = (begin + timedelta(days=n) for n in range((day - begin).days))
    return [Found(str(night), str(night)) for night in nights]


CHECKS = (
    Check(
        code="facts-differ",
        title=_("统计合计与逐条重数不一致"),
        explains=_(
            "看板读的是随时累加的合计和留存的存量。每夜任取三天重数，立即体检把全部重数一遍，应当一条不差。"
        ),
        mend=_("请系统管理员运行 rebuild_facts 重算，并查明原因。"),
        severity=Severity.SERIOUS,
        rows=lambda day: _differing(SAMPLED_DAYS),
        thorough=lambda day: _differing(None),
        noun=_("计数项"),
    ),
    Check(
        code="facts-behind",
        title=_("统计变动积压，没有及时汇总"),
        explains=_("变动两秒汇总一次。积压二十万条以上，或者十分钟没有汇总完，看板会变慢，数仍然是对的。"),
        mend=_("请系统管理员检查后台任务是否在运行。"),
        severity=Severity.WARNING,
        rows=_piled_up,
        noun=_("待汇总"),
    ),
    Check(
        code="snapshot-missing",
        title=_("缺少指标快照"),
        explains=_("存量指标的走势靠每夜记下的快照，缺的那几天走势图上是空的。"),
        mend=_("请系统管理员运行 take_snapshots 补记。"),
        severity=Severity.WARNING,
        rows=_without_snapshot,
        noun=_("日期"),
    ),
    Check(
        code="figure-out-of-range",
        title=_("指标超出有效范围"),
        explains=_(
            "每个指标在字典里写着有效范围，例如比率在 0% 到 100% 之间。超出的，多半是录入或者登记有误。"
        ),
        mend=_("请打开指标，从分子、分母的清单里核对记录；范围定得不对的，请改本市的指标设定。"),
        severity=Severity.WARNING,
        rows=lambda day: out_of_range(),
        noun=_("指标"),
        page="statistics:entry",
        target="indicator",
    ),
)
