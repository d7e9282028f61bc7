"""Figures of the machinery in the text format of Prometheus: times, queues and sizes, no persons, no cases."""

import hmac
import time
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.models import Count, Min
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from config import sweeps
from config.models import Heartbeat
from governance.dispatch.models.deliveries import Delivery
from governance.dispatch.states import ON_ITS_WAY
from governance.kernel.metrics import registry

FORWARDED = ("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")
MOST_COUNTED = 1_000_000  # of a queue; what is longer is long enough


@require_safe
@never_cache
@login_not_required
def metrics(request):
    """For whoever has the token; without one in the settings for this machine alone."""
    if not _may_read(request):
        said = _("监控数据须用 METRICS_TOKEN 读取；没有设置时只能在本机读取。")
        return HttpResponse(said, status=403, content_type="text/plain; charset=utf-8")
    figures = registry()
    figures.register(Machinery())
    return HttpResponse(generate_latest(figures), content_type=CONTENT_TYPE_LATEST)


def _may_read(request) -> bool:
    if settings.METRICS_TOKEN:
        offered = request.headers.get("Authorization", "")
        return hmac.compare_digest(offered.encode(), f"Bearer {settings.METRICS_TOKEN}".encode())
    return _is_loopback(request.META.get("REMOTE_ADDR", "")) and not any(
        name in request.headers for name in FORWARDED
    )


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


class Machinery:
    """What database, broker and worker say of themselves; a part that does not answer is told as down."""

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("shanzhi_up", "Whether a part answers", labels=["part"])
        for part, told in (("database", _database), ("broker", _broker)):
            with suppress(Error, redis.RedisError):
                yield from list(told())
                up.add_metric([part], 1)
                continue
            up.add_metric([part], 0)
        yield up
        yield from _backup()


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"shanzhi_{name}", text, value=value)


def _gauges(name: str, text: str, labels: list[str], rows) -> Metric:
    """One gauge of many rows; a row ends with its value, None is left out."""
    family = GaugeMetricFamily(f"shanzhi_{name}", text, labels=labels)
    for *said, value in rows:
        if value is not None:
            family.add_metric([str(word) for word in said], float(value))
    return family


def _rows(sql: str, params=()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _database() -> Iterator[Metric]:
    [(size, most)] = _rows(
        "select pg_database_size(current_database()), current_setting('max_connections')::int"
    )
    yield _gauge("database_size_bytes", "Size of the database", size)
    yield _gauge("database_connections_max", "Connections the server allows", most)
    connections = _rows(
        "select coalesce(state, 'unknown'), count(*) from pg_stat_activity"
        " where datname = current_database() group by 1"
    )
    yield _gauges("database_connections", "Connections by state", ["state"], connections)
    yield from _replicas()
    yield from _outbox()
    yield from _deliveries()
    yield _gauges(
        "heartbeat_age_seconds", "Since a part last worked", ["part"], sorted(Heartbeat.ages().items())
    )


def _replicas() -> Iterator[Metric]:
    """What the primary knows of its replicas; without the role pg_monitor it tells a guest no more than their names."""
    rows = _rows(
        "select application_name, extract(epoch from coalesce(replay_lag, interval '0')),"
        " pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) from pg_stat_replication"
        " where state = 'streaming' and not pg_is_in_recovery()"
    )
    yield _gauges("replica_lag_seconds", "Replay lag of a replica", ["replica"], [row[:2] for row in rows])
    behind = [(name, behind) for name, _lag, behind in rows]
    yield _gauges("replica_lag_bytes", "Log a replica has yet to replay", ["replica"], behind)


def _outbox() -> Iterator[Metric]:
    """Differences not added into the facts; how late they are is since when nobody came to take them."""
    [(waiting,)] = _rows(
        "select count(*) from (select 1 from statistics_outbox limit %s) waiting", [MOST_COUNTED]
    )
    yield _gauge("outbox_rows", f"Differences not drained yet, at most {MOST_COUNTED}", waiting)
    with suppress(redis.RedisError):
        drained = sweeps.told().get("governance.statistics.tasks.drain_outbox", {}).get("succeeded")
        if drained or not waiting:
            lag = time.time() - drained if waiting else 0
            yield _gauge("outbox_lag_seconds", "Since the last drain while differences wait", lag)


def _deliveries() -> Iterator[Metric]:
    rows = Delivery.objects.filter(state__in=ON_ITS_WAY).order_by()
    counts = rows.values_list("channel", "state").annotate(Count("pk"))
    yield _gauges("deliveries_waiting", "Messages on their way out", ["channel", "state"], counts)
    now = timezone.now()
    due = rows.filter(next_at__lte=now, is_for_digest=False).values_list("channel").annotate(Min("next_at"))
    late = [(channel, (now - first).total_seconds()) for channel, first in due]
    yield _gauges("deliveries_late_seconds", "For how long the oldest due message waits", ["channel"], late)


def _broker() -> Iterator[Metric]:
    with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2) as broker:
        yield _gauge("tasks_waiting", "Tasks nobody has taken", broker.llen("celery"))
    known = sorted(sweeps.told().items())
    for name, text in (("runs", "Tasks run"), ("failures", "Tasks failed"), ("seconds", "Time of tasks")):
        family = CounterMetricFamily(f"shanzhi_task_{name}", text, labels=["task"])
        for task, figures in known:
            family.add_metric([task], figures.get(name, 0))
        yield family
    for name, text in (("ended", "When a task last ended"), ("succeeded", "When a task last went well")):
        rows = [(task, figures.get(name)) for task, figures in known]
        yield _gauges(f"task_{name}_timestamp_seconds", text, ["task"], rows)
    rows = [(task, figures.get("took")) for task, figures in known]
    yield _gauges("task_last_seconds", "How long the last run of a task took", ["task"], rows)


def _backup() -> Iterator[Metric]:
    """The age of the file that the backup touches when it has gone well, see docs/operations.md."""
    if settings.BACKUP_MARK:
        with suppress(OSError):
            age = time.time() - Path(settings.BACKUP_MARK).stat().st_mtime
            yield _gauge("backup_age_seconds", "Since the last backup that went well", age)
