"""A table of its own to count, and a small city to count it in."""

from datetime import date

from django.apps.registry import Apps
from django.db import models
from django.db.models import Exists, OuterRef

from governance.areas.models import Area
from governance.kernel.scope import ScopedQuerySet
from governance.statistics.definitions import (
    Cumulative,
    Dataset,
    Figure,
    Flow,
    Group,
    Indicator,
    Measure,
    Rows,
    Stock,
)

OPENED = date(2020, 1, 1)


class CallQuerySet(ScopedQuerySet):
    VIEW_RIGHT = "statistics.view"


class Call(models.Model):
    """Something that happened (`called_on`), was perhaps solved, and perhaps still stands open."""

    area_id = models.BigIntegerField()
    area_code = models.CharField(max_length=18, db_collation="C")
    called_on = models.DateField()
    solved_on = models.DateField(null=True)
    homes = models.IntegerField(default=1)
    outcome = models.CharField(max_length=10, default="")

    objects = CallQuerySet.as_manager()

    class Meta:
        app_label = "sample"
        db_table = "sample_call"
        apps = Apps()

    def __str__(self):
        return f"{self.area_code} {self.called_on}"


CALLS = Dataset(
    Call,
    Measure("sample.calls", day="called_on"),
    Measure("sample.solved", day="solved_on", weight="case when outcome = 'solved' then 1 else 0 end"),
    Measure("sample.homes", day="called_on", weight="homes"),
)
DATASETS = [CALLS]
LIST = Rows("statistics-indicators-list", "statistics:board", filters={"kind": "sample"})


def unsolved(as_of):
    return Call.objects.filter(called_on__lte=as_of).exclude(solved_on__lte=as_of)


def all_calls(as_of):
    return Call.objects.filter(called_on__lte=as_of)


def placed(as_of):
    return Call.objects.filter(Exists(Area.objects.open_on(as_of).filter(pk=OuterRef("area_id"))))


def _indicator(key, numerator, denominator=None, unit="件"):
    return Indicator(
        key,
        name=key,
        unit=unit,
        group=Group.VISITS,
        formula=f"{key} formula",
        owner="owner",
        numerator=Figure(numerator, f"{key} numerator", LIST),
        denominator=denominator and Figure(denominator, f"{key} denominator", LIST),
    )


INDICATORS = [
    _indicator("sample.count", Flow("sample.calls")),
    _indicator("sample.solved_share", Flow("sample.solved"), Flow("sample.calls"), unit="%"),
    _indicator("sample.unsolved_count", Stock("sample.unsolved", unsolved)),
    _indicator(
        "sample.unsolved_share", Stock("sample.unsolved", unsolved), Stock("sample.all", all_calls), "%"
    ),
    _indicator("sample.placed_count", Stock("sample.placed", placed)),
    _indicator("sample.home_count", Cumulative("sample.homes")),
]
BY_KEY = {indicator.key: indicator for indicator in INDICATORS}

CITY, EAST, WEST = "6401", "640101", "640102"
TOWN, STREET = "640101001", "640102001"
GRIDS = ["640101001001001", "640101001001002", "640102001001001"]
CODES = [CITY, EAST, WEST, TOWN, STREET, "640101001001", "640102001001", *GRIDS]


def level_key(code: str) -> str:
    return {4: "city", 6: "county", 9: "township", 12: "community", 15: "grid", 18: "building"}[len(code)]


def call(code: str, called_on: date, **fields) -> Call:
    """A row not yet saved, in the area with that code."""
    return Call(area_id=Area.objects.get(code=code).pk, area_code=code, called_on=called_on, **fields)
