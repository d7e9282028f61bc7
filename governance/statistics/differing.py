"""How far two values of an indicator lie apart, in words: shares in points, counts in numbers and percent."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from governance.statistics.definitions import Indicator

Value = int | float | None
MOST_TIMES = 10  # beyond that the year before was no yardstick: its figure alone is told


@dataclass(frozen=True)
class Difference:
    """`words` for a person; `tone` says whether the direction is wanted: "ok", "late" or nothing.

    `is_relative`: the words measure one by the other, and do not only say the other once more.
    """

    words: str
    tone: str = ""
    is_relative: bool = True


NOTHING = Difference("")


def year_over_year(indicator: Indicator, now: Value, before: Value) -> Difference:
    """A figure beside that of the same days a year ago; without either there is nothing to say."""
    if now is None or before is None:
        return NOTHING
    if now == before:
        return Difference(_("同比持平"))
    tone = _tone(indicator, now - before)
    if indicator.unit == "%":
        ways = (_("同比提高 {n} 个百分点"), _("同比下降 {n} 个百分点"))
        return Difference(_said(ways, now - before, f"{abs(now - before):.2f}"), tone)
    if abs(now) > abs(before) * MOST_TIMES:
        return Difference(_("去年同期 {n}").format(n=f"{before:,}"), is_relative=False)
    ways = (_("同比增长 {n}%"), _("同比下降 {n}%"))
    return Difference(_said(ways, now - before, f"{abs(now - before) / abs(before) * 100:.1f}"), tone)


def side_by_side(indicator: Indicator, left: Value, right: Value) -> Difference:
    """The left figure measured by the right one."""
    if left is None or right is None:
        return Difference(_("一边没有数据"))
    if left == right:
        return Difference(_("相同"))
    apart, tone = left - right, _tone(indicator, left - right)
    if indicator.unit == "%":
        ways = (_("高 {n} 个百分点"), _("低 {n} 个百分点"))
        return Difference(_said(ways, apart, f"{abs(apart):.2f}"), tone)
    number = f"{abs(apart):,.2f}" if isinstance(apart, float) else f"{abs(apart):,}"
    words = _said((_("多 {n}{unit}"), _("少 {n}{unit}")), apart, number, indicator.unit)
    share = _("（{n}%）").format(n=f"{apart / abs(right) * 100:+.1f}") if right else ""
    return Difference(words + share, tone)


def _said(ways: tuple[str, str], apart: int | float, number: str, unit: str = "") -> str:
    return ways[0 if apart > 0 else 1].format(n=number, unit=f" {unit}" if unit else "")


def _tone(indicator: Indicator, apart: int | float) -> str:
    if indicator.higher_is_better is None:
        return ""
    return "ok" if (apart > 0) == indicator.higher_is_better else "late"
