"""A figure by the categories of its rows: for whoever reads figures and may open the list behind it."""

from governance.areas.models import Area
from tests.permissions.oracle import Row

_HOW = {"gate": "statistics.view", "right": "grids.view"}


def _visits(area: Area) -> dict:
    return {"key": "visits.count"}


def _in(area: Area) -> dict:
    return {"area": area.code}


def _visits_in(area: Area) -> dict:
    return {"area": area.code, "indicator": "visits.count"}


CATEGORIES = {
    "statistics:categories": Row(
        "一个指标按类别（要能打开它的清单，这里以走访为例）", make=_visits, query=_in, **_HOW
    ),
    "statistics-categories-list": Row("接口：一个指标按类别", query=_visits_in, **_HOW),
}
