"""Keyset paging: a page starts after the last row of the one before, so page 1000 costs what page 1 does."""

import base64
import binascii
import json
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import BooleanField, Func, Q, QuerySet
from django.utils.translation import gettext as _

COUNT_CAP = 1000
MAX_SIZE = 200


@dataclass
class Page:
    """One page: its rows, the cursors of its neighbours (empty at the ends)."""

    rows: list
    next_cursor: str = ""
    previous_cursor: str = ""
    count: int = 0
    count_capped: bool = False
    order: tuple[str, ...] = field(default=())

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)

    def __bool__(self):
        """A page with nothing on it is still a page: its list says that there is nothing."""
        return True


def capped_count(rows: QuerySet, exact: bool = False) -> tuple[int, bool]:
    """How many rows there are: exact, or counted up to the cap with a flag that there are more."""
    if exact:
        return rows.count(), False
    count = rows.order_by()[: COUNT_CAP + 1].count()
    return min(count, COUNT_CAP), count > COUNT_CAP


def keyset_page(
    rows: QuerySet,
    *,
    order: tuple[str, ...],
    size: int,
    cursor: str = "",
    found_in: QuerySet | None = None,
) -> Page:
    """Cut a page of `size` rows out of `rows` sorted by `order`.

    `order` names non-null columns, each with an optional "-", and ends in a unique one. `rows` may
    be instances or `.values()`. A broken cursor is a bad request, never the first page.
    `found_in` has the rows that match without the joins of their columns, and `rows` these joins without the filters:
    which rows make the page is then told by keys alone, from an index if one covers the filters.
    """
    backwards, marks = _read_cursor(rows, order, cursor)
    wanted = tuple(_flip(name) for name in order) if backwards else order
    searched = rows if found_in is None else found_in.values("pk")
    if marks:
        searched = searched.filter(_after(wanted, marks))
    searched = searched.order_by(*wanted)[: size + 1]
    if found_in is not None:
        searched = rows.filter(_OneOf("pk", ArraySubquery(searched))).order_by(*wanted)
    found = list(searched)
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    page = Page(rows=found, order=order)
    if found and (more if not backwards else True):
        page.next_cursor = _cursor(found[-1], order, backwards=False)
    if found and (bool(marks) if not backwards else more):
        page.previous_cursor = _cursor(found[0], order, backwards=True)
    return page


class _OneOf(Func):
    """`key = ANY(ARRAY(SELECT …))`: each key is looked up; for `IN (SELECT …)` all rows would be joined first."""

    arg_joiner, template = " = ANY(", "%(expressions)s)"
    output_field = BooleanField()


def _flip(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _after(order: tuple[str, ...], marks: list) -> Q:
    """Rows that sort after `marks`: (a > x) or (a = x and b > y) or …"""
    condition, equal = Q(pk__in=[]), Q()
    for name, mark in zip(order, marks, strict=True):
        column, compare = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        condition |= equal & Q(**{f"{column}__{compare}": mark})
        equal &= Q(**{column: mark})
    return condition & Q(
        **{f"{order[0].lstrip('-')}__{'lte' if order[0].startswith('-') else 'gte'}": marks[0]}
    )


def _cursor(row, order: tuple[str, ...], *, backwards: bool) -> str:
    get = row.get if isinstance(row, dict) else lambda name: getattr(row, name)
    marks = [_text(get(name.lstrip("-"))) for name in order]
    return base64.urlsafe_b64encode(json.dumps([int(backwards), *marks]).encode()).decode().rstrip("=")


def _text(value) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _read_cursor(rows: QuerySet, order: tuple[str, ...], cursor: str) -> tuple[bool, list]:
    if not cursor:
        return False, []
    try:
        backwards, *texts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        fields = [rows.model._meta.get_field(name.lstrip("-")) for name in order]
        marks = [column.to_python(str(text)) for column, text in zip(fields, texts, strict=True)]
    except (ValueError, TypeError, binascii.Error, ValidationError, RecursionError) as error:
        raise BadRequest(_("翻页位置无效，请从第一页重新查看。")) from error
    return bool(backwards), marks
