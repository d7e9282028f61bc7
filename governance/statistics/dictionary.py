"""The dictionary: every indicator with what the city says of it, and the versions of its definition."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Model
from django.utils.translation import gettext as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.wording import listed
from governance.statistics import registry
from governance.statistics.definitions import (
    ALL_LEVELS,
    FLOW,
    Alternatives,
    Cumulative,
    Group,
    Indicator,
    Source,
    Stock,
    ValidRange,
)
from governance.statistics.models import IndicatorSetting, IndicatorVersion


@dataclass(frozen=True)
class Entry:
    """An indicator as the city has it. `published` is the one of its alternatives that the city goes by."""

    indicator: Indicator
    owner: str
    valid_range: ValidRange
    on_board: bool
    versions: tuple[IndicatorVersion, ...]
    alternatives: Alternatives | None
    published: Indicator

    @property
    def version(self) -> IndicatorVersion | None:
        """The one that figures are reckoned by; none until `migrate` has noted it down."""
        return self.versions[-1] if self.versions else None

    @property
    def is_published(self) -> bool:
        return self.published == self.indicator

    @property
    def records(self) -> list[str]:
        """What the rows are that both sides count, by the names of their kinds."""
        models = [counted_model(figure.source) for figure in self.indicator.figures]
        return list(dict.fromkeys(str(model._meta.verbose_name) for model in models))

    @property
    def record_words(self) -> str:
        return listed(self.records)

    @property
    def timing(self) -> str:
        if self.indicator.kind == FLOW:
            return _("期内发生数，随记录实时变动")
        if isinstance(self.indicator.numerator.source, Cumulative):
            return _("截至某日的累计数，随记录实时变动")
        return _("截至某日的存量")

    @property
    def level_words(self) -> str:
        if self.indicator.levels == ALL_LEVELS:
            return _("各级")
        return listed(Level(level).label for level in self.indicator.levels)

    @property
    def range_words(self) -> str:
        return range_words(self.valid_range, str(self.indicator.unit))


def range_words(valid: ValidRange, unit: str) -> str:
    """Between which values a figure lies, with the unit."""
    low, high = (None if side is None else f"{side:,g}" for side in (valid.lowest, valid.highest))
    unit = unit if unit == "%" else f" {unit}"
    if low is not None and high is not None:
        return f"{low}–{high}{unit}"
    if low is not None:
        return _("不小于 {n}").format(n=low) + unit
    return _("不大于 {n}").format(n=high) + unit if high is not None else _("不限")


def counted_model(source: Source) -> type[Model]:
    """The kind of rows a source counts."""
    return _model_of_stock(source.key) if isinstance(source, Stock) else _model_of(source.measure)


@cache
def _model_of_stock(key: str) -> type[Model]:
    """Kept: a few stocks ask for the limits of the city before they say what they count."""
    return registry.stocks()[key].rows(today()).model


@cache
def _model_of(measure: str) -> type[Model]:
    return next(dataset.model for dataset in registry.datasets() if measure in dataset.keys)


def read_entries(
    area: Area | None = None, on: date | None = None, keys: list[str] | None = None
) -> list[Entry]:
    """The entries of some indicators, or of all by block, as an area has them on a day (without: as the city says)."""
    known = registry.indicators()
    asked = [known[key] for key in keys] if keys is not None else by_block()
    settings = {row.indicator: row for row in IndicatorSetting.objects.all()}
    groups = {group.key: group for one in asked if (group := registry.alternatives_of(one.key))}
    published = {
        key: _chosen(group, area, on)
        or _preset(group, {row.published_as: row.indicator for row in settings.values()})
        for key, group in groups.items()
    }
    versions = defaultdict(list)
    for row in IndicatorVersion.objects.filter(indicator__in=[one.key for one in asked]):
        versions[row.indicator].append(row)
    return [_entry(one, settings.get(one.key), published, tuple(versions[one.key])) for one in asked]


def read_entry(key: str, area: Area | None = None, on: date | None = None) -> Entry:
    return read_entries(area, on, [key])[0]


def by_block() -> list[Indicator]:
    """Every indicator, block by block in the order of the board."""
    place = {group: n for n, group in enumerate(Group)}
    return sorted(registry.indicators().values(), key=lambda one: place[one.group])


def on_board() -> list[Indicator]:
    """Those everybody steers by, as the city has it."""
    said = dict(IndicatorSetting.objects.exclude(on_board=None).values_list("indicator", "on_board"))
    return [one for one in registry.indicators().values() if said.get(one.key, one.on_board)]


def valid_ranges() -> list[tuple[Indicator, ValidRange]]:
    """Every indicator with the range its figures can lie in, as the city has it."""
    said = {row.indicator: row for row in IndicatorSetting.objects.filter(has_range=True)}
    return [
        (one, said[key].valid_range(one) if key in said else one.valid_range)
        for key, one in registry.indicators().items()
    ]


def published_in(group: Alternatives, area: Area, on: date) -> str:
    """The key of the definition that an area publishes by on a day."""
    rows = IndicatorSetting.objects.filter(published_as=group.key).values_list("published_as", "indicator")
    return _chosen(group, area, on) or _preset(group, dict(rows))


def _chosen(group: Alternatives, area: Area | None, on: date | None) -> str:
    return group.chosen(area, on) if group.chosen and area and on else ""


def _preset(group: Alternatives, said: dict[str, str]) -> str:
    """What the city's preset says, else the first."""
    return said.get(group.key, group.indicators[0])


def _entry(indicator: Indicator, said: IndicatorSetting | None, published: dict[str, str], versions) -> Entry:
    said, group = said or IndicatorSetting(), registry.alternatives_of(indicator.key)
    return Entry(
        indicator=indicator,
        owner=said.owner or str(indicator.owner),
        valid_range=said.valid_range(indicator),
        on_board=indicator.on_board if said.on_board is None else said.on_board,
        versions=versions,
        alternatives=group,
        published=registry.indicators()[published[group.key]] if group else indicator,
    )


def search(entries: list[Entry], asked: str) -> list[Entry]:
    """Those whose name, key, formula or owner has every word that is asked for."""
    words = asked.casefold().split()
    return [entry for entry in entries if all(word in _searched(entry) for word in words)]


def _searched(entry: Entry) -> str:
    one = entry.indicator
    return " ".join([str(one.name), one.key, str(one.formula), entry.owner]).casefold()
