"""Words that sentences are put together from, in the language of the reader or of the office."""

import re
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.translation import gettext, override


def listed(words: Iterable) -> str:
    """Words in a row inside a sentence: 受理、派单; in English: accept, assign."""
    return gettext("、").join(str(word) for word in words)


def day_in_full(day: date) -> str:
    """A day with its year: what is stored reads the same whenever it is read."""
    return gettext("{year}年{month}月{day}日").format(year=day.year, month=day.month, day=day.day)


def quarter_in_full(day: date) -> str:
    """The quarter a day lies in, with its year."""
    return gettext("{year} 年第 {number} 季度").format(year=day.year, number=(day.month + 2) // 3)


# Marks that turn the direction of the text after them: pasted along from chats, they make one sentence look
# like another. Joiners inside emoji are not among them.
_TURNING_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """What somebody wrote, without turning marks and without blanks around it."""
    return _TURNING_MARKS.sub("", text).strip()


def office_language() -> override:
    """What is stored is written in the language of the office, whoever caused it."""
    return override(settings.LANGUAGE_CODE)
