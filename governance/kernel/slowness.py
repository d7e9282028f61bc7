"""Statements that took too long: their text without a value, left in the cache until a sweep adds them up."""

import hashlib
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone
from redis import RedisError

KEY = "slow-statements"
MOST_WAITING = 2000  # of a minute; older ones go first
LONGEST_TEXT = 2000
_PIECES = re.compile(
    r"""(?P<name>"[^"]*")|(?P<note>--[^\n]*|/\*.*?\*/)|'(?:[^']|'')*'|\$(\w*)\$.*?\$\3\$|\b\d+(?:\.\d+)?\b""",
    re.S,
)
_LISTS = re.compile(r"(%s|\?)(?:\s*,\s*(?:%s|\?))+")


@dataclass(frozen=True)
class Slow:
    """One call of a statement."""

    route: str
    text: str
    seconds: float
    at: datetime

    @property
    def digest(self) -> str:
        return hashlib.md5(self.text.encode(), usedforsecurity=False).hexdigest()


def impersonal(sql: str) -> str:
    """A statement on one line with every written-in value as `?`, and however many of them in a row as one."""
    bare = _PIECES.sub(lambda found: found["name"] or (" " if found["note"] else "?"), sql)
    return _LISTS.sub(r"\1, …", " ".join(bare.split()))[:LONGEST_TEXT]


def leave(route: str, calls: list[tuple[str, float]]) -> None:
    """Note down the slow calls of a piece of work; without the cache they are forgotten."""
    at = timezone.now().isoformat()
    lines = [json.dumps([route, impersonal(sql), seconds, at]) for sql, seconds in calls]
    with suppress(RedisError):
        cache.append(KEY, lines, MOST_WAITING)


def take() -> list[Slow]:
    """What was left since somebody last came for it."""
    found = [json.loads(line) for line in cache.take(KEY)]
    return [Slow(route, text, seconds, datetime.fromisoformat(at)) for route, text, seconds, at in found]
