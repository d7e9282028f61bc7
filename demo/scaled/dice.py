"""Chance inside the database: the same number and topic give the same face, whatever else is made."""

from collections.abc import Iterable
from zlib import crc32

from demo import words
from demo.chance import SEED, Wheel

_POSITIVE = 2**62 - 1


def text(value: str) -> str:
    """A text as SQL writes it."""
    return "'{}'".format(value.replace("'", "''"))


def texts(values: Iterable[str]) -> str:
    return f"array[{', '.join(map(text, values))}]"


def dice(topic: str, faces: int | str, n: str) -> str:
    """SQL for a whole number from 0 to `faces` - 1 (a number or SQL for one), by the row's number `n`."""
    seed = crc32(f"{SEED}:{topic}".encode())
    return f"((hashint8extended({n}, {seed}) & {_POSITIVE}) % {faces})"


def pick(values: Iterable[str], topic: str, n: str) -> str:
    """SQL for one of a few texts, all of them alike likely."""
    values = list(values)
    return f"({texts(values)})[1 + {dice(topic, len(values), n)}]"


def spin(wheel: Wheel, topic: str, n: str) -> str:
    """SQL for a text of a wheel whose weights are whole numbers."""
    slot = slot_of(wheel.marks, topic, n)
    return f"({texts(map(str, wheel.items))})[{slot}]"


def slot_of(marks: Iterable[int], topic: str, n: str) -> str:
    """SQL for the place, from 1 on, of what the dice fall on among running totals of weights."""
    *below, whole = marks
    inner = ", ".join(map(str, below))
    return f"(1 + width_bucket({dice(topic, whole, n)}, array[{inner}]::bigint[]))"


def person(topic: str, n: str) -> str:
    """SQL for a full name of two or three characters, as `words.person` makes them."""
    first, second = (_letter(words.GIVEN, f"{topic}.{place}", n) for place in ("first", "second"))
    third = f"case when {dice(f'{topic}.length', 4, n)} < 3 then {second} else '' end"
    return f"{_letter(words.SURNAMES, topic, n)} || {first} || {third}"


def uuid(topic: str, n: str) -> str:
    """SQL for a number no other row of the topic has."""
    return f"md5('{topic}' || {n})::uuid"


def _letter(letters: str, topic: str, n: str) -> str:
    return f"substr({text(letters)}, 1 + {dice(topic, len(letters), n)}::int, 1)"
