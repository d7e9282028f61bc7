"""Every dataset and indicator of the apps named in `settings.INDICATORS`, in that order."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain

from django.conf import settings

from governance.statistics.definitions import Alternatives, Cumulative, Dataset, Flow, Indicator, Stock


def missing() -> list[str]:
    """Modules named in the settings that do not exist."""
    return [path for path in settings.INDICATORS if find_spec(path) is None]


@cache
def _modules() -> tuple:
    return tuple(import_module(path) for path in settings.INDICATORS if path not in missing())


def datasets() -> list[Dataset]:
    """One dataset a table: what several apps count of the same rows is counted by the same triggers."""
    found: dict[str, Dataset] = {}
    for dataset in chain.from_iterable(getattr(module, "DATASETS", ()) for module in _modules()):
        known = found.get(dataset.table)
        found[dataset.table] = known.joined(dataset) if known else dataset
    return list(found.values())


@cache
def indicators() -> dict[str, Indicator]:
    """Indicators by key."""
    rows = list(chain.from_iterable(getattr(module, "INDICATORS", ()) for module in _modules()))
    return {row.key: row for row in rows}


def alternatives() -> list[Alternatives]:
    """Every set of definitions that compete for one figure."""
    return list(chain.from_iterable(getattr(module, "ALTERNATIVES", ()) for module in _modules()))


def alternatives_of(key: str) -> Alternatives | None:
    """The set of definitions an indicator is one of."""
    return next((group for group in alternatives() if key in group.indicators), None)


def stocks() -> dict[str, Stock]:
    """Stocks by key: a stock that several indicators count is kept once."""
    sources = (figure.source for indicator in indicators().values() for figure in indicator.figures)
    return {source.key: source for source in sources if isinstance(source, Stock)}


def faults() -> list[str]:
    """What contradicts itself in the definitions; the system check reports it."""
    rows = list(chain.from_iterable(getattr(module, "INDICATORS", ()) for module in _modules()))
    measures = [key for dataset in datasets() for key in dataset.keys]
    keys = [row.key for row in rows]
    beside = [key for group in alternatives() for key in group.beside]
    others = [key for group in alternatives() for key in group.indicators]
    wanted = {
        figure.source.measure
        for row in rows
        for figure in row.figures
        if isinstance(figure.source, Flow | Cumulative)
    }
    return [
        *(
            f"indicator {key!r} is defined twice"
            for key in sorted({key for key in keys if keys.count(key) > 1})
        ),
        *(
            f"measure {key!r} is defined twice"
            for key in sorted({key for key in measures if measures.count(key) > 1})
        ),
        *(f"no dataset counts the measure {key!r}" for key in sorted(wanted - set(measures))),
        *(f"no indicator is the alternative {key!r}" for key in sorted({*others, *beside} - set(keys))),
        *(
            f"indicator {key!r} is an alternative twice"
            for key in sorted({key for key in others if others.count(key) > 1})
        ),
    ]
