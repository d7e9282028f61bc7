"""What is seen of a board or a comparison, as a file."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from governance.kernel.sheets import short_csv, short_workbook
from governance.kernel.tables import Layout
from governance.statistics.comparing import Side, read_lines
from governance.statistics.presenting.boards import read_depth
from governance.statistics.reading import read_values
from governance.statistics.showing import Showing, span_words
from governance.statistics.tables import BOARD, COMPARISON, board_rows, comparison_rows


def board_file(showing: Showing, form: str) -> HttpResponse:
    """Tiles, trend and ranking."""
    readings = read_values(showing.indicators, area=showing.area, span=showing.span)
    title = _("{area} 看板").format(area=showing.area.name)
    return short_file(form, BOARD, board_rows(readings, *read_depth(showing)), title, _days_words(showing))


def comparison_file(showing: Showing, left: Side, right: Side, form: str) -> HttpResponse:
    """Both sides of every indicator."""
    title = _("{left} 与 {right} 对比").format(left=left.area.name, right=right.area.name)
    about = _("甲：{left}；乙：{right}").format(left=_side_words(left), right=_side_words(right))
    return short_file(form, COMPARISON, comparison_rows(read_lines(showing, left, right)), title, about)


def short_file(form: str, layout: Layout, rows: list[dict], title: str, about: str) -> HttpResponse:
    """A table in memory as CSV or as a workbook, with what it is and of when."""
    if form == "csv":
        return short_csv(rows, layout, f"{title} · {about}")
    return short_workbook(rows, layout, heading=[title, about])


def _days_words(showing: Showing) -> str:
    as_of = showing.span.as_of.isoformat()
    return _("截至 {day} · 期内数为{days}").format(day=as_of, days=span_words(showing))


def _side_words(side: Side) -> str:
    return f"{side.area.name} {side.days}"
