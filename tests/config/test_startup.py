"""The whole machinery as processes: started, stopped, killed, restarted."""

import contextlib
import http.client
import os
import pwd
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from config.embedded import process

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.startup,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
INHERITED = (
    *("DATABASE_URL", "REDIS_URL", "VAR_DIR", "DEMO_MODE", "PROCESS_KIND", "DJANGO_SETTINGS_MODULE"),
    "PYTHONDONTWRITEBYTECODE",  # a second start finds the code compiled, wherever the tests run
)


class Installation:
    """One var folder; `up()` runs the supervisor on it."""

    def __init__(self, var_dir: Path, account=None):
        self.account = account
        environment = {key: value for key, value in os.environ.items() if key not in INHERITED}
        self.environment = environment | {
            "VAR_DIR": str(var_dir),
            "FIRST_START": "empty",
            "PYTHONUNBUFFERED": "1",
        }
        self.lines: list[str] = []

    def manage(self, *args, **options):
        if self.account:
            options |= {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", ROOT / "manage.py", *args],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **options,
        )

    @contextlib.contextmanager
    def up(self, port: int):
        """Yields (process, address) once it says it is ready."""
        self.lines = []
        running = self.manage("up", "--port", str(port))
        try:
            yield running, self._address(running)
        finally:
            if running.poll() is None:
                running.terminate()
            self.lines += running.communicate(timeout=30)[0].splitlines()

    def _address(self, running) -> str:
        for line in running.stdout:
            self.lines.append(line.rstrip())
            if found := re.search(r"ready:\s+http://(\S+)", line):
                return found[1]
        raise AssertionError("\n".join(self.lines))


def accounts():
    yield pytest.param(None, id="myself")
    if os.geteuid() == 0:
        reachable = all(
            process.readable_by_all(Path(file)) for file in (__file__, os.__file__, pytest.__file__)
        )
        unreachable = pytest.mark.skipif(
            not reachable, reason="this Python or checkout is closed to other accounts"
        )
        yield pytest.param(process.SERVICE_ACCOUNT, id="ordinary", marks=unreachable)


@pytest.fixture(scope="module")
def installation(request):
    """Started once from nothing, which is also the test of the first start and of Ctrl-C."""
    name = getattr(request, "param", None)
    account = pwd.getpwnam(name) if name else None
    with tempfile.TemporaryDirectory(prefix="shanzhi-startup-", ignore_cleanup_errors=True) as folder:
        var_dir = Path(folder) / "var"
        var_dir.mkdir()
        Path(folder).chmod(0o755)
        if account:
            os.chown(var_dir, account.pw_uid, account.pw_gid)
        installation = Installation(var_dir, account)
        with installation.up(free_port()) as (running, address):
            assert status(address, "/healthz") == status(address, "/readyz") == 200
            family = descendants(running.pid)
            running.send_signal(signal.SIGINT)
            assert running.wait(15) == 0, installation.lines
        assert len(family) > 10
        assert still_alive(family) == []
        yield installation


def test_taken_port_gives_way_to_the_next_free_one(installation):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with installation.up(port) as (running, address):
            assert int(address.partition(":")[2]) > port
            assert status(address, "/readyz") == 200
            running.terminate()
            assert running.wait(15) == 0


@pytest.mark.parametrize("installation", list(accounts()), indirect=True)
def test_killed_supervisor_leaves_no_orphan_and_no_damage(installation):
    write = (
        "from django.contrib.auth.models import Group; Group.objects.create(name='kept'); print('written')"
    )
    read = "from django.contrib.auth.models import Group; print('rows', Group.objects.filter(name='kept').count())"
    with installation.up(free_port()) as (running, _address):
        assert "written" in run(installation, "shell", "-c", write)
        family = descendants(running.pid)
        running.kill()
        running.wait()
        assert still_alive(family, within=15) == []

    begun = time.monotonic()
    with installation.up(free_port()) as (running, address):
        assert time.monotonic() - begun < 10 * patience()
        assert status(address, "/readyz") == 200
        assert "rows 1" in run(installation, "shell", "-c", read)


def test_death_of_the_worker_ends_all_and_is_named(installation):
    with installation.up(free_port()) as (running, _address):
        family = descendants(running.pid)
        os.kill(pid_of(family, "config.celery worker"), signal.SIGKILL)
        assert running.wait(15) == 1
    assert "worker" in "\n".join(line for line in installation.lines if "CommandError" in line)
    assert still_alive(family) == []


def test_command_brings_its_own_servers_and_takes_them_away(installation):
    command = installation.manage("shell", "-c", "import time; print('in', flush=True); time.sleep(1)")
    for line in command.stdout:
        if line.strip() == "in":
            break
    family = descendants(command.pid)

    assert command.wait(15) == 0
    assert pid_of(family, "postgres", dead=True) and pid_of(family, "valkey", dead=True)
    assert still_alive(family) == []
    command.stdout.close()


def patience() -> int:
    """The promised seconds are for a quiet machine."""
    return 1 if os.getloadavg()[0] < os.cpu_count() else 3


def run(installation, *args) -> str:
    return installation.manage(*args).communicate(timeout=60)[0]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def status(address: str, path: str) -> int:
    connection = http.client.HTTPConnection(address, timeout=10)
    with contextlib.closing(connection):
        connection.request("GET", path)
        return connection.getresponse().status


def descendants(pid: int) -> dict[int, str]:
    """Process id → command line, of the whole family below a process."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    family, generation = {}, {pid}
    while generation:
        generation = {child for child, parent in parents.items() if parent in generation}
        for child in generation:
            with contextlib.suppress(OSError):
                family[child] = (Path("/proc") / str(child) / "cmdline").read_text().replace("\0", " ")
    return family


def pid_of(family: dict[int, str], word: str, *, dead: bool = False) -> int:
    return min(pid for pid, command in family.items() if f"{word} " in command or (dead and word in command))


def still_alive(family: dict[int, str], *, within: float = 5) -> list[str]:
    until = time.monotonic() + within
    while True:
        alive = [command for pid, command in family.items() if _same_process(pid, command)]
        if not alive or time.monotonic() > until:
            return alive
        time.sleep(0.1)


def _same_process(pid: int, command: str) -> bool:
    with contextlib.suppress(OSError):
        return (Path("/proc") / str(pid) / "cmdline").read_text().replace("\0", " ") == command != ""
    return False
