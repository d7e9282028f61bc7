"""The days a board covers, as a person names them."""

from datetime import date, timedelta

from governance.kernel.days import month_start, quarter_start
from governance.statistics.enums import Period
from governance.statistics.reading import YEAR, Span

_BEGIN = {
    Period.YEAR: lambda day: day - YEAR,
    Period.THIS_YEAR: lambda day: day.replace(month=1, day=1),
    Period.QUARTER: quarter_start,
    Period.MONTH: month_start,
    Period.DAYS_30: lambda day: day - timedelta(days=29),
    Period.DAYS_7: lambda day: day - timedelta(days=6),
}


def span_in(period: Period, as_of: date) -> Span:
    """The days of a named period that ends on a day."""
    return Span(_BEGIN[period](as_of), as_of, as_of)
