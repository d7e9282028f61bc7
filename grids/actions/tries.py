"""How often a stranger may do something: counted in the database, so it holds over every web process.

Reading is never counted. The counters live where the reports live: when the database is away nothing can
be handed in anyway, and no other store has to be up for a flood to be kept out.
"""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.kernel.context import facts
from governance.kernel.errors import Refused
from governance.kernel.sealing import blind_index
from grids.enums.public import RATES, TRIES_KEPT, Rate, TryPurpose
from grids.models import PublicTry


class TooOften(Refused):
    """Somebody does a thing more often than people do; `wait` is in seconds."""

    def __init__(self, wait: int):
        minutes = max(1, -(-wait // 60))
        super().__init__(
            "too_often",
            _(
                "短时间内提交的次数太多，这一次没有收下。请过 {minutes} 分钟再试；事情紧急的，请直接打电话。"
            ).format(minutes=minutes),
        )
        self.wait = wait


def count_try(purpose: str, key: str = "") -> None:
    """Count one try of a key, of the client's address unless another is given; `TooOften` past the rate.

    Called before anything else is read or written, and outside the verb's transaction: a refused try counts.
    """
    now = timezone.now()
    digest = _digest(purpose, key)
    for rate in RATES[TryPurpose(purpose)]:
        window = _window(now, rate)
        if _raised(purpose, digest, rate, window) > rate.most:
            raise TooOften(int((window + timedelta(seconds=rate.seconds) - now).total_seconds()))


def forgive_try(purpose: str, key: str = "") -> None:
    """Take a counted try back: it was a right one."""
    now, digest = timezone.now(), _digest(purpose, key)
    for rate in RATES[TryPurpose(purpose)]:
        PublicTry.objects.filter(
            purpose=purpose,
            key_index=digest,
            seconds=rate.seconds,
            window_start=_window(now, rate),
            count__gt=0,
        ).update(count=F("count") - 1)


def forget_tries(now: datetime | None = None) -> int:
    """Delete the counts of windows long over."""
    deleted, _rows = PublicTry.objects.filter(window_start__lt=(now or timezone.now()) - TRIES_KEPT).delete()
    return deleted


def _digest(purpose: str, key: str) -> str:
    return blind_index(f"try_{purpose}", key or facts.get().address or "unknown")


def _window(now: datetime, rate: Rate) -> datetime:
    return datetime.fromtimestamp(now.timestamp() // rate.seconds * rate.seconds, tz=now.tzinfo)


def _raised(purpose: str, digest: str, rate: Rate, window: datetime) -> int:
    """One more, and how many that makes, in one statement: two at once are two."""
    table = PublicTry._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} as t (purpose, key_index, seconds, window_start, count) values (%s, %s, %s, %s, 1)"  # noqa: S608 — our own table name
            " on conflict (purpose, key_index, seconds, window_start) do update set count = t.count + 1"
            " returning count",
            [purpose, digest, rate.seconds, window],
        )
        (count,) = cursor.fetchone()
    return count
