"""What an app counts, said once: the figures, the triggers behind them and the lists that prove them.

An app's `indicators.py` holds two lists, `DATASETS` and `INDICATORS`, and `ALTERNATIVES` where one figure has
several definitions; `settings.INDICATORS` names the module.

    DATASETS = [
        Dataset(
            Visit,
            Measure("visits.count", day="visited_on"),
            Measure("needs.solved", day="solved_on", weight="case when outcome = 'solved' then 1 else 0 end"),
        ),
    ]

    def staffed_grids(as_of):
        return Grid.objects.in_force(as_of).staffed(as_of)

    INDICATORS = [
        Indicator(
            "visits.count",
            name=_("走访次数"),
            unit=_("次"),
            group=Group.VISITS,
            owner=_("社会工作部"),
            formula=_("期内登记的走访条数，入户、电话、街面同样计数"),
            numerator=Figure(Flow("visits.count"), _("走访记录"), Rows("visit-list", "grids:visit_list")),
        ),
        Indicator(
            "grids.staffed_share",
            name=_("网格员配备率"),
            unit="%",
            group=Group.BASE,
            owner=_("政法委"),
            formula=_("有网格员在岗的网格数 ÷ 网格总数 × 100%"),
            numerator=Figure(
                Stock("grids.staffed", staffed_grids), _("有网格员在岗的网格"),
                Rows("grid-list", "grids:grid_list", filters={"staffed": "true"}, as_of="as_of"),
            ),
            denominator=Figure(
                Stock("grids.all", Grid.objects.in_force), _("网格总数"),
                Rows("grid-list", "grids:grid_list", as_of="as_of"),
            ),
        ),
    ]

Four sources of a number:

- `Flow(measure)`: what happened in a period. The measure belongs to a `Dataset`: for every row of the model,
  `(area_code, area_id, day, weight)` as a pure SQL function of that row's own columns. Triggers keep the
  facts through ORM, bulk and raw writes, exact to the second. A NULL day or a zero weight counts nothing.
- `Stock(key, rows)`: what stands on a day. `rows(as_of)` returns a query set; `area` is the path to the area,
  `weight` an expression (default: one a row). Today's sums are kept (see `stocks`), all else is counted live.
- `Closing(key, rows)`: a stock as a denominator, counted as of the end of the period of its flow.
- `Cumulative(measure)`: a flow's running total up to the day, e.g. homes listed so far.

Every number names the list behind it: `Rows(api, page, filters)`, so that figure = list total = API count =
CSV rows. Facts follow a changed definition by themselves: `migrate` reinstalls its triggers and recounts.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from django.core.exceptions import EmptyResultSet
from django.db.models import Expression, F, Model, QuerySet, TextChoices, Value
from django.urls import NoReverseMatch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.kernel.links import plain_url

FLOW, STOCK = "flow", "stock"
ALL_LEVELS = ("city", "county", "township", "community", "grid", "building")


class Group(TextChoices):
    """The blocks of the board, in its order."""

    BASE = "base", _("底数")
    VISITS = "visits", _("走访")
    EVENTS = "events", _("事件")
    DISPUTES = "disputes", pgettext_lazy("list", "纠纷")
    PARTY = "party", _("党建")
    PROPERTY = "property", _("物业")
    DEEDS = "deeds", _("办证")
    HOUSING = "housing", _("保交楼")


@dataclass(frozen=True)
class Measure:
    """One thing a row counts for: `day` and `weight` are SQL over its own columns; weights are whole."""

    key: str
    day: str
    weight: str = "1"


class Dataset:
    """A model's rows as contributions to measures. `area_code` and `area_id` may be SQL as well."""

    def __init__(
        self, model: type[Model], *measures: Measure, area_code: str = "area_code", area_id: str = "area_id"
    ):
        self.model = model
        self.measures = measures
        self.area_code = area_code
        self.area_id = area_id

    def __repr__(self) -> str:
        return f"<Dataset {self.table}>"

    @property
    def table(self) -> str:
        return self.model._meta.db_table

    @property
    def keys(self) -> list[str]:
        return [measure.key for measure in self.measures]

    def joined(self, other: "Dataset") -> "Dataset":
        """Both datasets of one table as one; they must agree on where a row lies."""
        assert (self.area_code, self.area_id) == (other.area_code, other.area_id), self.table
        return Dataset(
            self.model, *self.measures, *other.measures, area_code=self.area_code, area_id=self.area_id
        )

    def contributions(self, rows: str, sign: int = 1) -> str:
        """The SELECT that says what the rows of a table (or transition table) count for."""
        values = ", ".join(f"('{m.key}', {m.day}, {sign} * ({m.weight}))" for m in self.measures)
        return (
            f"select c.measure, {self.area_id} as area_id, {self.area_code} as area_code, c.day::date as day,"
            f" c.weight::bigint as weight from {rows} r"
            f" cross join lateral (values {values}) c(measure, day, weight)"
            " where c.day is not null and c.weight <> 0"
        )


def local_day(moment: str) -> str:
    """SQL for the local date of a timestamp column: `Measure("x", day=local_day("closed_at"))`."""
    return f"({moment} at time zone 'Asia/Shanghai')::date"


@dataclass(frozen=True)
class Flow:
    """What happened in a period: a measure of some dataset."""

    measure: str

    @property
    def key(self) -> str:
        return self.measure


@dataclass(frozen=True)
class Cumulative:
    """A measure's running total up to the day asked for."""

    measure: str

    @property
    def key(self) -> str:
        return f"{self.measure}:total"


@dataclass(frozen=True)
class Stock:
    """What stands on a day: the rows of `rows(as_of)`, each with its weight."""

    key: str
    rows: Callable[[date], QuerySet]
    area: str = "area"
    weight: Expression | F = field(default_factory=lambda: Value(1))

    def sql(self, on: date) -> tuple[str, tuple] | None:
        """A SELECT of `(area_id, area_code, weight)` with its parameters; None for what is empty by definition."""
        rows = self.rows(on)
        assert not rows.query.distinct, (
            f"{self.key}: count rows, not distinct areas; filter with Exists instead"
        )
        place = ("pk", "code") if self.area == "self" else (f"{self.area}_id", f"{self.area}_code")
        try:
            return rows.order_by().values_list(*place, self.weight).query.sql_with_params()
        except EmptyResultSet:
            return None


@dataclass(frozen=True)
class Closing(Stock):
    """A stock at the end of the period of the flow it stands beside: the population a rate is reckoned by."""


Source = Flow | Cumulative | Stock


@dataclass(frozen=True)
class Rows:
    """The list behind a number: names of its API and page routes and the filters that make it equal.

    `period` names the list's two date parameters (flows; None when the list cannot be cut by the figure's
    period), `as_of` the one for the day of a stock: None when the list only shows today. Where a row counts for
    more than one, `total` is the column of the list that adds up to the figure.
    """

    api: str
    page: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    area: str = "area"
    period: tuple[str, str] | None = ("from", "to")
    as_of: str | None = None
    total: str = ""

    def api_url(self, **span) -> str:
        return self._url(self.api, span)

    def page_url(self, **span) -> str:
        return self._url(self.page, span) if self.page else ""

    def _url(self, route: str, span: dict) -> str:
        """The list's address; empty when no such page stands, so that one gap does not take the board down."""
        try:
            return f"{plain_url(route)}?{urlencode(self.parameters(**span))}"
        except NoReverseMatch:
            return ""

    def parameters(
        self,
        *,
        area: str,
        from_on: date | None = None,
        to_on: date | None = None,
        as_of: date | None = None,
        drawn_on: date | None = None,
    ) -> dict[str, str]:
        """The query of the list for an area and a period (flows) or a day (stocks), counted to the last row.

        `drawn_on`: the past day whose boundaries the figure is counted on.
        """
        query = {**self.filters, self.area: area}
        if drawn_on:
            query[f"{self.area}_on"] = drawn_on.isoformat()
        if to_on and self.period:
            query |= dict(
                zip(self.period, [from_on.isoformat() if from_on else "", to_on.isoformat()], strict=True)
            )
        if as_of and self.as_of:
            query[self.as_of] = as_of.isoformat()
        return {name: value for name, value in query.items() if value != ""} | {"count": "exact"}


@dataclass(frozen=True)
class Figure:
    """A numerator or a denominator: where it comes from, what it is called, the list behind it."""

    source: Source
    label: str
    rows: Rows | None = None


@dataclass(frozen=True)
class Gap:
    """The rows a share still lacks: what they are called, and their list."""

    label: str
    rows: Rows


@dataclass(frozen=True)
class ValidRange:
    """Between which values a figure can lie, both included; None leaves a side open. Beyond it something is wrong."""

    lowest: float | None = 0
    highest: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether a value may be; nothing on record is never wrong."""
        if value is None:
            return True
        return (self.lowest is None or value >= self.lowest) and (
            self.highest is None or value <= self.highest
        )


COUNTED, PERCENT = ValidRange(), ValidRange(0, 100)


@dataclass(frozen=True)
class Indicator:
    """A published number with its definition. With a denominator it is a share, of a hundred unless `per` says else.

    The board shows the few that everybody steers by; the others (`on_board` false) stand on their group's page.
    `valid` is said where the figure is neither a percentage nor something counted.
    """

    key: str
    name: str
    unit: str
    group: Group
    formula: str
    numerator: Figure
    denominator: Figure | None = None
    owner: str = ""
    levels: tuple[str, ...] = ALL_LEVELS
    higher_is_better: bool | None = True
    on_board: bool = True
    per: float = 100
    gap: Gap | None = None
    valid: ValidRange | None = None

    @property
    def valid_range(self) -> ValidRange:
        return self.valid or (PERCENT if self.unit == "%" else COUNTED)

    @property
    def kind(self) -> Literal["flow", "stock"]:
        return FLOW if isinstance(self.numerator.source, Flow) else STOCK

    @property
    def figures(self) -> list[Figure]:
        return [self.numerator] + ([self.denominator] if self.denominator else [])

    def value(self, numerator: int, denominator: int | None) -> int | float | None:
        """The number itself: a count, or a share × `per` with four decimals; None when the denominator is 0."""
        if self.denominator is None:
            return numerator
        return round(numerator * self.per / denominator, 4) if denominator else None


@dataclass(frozen=True)
class Alternatives:
    """Several definitions of what is spoken of as one figure; a place publishes by one of `indicators`.

    Which one: what `chosen(area, day)` finds laid down in rows of the app, else what the city's preset says, else
    the first. Those `beside` count something near to it and are shown for comparison alone.
    """

    key: str
    name: str
    indicators: tuple[str, ...]
    beside: tuple[str, ...] = ()
    chosen: Callable[[Model, date], str] | None = None
