"""Invented names and words. Nobody here exists; ID numbers lie in a range that is never given out."""

import json
from pathlib import Path
from random import Random

from governance.kernel.identity import id_check_digit

_LISTS = json.loads((Path(__file__).parent / "words.json").read_text())
SURNAMES, GIVEN = _LISTS["surnames"], _LISTS["given"]
ESTATES, COMPANY_HEADS = _LISTS["estates"], _LISTS["company_heads"]
NOTES, DISPUTE_TITLES = _LISTS["visit_notes"], _LISTS["dispute_titles"]
EVENT_TEXTS = _LISTS["event_texts"]


def person(dice: Random) -> str:
    """A full name of two or three characters."""
    given = dice.choice(GIVEN) + (dice.choice(GIVEN) if dice.random() < 0.75 else "")
    return dice.choice(SURNAMES) + given


def phone(dice: Random) -> str:
    """Eleven digits on 100, which no carrier has."""
    return f"100{dice.randrange(10**8):08d}"


def id_no(dice: Random, born: int) -> str:
    """An ID number with a right check digit in area 999999, which is never given out."""
    first = f"999999{born}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}{dice.randrange(1000):03d}"
    return first + id_check_digit(first)


_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def uscc(dice: Random, area6: str) -> str:
    """A unified social credit code with a right check character (GB 32100-2015)."""
    body = f"91{area6}MA" + "".join(dice.choice(_USCC) for _ in range(7))
    total = sum(_USCC.index(character) * pow(3, i, 31) for i, character in enumerate(body))
    return body + _USCC[(31 - total % 31) % 31]


def estate(dice: Random, taken: set[str]) -> str:
    """A compound's name not yet taken."""
    while True:
        name = dice.choice(ESTATES) + dice.choice(
            ["", "一期", "二期", "东区", "西区", "南区", "北区", "三期", "四期"]
        )
        if dice.random() < 0.5:
            name = dice.choice(COMPANY_HEADS) + name
        if name not in taken:
            taken.add(name)
            return name


def chinese_number(number: int) -> str:
    """1–99 in Chinese digits: 第十二网格."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")
    return head + (digits[ones] if ones or not tens else "")
