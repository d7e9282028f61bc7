"""Whether two people tell of the same thing."""

import re

from rapidfuzz import fuzz

from grids.enums.public import ALIKE_FROM

_BESIDE_WORDS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """The words alone: without spaces, punctuation and emoji."""
    return _BESIDE_WORDS.sub("", text.lower())


def is_alike(one: str, other: str) -> bool:
    """Whether two texts are near enough; a short one must stand nearly whole in the other."""
    one, other = bare(one), bare(other)
    if not one or not other:
        return False
    return max(fuzz.ratio(one, other), _share_of_shorter(one, other)) >= ALIKE_FROM


def _share_of_shorter(one: str, other: str) -> float:
    """How much of the shorter text the longer holds; too few words say nothing."""
    return fuzz.partial_ratio(one, other) if min(len(one), len(other)) >= 6 else 0.0
