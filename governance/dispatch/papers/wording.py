"""Numbers and periods as a paper writes them."""

from django.utils.translation import gettext as _

_DIGITS = "零一二三四五六七八九"


def issue_words(year: int | None, number: int | None) -> str:
    """The number a paper bears: 2026年第3期; nothing before it is issued."""
    return _("{year}年第{number}期").format(year=year, number=number) if number else ""


def period_words(period: str) -> str:
    """2026-W48 and 2026-11 in words."""
    year, _dash, rest = period.partition("-")
    if rest.startswith("W"):
        return _("{year}年第{week}周").format(year=year, week=int(rest[1:]))
    return _("{year}年{month}月").format(year=year, month=int(rest)) if rest else year


def ordinal(number: int) -> str:
    """一 to 九十九, as parts and points of a paper are counted."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
