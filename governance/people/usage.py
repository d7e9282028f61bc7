"""How much each API key is used: counted in the cache as calls come, taken over into rows by a sweep.

A tally of a day only grows and is read whole, so a sweep that comes late, twice or after a kill takes over the same
numbers. When the cache is lost, the calls of that day since the last sweep are lost with it, and no call fails.
"""

from collections import defaultdict
from datetime import date, timedelta

from django.core.cache import cache
from django.db import transaction

from governance.kernel.days import today
from governance.people.enums import TOKEN_USE_KEPT
from governance.people.models import ApiToken, TokenUse

_KEPT = 3 * 24 * 3600  # seconds a tally waits for the sweep
_COUNTS = ("calls", "errors", "limited")
_TOO_MANY = 429


def count_call(token: int, group: str, status: int) -> None:
    """One call more of a key; the day is the office's own."""
    kinds = ["calls"]
    if status == _TOO_MANY:
        kinds.append("limited")
    elif status >= 400:
        kinds.append("errors")
    cache.add_up(_tally(today()), [f"{token}:{group}:{kind}" for kind in kinds], _KEPT)


def keep_token_use(day: date) -> int:
    """Take over the tallies of a day and of the one before; how many rows there are of them."""
    return sum(_keep(one) for one in (day - timedelta(days=1), day))


def forget_token_use(day: date) -> int:
    """Delete what is older than use is kept; how many rows."""
    return TokenUse.objects.filter(day__lt=day - TOKEN_USE_KEPT).delete()[0]


def _tally(day: date) -> str:
    return f"token-use:{day.isoformat()}"


@transaction.atomic
def _keep(day: date) -> int:
    found: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: dict.fromkeys(_COUNTS, 0))
    for field, count in cache.added_up(_tally(day)).items():
        token, group, kind = field.split(":")
        found[int(token), group][kind] = count
    known = set(
        ApiToken.objects.filter(pk__in={token for token, _group in found}).values_list("pk", flat=True)
    )
    kept = {(row.token_id, row.group): row for row in TokenUse.objects.filter(day=day, token__in=known)}
    rows = []
    for (token, group), counts in found.items():
        if token in known:
            row = kept.get((token, group)) or TokenUse(token_id=token, day=day, group=group)
            for kind, count in counts.items():  # a tally that began anew never takes back what is kept
                setattr(row, kind, max(count, getattr(row, kind)))
            rows.append(row)
    TokenUse.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["token", "day", "group"], update_fields=_COUNTS
    )
    return len(rows)
