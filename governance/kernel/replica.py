"""Statistics read from a streaming replica: told as of when, and only while it is close behind the primary.

Rooms named in `REPLICA_ROOMS` read there while they answer GET. What stands in `OF_THE_PRIMARY` is never read there:
who asks and what they may (a right that was taken away counts at once), and what somebody has just saved for himself.
Nothing is ever written there.
"""

import time
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, InterfaceError, OperationalError, connection, connections

ALIAS = "replica"
LEFT_ALONE = 10.0  # seconds, once it did not answer
STATEMENT_TIME_OUT = "57014"

_reads_from: ContextVar[str] = ContextVar("reads_from", default=DEFAULT_DB_ALIAS)


@dataclass(frozen=True)
class Replayed:
    """All that was committed by `as_of` is there; the replica is `lag` seconds behind."""

    as_of: datetime
    lag: float


class Outage:
    """Until when this process leaves the replica alone, so that not every page waits for it."""

    until = 0.0

    @classmethod
    def begin(cls) -> None:
        cls.until = time.monotonic() + LEFT_ALONE

    @classmethod
    def is_on(cls) -> bool:
        return time.monotonic() < cls.until


class ReplicaRouter:
    """Reads go where the request at hand reads; writes and tables to the primary."""

    def db_for_read(self, model, **hints) -> str:
        names = {model._meta.app_label, model._meta.label}
        return DEFAULT_DB_ALIAS if names & settings.OF_THE_PRIMARY else _reads_from.get()

    def db_for_write(self, model, **hints) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints) -> bool:
        return True

    def allow_migrate(self, db, app_label, **hints) -> bool:
        return db == DEFAULT_DB_ALIAS


def reading():
    """The connection that SQL of our own reads by."""
    return connections[_reads_from.get()]


def replayed() -> Replayed | None:
    """How far the replica has come; None when there is none, or it is away, too far behind or no replica any more.

    Its log position is compared with the primary's own: a replica cut off from the primary believes itself up to date.
    """
    if ALIAS not in connections.settings or Outage.is_on():
        return None
    try:
        with connection.cursor() as cursor:
            cursor.execute("select clock_timestamp(), pg_current_wal_insert_lsn()::text")
            now, written = cursor.fetchone()
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(
                "select pg_is_in_recovery(), pg_last_wal_replay_lsn() >= %s::pg_lsn,"
                " pg_last_xact_replay_timestamp()",
                [written],
            )
            is_replica, has_all, last = cursor.fetchone()
    except Error:
        give_up()
        return None
    as_of = now if has_all else last
    if not is_replica or as_of is None:
        return None
    lag = max((now - as_of).total_seconds(), 0.0)
    return Replayed(min(as_of, now), lag) if lag <= settings.REPLICA_MAX_LAG else None


def give_up() -> None:
    """Leave the replica alone for a while."""
    Outage.begin()
    connections[ALIAS].close()


class ReplicaMiddleware:
    """Let pages and endpoints of figures read from the replica, and once more from the primary should it fail them.

    The answer says in its head as of when it was read, the page at its foot.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.replica, request.read_again = None, None
        token = _reads_from.set(DEFAULT_DB_ALIAS)
        try:
            response = self.get_response(request)
        finally:
            _reads_from.reset(token)
        if request.replica:
            response["X-Replica-As-Of"] = request.replica.as_of.isoformat()
            response["X-Replica-Lag"] = f"{request.replica.lag:.3f}"
        return response

    def process_view(self, request, view, args, kwargs):
        is_of_figures = getattr(view, "__module__", "").startswith(settings.REPLICA_ROOMS)
        if request.method in ("GET", "HEAD") and is_of_figures and (found := replayed()):
            request.replica = found
            request.read_again = lambda: view(request, *args, **kwargs)
            _reads_from.set(ALIAS)

    def process_exception(self, request, exception):
        if not request.replica or not isinstance(exception, OperationalError | InterfaceError):
            return None
        if getattr(exception.__cause__, "pgcode", None) == STATEMENT_TIME_OUT:
            return None
        give_up()
        request.replica = None
        _reads_from.set(DEFAULT_DB_ALIAS)
        return request.read_again()
