"""Pinyin of area names, for sorting and for search by keyboard."""

import re
from functools import lru_cache
from importlib import import_module

from django.utils.functional import SimpleLazyObject

# Its dictionary takes half a second to load, which no start need wait for.
pypinyin = SimpleLazyObject(lambda: import_module("pypinyin"))
RUN = re.compile(r"[0-9]+|[A-Za-z]+|[^\W0-9A-Za-z_]+")


def spell(name: str) -> tuple[str, str]:
    """`银新苑第3网格` → (`yinxinyuandi3wangge`, `yxyd3wg`)."""
    syllables = [syllable for run in RUN.findall(name) for syllable in _syllables(run)]
    initials = [part if part.isdigit() else part[0] for part in syllables]
    return "".join(syllables).lower()[:400], "".join(initials).lower()[:80]


def initials_of(*texts: str) -> str:
    """`楼上漏水`, `银新苑3号楼` → `lsls yxy3hl`: what texts are found by from a keyboard."""
    return " ".join(spell(text)[1] for text in texts).strip()


@lru_cache(maxsize=8192)
def _syllables(run: str) -> tuple[str, ...]:
    return tuple(pypinyin.lazy_pinyin(run))
