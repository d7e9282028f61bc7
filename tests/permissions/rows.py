"""How a row of the table is written: what one route takes, in a word."""

from collections.abc import Callable

from tests.permissions.oracle import FINE, TRIED, Row

FORM = {"GET": FINE, "POST": TRIED}


def page(does: str, right: str | None, make: Callable | None = None, **more) -> Row:
    """Reading only."""
    return Row(does, right, make=make, **more)


def form(does: str, right: str | None, make: Callable | None = None, **more) -> Row:
    """A form and its verb at one address."""
    return Row(does, right, FORM, make, **more)


def verb(does: str, right: str | None, make: Callable | None = None, **more) -> Row:
    """Writing only."""
    return Row(does, right, {"POST": TRIED}, make, **more)


def rows_of(does: str, right: str, fill: Callable, **more) -> Row:
    """A list of what `fill` makes."""
    return Row(does, right, fill=fill, **more)
