"""Addresses of the database and the broker, and the secrets of a first start. Reading them starts nothing."""

import base64
import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from config.embedded import process
from config.embedded.postgres import DATABASE, ROLE, PostgresServer
from config.embedded.valkey import ValkeyServer

# By what the process is for (PROCESS_KIND): statement, lock and idle-in-transaction time-outs.
TIME_LIMITS = {
    "web": ("5s", "2s", "30s"),
    "worker": ("60s", "5s", "60s"),
    "beat": ("5s", "2s", "30s"),
    "command": ("0", "10s", "0"),
}
# How many joined tables the planner puts into another order than ours. A page's row joins up to seventeen, and trying
# out their orders takes fifty times longer than reading the row; the first few decide.
JOINS_WEIGHED = 4
# Starting helper processes takes ten times as long as most of what a page asks; with many at a time none are free.
HELPERS_OF_A_QUERY = {"web": 0, "worker": 2, "beat": 0, "command": 2}
# Whether looked-up rows are remembered within a query. The room for that is made for all rows there are, before the
# first is read: of ten million visits a page shows fifty, and waited 5 ms for room it did not use.
REMEMBERING = {"web": "off", "worker": "on", "beat": "off", "command": "on"}


def local_secret(var_dir: Path, name: str) -> str:
    """A random secret of this installation in base64, made when first asked for, for its owner alone."""
    folder = Path(var_dir) / "secrets"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return process.written_once(folder / name, base64.b64encode(secrets.token_bytes(48)).decode())


def is_demo(var_dir: Path) -> bool:
    """What the first start of this installation chose; before it, what that start is about to choose."""
    chosen = Path(var_dir) / "mode"
    return (chosen.read_text().strip() if chosen.exists() else os.environ.get("FIRST_START")) == "demo"


def process_kind() -> str:
    """What this process is for."""
    return os.environ.get("PROCESS_KIND", "web")


def database(url: str, var_dir: Path) -> dict:
    """The entry of DATABASES: the server named by the address, else the embedded one."""
    place = (
        _from_url(url)
        if url
        else {"NAME": DATABASE, "USER": ROLE, "HOST": str(PostgresServer(var_dir).sockets)}
    )
    options = place.pop("OPTIONS", {})
    kind = process_kind()
    statement, lock, idle = TIME_LIMITS[kind]
    limits = {
        "statement_timeout": statement,
        "lock_timeout": lock,
        "idle_in_transaction_session_timeout": idle,
        "join_collapse_limit": JOINS_WEIGHED,
        "max_parallel_workers_per_gather": HELPERS_OF_A_QUERY[kind],
        "enable_memoize": REMEMBERING[kind],
        "jit": "off",
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        **place,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 5,
            "application_name": f"shanzhi-{kind}",
            "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
            **options,
        },
    }


def databases(url: str, replica_url: str, var_dir: Path) -> dict:
    """DATABASES: the primary, and the replica if there is one."""
    return {"default": database(url, var_dir)} | replica(replica_url)


def replica(url: str) -> dict:
    """The entry of the replica that statistics read from, where there is one; nothing can be written through it."""
    if not url:
        return {}
    entry = database(url, Path())
    entry["OPTIONS"] |= {"connect_timeout": 2}
    entry["OPTIONS"]["options"] += " -c default_transaction_read_only=on"
    return {"replica": entry | {"TEST": {"MIRROR": "default"}}}


def _from_url(url: str) -> dict:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError(
            "DATABASE_URL, DATABASE_REPLICA_URL: expected postgresql://user:password@host:port/name"
        )
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(_host_as_written(parts.netloc)),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _host_as_written(netloc: str) -> str:
    """`urlsplit().hostname` lower-cases, and a socket folder's name may carry capitals."""
    host = netloc.rpartition("@")[2]
    return host[1 : host.index("]")] if host.startswith("[") else host.partition(":")[0]


def valkey_url(var_dir: Path) -> str:
    return f"unix://{ValkeyServer(var_dir).socket}?db=0"


def cache(redis_url: str) -> dict:
    """The entry of CACHES."""
    return {
        "BACKEND": "governance.kernel.caching.ForgivingRedisCache",
        "LOCATION": cache_url(redis_url),
    }


def cache_url(redis_url: str) -> str:
    """The database after the broker's, so that emptying the cache never empties a queue."""
    parts = urlsplit(redis_url)
    if parts.scheme == "unix":
        query = dict(parse_qsl(parts.query))
        return f"unix://{parts.path}?{urlencode(query | {'db': int(query.get('db', 0)) + 1})}"
    number = int(parts.path.strip("/") or 0) + 1
    return urlunsplit(parts._replace(path=f"/{number}"))


def broker_url(redis_url: str) -> str:
    """The same address in Celery's spelling."""
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    number = dict(parse_qsl(parts.query)).get("db", 0)
    return f"redis+socket://{parts.path}?virtual_host={number}"
