"""The sorts the rows of a list fall into, said once beside its filters."""

from dataclasses import dataclass

from django.db.models import F
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce


@dataclass(frozen=True)
class Cut:
    """`filter` keeps one sort of the list, `key` is the sort of a row; without `name` the filter's choices name it."""

    filter: str
    key: Combinable
    name: Combinable | None = None


def by_choice(name: str, column: str = "") -> Cut:
    """By a filter that is a choice."""
    return Cut(name, F(column or name))


def by_class(name: str, path: str) -> Cut:
    """By the upper of two levels of categories; the filter takes the beginning of a code."""
    return Cut(
        name,
        Coalesce(F(f"{path}__parent_id"), F(f"{path}_id")),
        Coalesce(F(f"{path}__parent__name"), F(f"{path}__name")),
    )
