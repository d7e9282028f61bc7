"""What is seen on a board as columns of a file."""

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.kernel.tables import Column, Layout
from governance.statistics.charts import below, ranked
from governance.statistics.comparing import Line
from governance.statistics.dictionary import Entry
from governance.statistics.reading import Reading, Row
from governance.statistics.trends import Trend

BOARD = Layout(
    name="board",
    columns=(
        Column("part", gettext_lazy("部分")),
        Column("indicator", gettext_lazy("指标")),
        Column("key", gettext_lazy("代码或时间")),
        Column("name", gettext_lazy("名称")),
        Column("numerator", gettext_lazy("分子")),
        Column("denominator", gettext_lazy("分母")),
        Column("value", gettext_lazy("数值")),
        Column("before", gettext_lazy("去年同期")),
        Column("unit", gettext_lazy("单位")),
    ),
)
COMPARISON = Layout(
    name="comparison",
    columns=(
        Column("key", gettext_lazy("代码")),
        Column("indicator", gettext_lazy("指标")),
        Column("left_numerator", gettext_lazy("甲分子")),
        Column("left_denominator", gettext_lazy("甲分母")),
        Column("left_value", gettext_lazy("甲数值")),
        Column("right_numerator", gettext_lazy("乙分子")),
        Column("right_denominator", gettext_lazy("乙分母")),
        Column("right_value", gettext_lazy("乙数值")),
        Column("unit", gettext_lazy("单位")),
        Column("difference", gettext_lazy("相差")),
    ),
)

DICTIONARY = Layout(
    name="dictionary",
    columns=(
        Column("block", gettext_lazy("板块")),
        Column("key", gettext_lazy("代码")),
        Column("name", gettext_lazy("名称")),
        Column("unit", gettext_lazy("单位")),
        Column("numerator", gettext_lazy("分子")),
        Column("denominator", gettext_lazy("分母")),
        Column("formula", gettext_lazy("公式")),
        Column("records", gettext_lazy("来源")),
        Column("timing", gettext_lazy("统计方式")),
        Column("owner", gettext_lazy("责任部门")),
        Column("levels", gettext_lazy("适用层级")),
        Column("valid_range", gettext_lazy("有效范围")),
        Column("version", gettext_lazy("版本")),
        Column("since", gettext_lazy("起用日期")),
        Column("published", gettext_lazy("公布用的口径")),
    ),
)


def board_rows(readings: list[Reading], by_area: Reading, trend: Trend) -> list[dict]:
    """The tiles, the trend and the ranking one under the other."""
    tiles = [
        _row(_("主要指标"), one, Row(one.area.code, one.area.name, one.numerator, one.denominator, one.value))
        for one in readings
    ]
    earlier = [row.value for row in trend.earlier] + [None] * (len(trend.rows) - len(trend.earlier))
    course = [
        _row(_("走势"), by_area, row) | {"before": before}
        for row, before in zip(trend.rows, earlier, strict=True)
    ]
    units = [_row(_("各单位比较"), by_area, row) for row in ranked(by_area.indicator, below(by_area))]
    return tiles + course + units


def _row(part: str, reading: Reading, row: Row) -> dict:
    return {
        "part": part,
        "indicator": str(reading.indicator.name),
        "key": row.key,
        "name": row.name,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "value": row.value,
        "before": None,
        "unit": str(reading.indicator.unit),
    }


def comparison_rows(lines: list[Line]) -> list[dict]:
    """Both sides of each indicator, and how far they lie apart in words."""
    return [
        {"key": line.left.indicator.key, "indicator": str(line.left.indicator.name)}
        | _side("left", line.left)
        | _side("right", line.right)
        | {"unit": str(line.left.indicator.unit), "difference": line.difference.words}
        for line in lines
    ]


def _side(name: str, reading: Reading) -> dict:
    columns = ("numerator", "denominator", "value")
    return {f"{name}_{column}": getattr(reading, column) for column in columns}


def dictionary_rows(entries: list[Entry]) -> list[dict]:
    """An indicator a line, all of it in words."""
    return [
        {
            "block": str(one.group.label),
            "key": one.key,
            "name": str(one.name),
            "unit": str(one.unit),
            "numerator": str(one.numerator.label),
            "denominator": str(one.denominator.label) if one.denominator else "",
            "formula": str(one.formula),
            "records": entry.record_words,
            "timing": entry.timing,
            "owner": entry.owner,
            "levels": entry.level_words,
            "valid_range": entry.range_words,
            "version": entry.version and entry.version.number,
            "since": f"{localtime(entry.version.since):%Y-%m-%d}" if entry.version else "",
            "published": entry.published.key,
        }
        for entry in entries
        for one in [entry.indicator]
    ]
