"""A figure of disputes and the list behind it, both from one entry of `COUNTS`."""

from disputes.models.counted import COUNTS, Counted
from governance.statistics.definitions import Measure, Rows


def measure(key: str, counted: Counted, *, day: str = "accepted_on") -> Measure:
    """What the cases of disputes count for."""
    return Measure(
        key, day=day, weight=f"case when kind = 'dispute' and {COUNTS[counted].sql} then 1 else 0 end"
    )


def disputes(counted: Counted, period: str = "accepted") -> Rows:
    """The list of the disputes that count, cut by a date of theirs."""
    return Rows(
        "dispute-list",
        "disputes:case_list",
        filters={"counted": counted},
        period=(f"{period}_from", f"{period}_to"),
    )
