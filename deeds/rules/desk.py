"""How long a certificate takes at the mobile desk."""

from collections.abc import Iterable
from statistics import median


def middle(seconds: Iterable[int]) -> int | None:
    """The median, in whole seconds; None of nothing."""
    found = list(seconds)
    return round(median(found)) if found else None
