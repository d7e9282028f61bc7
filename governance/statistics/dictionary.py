"""The dictionary: every indicator with what the city says of it, and the versions of its definition."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext as _

from governance.areas.enums import Level
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
    return apps.get_model(
        _model_of_stock(source.key) if isinstance(source, Stock) else _model_of(source.measure)
    )


@cache
def _model_of_stock(key: str) -> str:
    """Kept: a few stocks ask for the limits of the city before they say what they count."""
    return registry.stocks()[key].rows(today()).model._meta.label


@cache
def _model_of(measure: str) -> str:
    return next(one.model._meta.label for one in registry.datasets() if measure in one.keys)


def read_entries(keys: list[str] | None = None) -> list[Entry]:
    """The entries of some indicators, or of all by block, in two statements."""
    known = registry.indicators()
    asked = [known[key] for key in keys] if keys is not None else by_block()
    settings = {row.indicator: row for row in IndicatorSetting.objects.all()}
    versions = defaultdict(list)
    for row in IndicatorVersion.objects.filter(indicator__in=[one.key for one in asked]):
        versions[row.indicator].append(row)
    return [_entry(one, settings, tuple(versions[one.key])) for one in asked]


def read_entry(key: str) -> Entry:
    return read_entries([key])[0]


def by_block() -> list[Indicator]:
    """Every indicator, block by block in the order of the board."""
    place = {group: n for n, group in enumerate(Group)}
    return sorted(registry.indicators().values(), key=lambda one: place[one.group])


def _entry(indicator: Indicator, settings: dict[str, IndicatorSetting], versions) -> Entry:
    own = settings.get(indicator.key, IndicatorSetting())
    group = registry.alternatives_of(indicator.key)
    return Entry(
        indicator=indicator,
        owner=own.owner or str(indicator.owner),
        valid_range=own.valid_range(indicator),
        on_board=indicator.on_board if own.on_board is None else own.on_board,
        versions=versions,
        alternatives=group,
        published=registry.indicators()[_published(group, settings)] if group else indicator,
    )


def _published(group: Alternatives, settings: dict[str, IndicatorSetting]) -> str:
    """The first of the alternatives unless the city says another."""
    said = (key for key in group.indicators if key in settings and settings[key].published_as == group.key)
    return next(said, group.indicators[0])


def search(entries: list[Entry], asked: str) -> list[Entry]:
    """Those whose name, key, formula or owner has every word that is asked for."""
    words = asked.casefold().split()
    return [entry for entry in entries if all(word in _searched(entry) for word in words)]


def _searched(entry: Entry) -> str:
    one = entry.indicator
    return " ".join([str(one.name), one.key, str(one.formula), entry.owner]).casefold()
