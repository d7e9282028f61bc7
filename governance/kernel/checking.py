"""What an app can look through its rows for: a check names those that are wrong, and where they are mended.

Apps register theirs in `settings.INTEGRITY`; `governance.integrity` runs them by night and keeps what they find.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models import CharField, F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _


class Severity(models.TextChoices):
    SERIOUS = "serious", _("严重")
    WARNING = "warning", _("要处理")
    NOTE = "note", _("请留意")


@dataclass(frozen=True)
class Found:
    """A wrong thing that is no row of a query: `target` is what the page of its check takes."""

    key: str
    label: str
    area_code: str = ""
    target: str = ""


Rows = models.QuerySet | Iterable[Found]


@dataclass(frozen=True)
class Check:
    """One thing that may be wrong with the data, as of a day.

    `rows(day)` is one statement over the wrong rows, however many, or a few `Found`. `label` names a row after the
    `noun`: a number or the name of a place, never a person. `page` is an address name and `target` the column of
    what it takes, as a part of the address or, with `query`, as the filter of that name. Where to look at everything
    takes too long for every night, `rows` looks at a part and `thorough` at the whole, when somebody asks.
    """

    code: str
    title: str
    explains: str
    mend: str
    severity: Severity
    rows: Callable[[date], Rows]
    noun: str = ""
    label: str | Combinable = "pk"
    area: str = "area_code"
    page: str = ""
    target: str | Combinable = ""
    query: str = ""
    thorough: Callable[[date], Rows] | None = None

    def look(self, day: date, *, thorough: bool) -> Rows:
        return (self.thorough if thorough and self.thorough else self.rows)(day)

    def statement(self, rows: Rows) -> tuple[str, list]:
        """SQL of (key, label, area_code, target) of what was found, with its parameters."""
        if not isinstance(rows, models.QuerySet):
            return _listed(list(rows))
        shaped = rows.order_by().values_list(
            _text("pk"), _text(self.label), _text(self.area), _text(self.target)
        )
        try:
            statement, params = shaped.query.sql_with_params()
        except EmptyResultSet:
            return _listed([])
        return statement, list(params)


def _text(column: str | Combinable) -> Cast:
    named = F(column) if isinstance(column, str) and column else column
    return Cast(named or Value(""), CharField())


def _listed(found: list[Found]) -> tuple[str, list]:
    columns = ([getattr(row, name) for row in found] for name in ("key", "label", "area_code", "target"))
    return "SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[])", list(columns)
