"""Words that sentences are put together from, in the language of the reader or of the office."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext, override


def listed(words: Iterable) -> str:
    """Words in a row inside a sentence: 受理、派单; in English: accept, assign."""
    return gettext("、").join(str(word) for word in words)


def office_language() -> override:
    """What is stored is written in the language of the office, whoever caused it."""
    return override(settings.LANGUAGE_CODE)
