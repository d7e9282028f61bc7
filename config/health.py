"""Is the process there (/healthz), could it serve now (/readyz)? Neither needs a log-in or shows data."""

from functools import cache

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.models import Heartbeat

PARTS = ("beat", "worker")


@require_safe
@never_cache
@login_not_required
def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
@login_not_required
def readyz(request):
    checks = {"broker": broker_answers(), **database_checks()}
    ready = all(check["ok"] for check in checks.values())
    return JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)


def broker_answers() -> dict:
    client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2)
    try:
        return {"ok": client.ping()}
    except redis.RedisError:
        return {"ok": False}
    finally:
        client.close()


def database_checks() -> dict:
    nothing = {"database": False, "migrations": False, **dict.fromkeys(PARTS, False)}
    try:
        connection.ensure_connection()
        if not migrations_applied():
            return {name: {"ok": name == "database"} for name in nothing}
        ages = Heartbeat.ages()
    except Error:
        return {name: {"ok": False} for name in nothing}
    return {
        "database": {"ok": True},
        "migrations": {"ok": True},
        **{part: _age_of(part, ages) for part in PARTS},
    }


def _age_of(part: str, ages: dict[str, float]) -> dict:
    age = ages.get(part)
    return {"ok": age is not None and age <= settings.HEARTBEAT_STALE_AFTER, "age": age and round(age, 1)}


def migrations_applied() -> bool:
    try:
        return _all_applied_once()
    except LookupError:
        return False


@cache
def _all_applied_once() -> bool:
    """Remembered only when it holds: exceptions are not cached, and migrations do not unapply themselves."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise LookupError
    return True
