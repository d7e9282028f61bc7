"""Seeded chance: the same seed gives the same city, whatever is generated before or after."""

import math
from bisect import bisect
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings

from governance.casework.enums import PUBLIC_CODE_LENGTH, PUBLIC_CODE_LETTERS

SEED = 640100
ZONE = ZoneInfo(settings.TIME_ZONE)


def chance(topic: str) -> Random:
    """The dice of one topic."""
    return Random(f"{SEED}:{topic}")


def spread(total: int, weights: list[float], least: int = 0) -> list[int]:
    """Split `total` over `weights`, whole numbers, none under `least`, exactly adding up."""
    rest = total - least * len(weights)
    assert rest >= 0, "the least share is larger than what there is to share"
    whole = sum(weights)
    exact = [rest * weight / whole for weight in weights]
    shares = [math.floor(share) for share in exact]
    order = sorted(range(len(weights)), key=lambda i: shares[i] - exact[i])
    for i in order[: rest - sum(shares)]:
        shares[i] += 1
    return [share + least for share in shares]


class Wheel:
    """A choice among items with weights, prepared once and spun often: `Wheel({"a": 3, "b": 1}).spin(dice)`."""

    def __init__(self, items: dict):
        self.items = tuple(items)
        self.marks = tuple(accumulate(items.values()))

    def spin(self, dice: Random):
        return self.items[bisect(self.marks, dice.random() * self.marks[-1])]


def at(day: date, dice: Random, first: int = 8, last: int = 20) -> datetime:
    """A moment of a day between two hours, local, never in the future."""
    moment = datetime.combine(
        day, time(dice.randint(first, last - 1), dice.randrange(60), dice.randrange(60)), ZONE
    )
    return min(moment, datetime.now(ZONE) - timedelta(minutes=1))


def past(when: datetime) -> datetime:
    """A moment of today moved into the part of the day that is over, in the order of the others; earlier ones stay."""
    now = datetime.now(ZONE)
    midnight = datetime.combine(now.date(), time(), ZONE)
    if when < midnight:
        return when
    return midnight + (now - midnight) * min((when - midnight) / timedelta(days=1), 1)


def day_before(today: date, dice: Random, days: int = 364) -> date:
    """A day of the last `days` days up to today, a little likelier the later it is."""
    return today - timedelta(days=int(days * dice.random() ** 1.15))


def public_code(dice: Random, taken: set[str]) -> str:
    """A code to ask for a case's progress by, unlike those taken already."""
    while True:
        code = "".join(dice.choices(PUBLIC_CODE_LETTERS, k=PUBLIC_CODE_LENGTH))
        if code not in taken:
            taken.add(code)
            return code
