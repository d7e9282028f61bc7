"""Everything in one command: servers, migrations, demo city, web, worker and beat under one supervisor."""

import http.client
import os
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connections

from config.celery import app as celery
from config.embedded import process
from config.embedded.ownership import OwnerLock, embedded_servers
from config.health import broker_answers
from config.models import Heartbeat
from config.supervisor import ChildDied, Stopped, Supervisor, stoppable
from demo.accounts import describe

READY_WITHIN = 120
LOOK_EVERY = 15
CELERY = [sys.executable, "-m", "celery", "--quiet", "--app", "config.celery"]
WORKER = [
    *(*CELERY, "worker", "--loglevel", "WARNING", "--concurrency", "2"),
    *("--without-gossip", "--without-mingle", "--max-tasks-per-child", "500"),
]
# The schedule is in code and jobs catch up by their rows: nothing to remember in a file.
BEAT = [*CELERY, "beat", "--loglevel", "WARNING", "--scheduler", "celery.beat:Scheduler", "--pidfile", ""]
WEB = [
    sys.executable,
    "-m",
    "gunicorn",
    "--config",
    settings.BASE_DIR / "config" / "gunicorn.py",
    "config.wsgi",
]


class Command(BaseCommand):
    help = "启动善治：数据库、消息队列、网页、后台任务，一条命令。"
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--empty", action="store_true", help="不载入示范城市")

    def handle(self, *, port, empty, **options):
        self.choose_mode(empty)
        lock = OwnerLock(settings.VAR_DIR)
        if not lock.take("up"):
            raise CommandError(f"已在运行 (already running): {lock.holder()}")
        supervisor = Supervisor([])
        with stoppable():
            try:
                self.start(supervisor, free_port(port))
            except Stopped as stopped:
                self.stderr.write(f"正在停止 (stopping, {stopped}) …")
            except ChildDied as death:
                raise CommandError(str(death)) from None
            finally:
                connections.close_all()
                supervisor.stop()
                lock.release()

    def choose_mode(self, empty):
        """A city of demo rows and a real one never share a database: the first start decides."""
        mode_file = Path(settings.VAR_DIR) / "mode"
        if empty and settings.DEMO_MODE:
            raise CommandError(
                "这里已有示范城市；空库请另设 VAR_DIR。 (Demo data is here: set another VAR_DIR.)"
            )
        mode_file.parent.mkdir(parents=True, exist_ok=True)
        if not mode_file.exists():
            mode_file.write_text("demo\n" if settings.DEMO_MODE else "empty\n")

    def start(self, supervisor, port):
        for server in embedded_servers(settings):
            supervisor.servers.append(server)
            server.start()
        self.prepare()
        told = {
            "LOG_LEVEL": os.environ.get("LOG_LEVEL", "WARNING")
        }  # a line a request is too much for a terminal
        supervisor.spawn("web", WEB, BIND=f"127.0.0.1:{port}", PROCESS_KIND="web", **told)
        supervisor.spawn("worker", WORKER, PROCESS_KIND="worker", **told)
        supervisor.spawn("beat", BEAT, PROCESS_KIND="beat", **told)
        answer = Readiness(port)
        if not supervisor.run(until=answer.is_ready, within=READY_WITHIN):
            raise CommandError(f"{READY_WITHIN} 秒内未就绪 (not ready in time): {answer.last}")
        self.announce(port)
        while True:
            supervisor.run(within=LOOK_EVERY)
            self.wake_silent_worker(supervisor)

    def prepare(self):
        """Bring the database to this version; load what a new one needs."""
        call_command("migrate", interactive=False, verbosity=0)
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        hand_over(Path(settings.AUDIT_HEADS_FILE).parent)
        hand_over(Path(settings.MEDIA_ROOT))
        call_command("load_preset", "base")
        if settings.DEMO_MODE:
            self.stdout.write("示范城市（第一次启动时载入） · the demo city, loaded by the first start")
            self.stdout.flush()
            call_command("load_demo")
        Heartbeat.objects.all().delete()
        connections.close_all()

    def announce(self, port):
        write = self.stdout.write
        write(f"\n善治已就绪 · Shanzhi is ready:  http://127.0.0.1:{port}\n")
        if settings.DEMO_MODE:
            accounts, token = describe()
            for role, username, password in accounts:
                write(f"  {username:<20} {password:<20} {role}")
            write(f"\nAPI token: {token}")
        write("Ctrl-C 停止 (stops everything).\n")
        self.stdout.flush()

    def wake_silent_worker(self, supervisor):
        """A worker can live on without taking tasks once its broker came back: restart it, unless busy."""
        worker = supervisor.children["worker"]
        limit = settings.HEARTBEAT_STALE_AFTER
        if worker.age() > limit and silent_for(limit) and broker_answers()["ok"] and not is_busy():
            self.stderr.write("worker 没有响应，重新启动 (silent, restarting) …")
            supervisor.restart("worker")


class Readiness:
    def __init__(self, port):
        self.port, self.last = port, "-"
        host = settings.ALLOWED_HOSTS[0].lstrip(".") if settings.ALLOWED_HOSTS else "localhost"
        self.headers = {"Host": "localhost" if host == "*" else host}

    def is_ready(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz", headers=self.headers)
            response = connection.getresponse()
            self.last = f"{response.status} {response.read(500).decode(errors='replace')}"
            return response.status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException) as error:
            self.last = repr(error)
            return False
        finally:
            connection.close()


def free_port(wanted: int) -> int:
    for port in range(wanted, min(wanted + 100, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise CommandError(f"{wanted} 起的 100 个端口都被占用。 (No free port from {wanted} on.)")


def hand_over(folder: Path) -> None:
    """Give a folder the worker writes in to the account it runs as."""
    folder.mkdir(parents=True, exist_ok=True)
    account = process.service_account()
    if account:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid)


def silent_for(limit: float) -> bool:
    try:
        return Heartbeat.ages().get("worker", limit + 1) > limit
    except Error:
        return False
    finally:
        connections.close_all()


def is_busy() -> bool:
    answers = celery.control.inspect(timeout=3).active() or {}
    return any(answers.values())
