"""Who started the embedded servers stops them; everyone else may use them meanwhile."""

import fcntl
import os
import time
from contextlib import contextmanager
from pathlib import Path

from config.embedded.postgres import PostgresServer
from config.embedded.valkey import ValkeyServer

ALIVE_WITHIN = 60.0


def embedded_servers(settings) -> list[PostgresServer | ValkeyServer]:
    """Those of the two that the settings' addresses lead to."""
    postgres, valkey = PostgresServer(settings.VAR_DIR), ValkeyServer(settings.VAR_DIR)
    chosen = []
    if settings.DATABASES["default"].get("HOST") == str(postgres.sockets):
        chosen.append(postgres)
    if str(valkey.socket) in settings.REDIS_URL:
        chosen.append(valkey)
    return chosen


class OwnerLock:
    """Held by the process that started the servers; the kernel releases it whatever way that process ends."""

    def __init__(self, var_dir: Path):
        self.folder = Path(var_dir)
        self.file = None

    def take(self, what: str) -> bool:
        self.folder.mkdir(parents=True, exist_ok=True)
        file = (self.folder / "servers.lock").open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        file.truncate(0)
        file.write(f"{os.getpid()} {what}\n")
        file.flush()
        self.file = file
        return True

    def holder(self) -> str:
        return (self.folder / "servers.lock").read_text().strip()

    def release(self) -> None:
        self.file.close()


@contextmanager
def borrowed(settings, *, what: str):
    """The servers for as long as one command runs: started here only if nobody else runs them."""
    servers = embedded_servers(settings)
    if not servers:
        yield
        return
    lock = OwnerLock(settings.VAR_DIR)
    with_lock = lock.take(what)
    with (Path(settings.VAR_DIR) / "servers.users").open("w") as users:
        if not with_lock:
            fcntl.flock(users, fcntl.LOCK_SH)
            _wait_until_alive(servers)
            yield
            return
        try:
            for server in servers:
                server.start()
            yield
        finally:
            fcntl.flock(users, fcntl.LOCK_EX)  # until the last guest has left
            for server in reversed(servers):
                server.stop()
            lock.release()


def _wait_until_alive(servers) -> None:
    until = time.monotonic() + ALIVE_WITHIN
    while not all(server.is_alive() for server in servers):
        if time.monotonic() > until:
            raise SystemExit("内置数据库没有应答。 (The embedded servers do not answer.)")
        time.sleep(0.1)
