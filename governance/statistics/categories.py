"""A figure by the sorts of the rows behind it: counted over the list itself, so that the sorts add up to it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.db.models import Count, F, QuerySet
from django.http import Http404

from governance.files.lists import ListTable, list_named
from governance.kernel.cuts import Cut
from governance.people.models import User
from governance.statistics.board import address, open_lists
from governance.statistics.definitions import Indicator
from governance.statistics.reading import Reading

MOST_SORTS = 8


@dataclass(frozen=True)
class Sort:
    """Rows of one sort: `key` is what the list's filter takes, `url` the list of them."""

    key: str
    name: str
    count: int
    share: float
    url: str


@dataclass(frozen=True)
class Breakdown:
    """The largest sorts, the rows of all others, and those that count and are not shown to this person."""

    reading: Reading
    list_url: str
    sorts: list[Sort]
    rest: int
    withheld: int

    @property
    def total(self) -> int:
        return sum(sort.count for sort in self.sorts) + self.rest + self.withheld

    @property
    def rest_share(self) -> float:
        return _share(self.rest, self.total)

    @property
    def withheld_share(self) -> float:
        return _share(self.withheld, self.total)


def cut_of(indicator: Indicator) -> tuple[ListTable, Cut] | None:
    """The list behind an indicator with its sorts; None where it has none, or is of one sort already."""
    rows = indicator.numerator.rows
    found = rows and rows.page and not rows.total and list_named(rows.page)
    cut = found and found.shell.filterset_class.CUT
    return (found, cut) if cut and cut.filter not in rows.filters else None


def may_break_down(reading: Reading, user: User) -> bool:
    """Whether there are sorts, and this person may open the list they are counted over."""
    return cut_of(reading.indicator) is not None and bool(open_lists(reading, user)["numerator"])


def categories_url(reading: Reading, user: User) -> str:
    """Where a figure stands by its sorts; empty where there is nothing to see."""
    key = reading.indicator.key
    return address("statistics:categories", reading, key=key) if may_break_down(reading, user) else ""


def break_down(reading: Reading, user: User) -> Breakdown:
    """The figure by sorts, in one group-by over the rows of its own list; `Http404` where the rows have none."""
    found = cut_of(reading.indicator)
    if found is None:
        raise Http404
    table, cut = found
    list_url = reading.page_lists()["numerator"]
    path, _mark, query = list_url.partition("?")
    chosen = table.chosen(user, query)
    counted = _counted(chosen.rows, cut)
    total = sum(count for _key, _name, count in counted) + chosen.withheld
    names = {} if cut.name else _names(table, cut)
    asked = dict(parse_qsl(query))
    sorts = [
        Sort(
            key,
            str(name or names.get(key, key)),
            count,
            _share(count, total),
            f"{path}?{urlencode(asked | {cut.filter: key})}",
        )
        for key, name, count in counted[:MOST_SORTS]
    ]
    rest = sum(count for _key, _name, count in counted[MOST_SORTS:])
    return Breakdown(reading, list_url, sorts, rest, chosen.withheld)


def _counted(rows: QuerySet, cut: Cut) -> list[tuple[str, str, int]]:
    """Key, name and number of every sort, the largest first."""
    said = {"sort_key": cut.key} | ({"sort_name": cut.name} if cut.name else {})
    found = rows.order_by().annotate(**said).values(*said).annotate(sort_rows=Count("pk"))
    ordered = found.order_by(F("sort_rows").desc(), "sort_key")
    return [(str(row["sort_key"]), row.get("sort_name"), row["sort_rows"]) for row in ordered]


def _names(table: ListTable, cut: Cut) -> dict[str, str]:
    """What the filter calls each of its choices."""
    return {str(key): name for key, name in table.shell.filterset_class().form.fields[cut.filter].choices}


def _share(count: int, total: int) -> float:
    return round(count * 100 / total, 4) if total else 0.0
