"""Runs our processes as children: prefixed output, one death ends all, nothing outlives us."""

import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from contextlib import contextmanager, suppress

from config.embedded import process

STOP_WITHIN = 10.0  # the database and broker have the rest of the promised 15 seconds
TAIL = 15


class Stopped(BaseException):
    """We were asked to stop. Not an Exception: nothing on the way may swallow it."""


class ChildDied(Exception):
    def __init__(self, name: str, code: int, tail: str):
        super().__init__(
            f"{name} 意外退出，代码 {code} (ended with code {code})。最后的输出 (last lines):\n{tail}"
        )


@contextmanager
def stoppable():
    """Turn the usual signals into `Stopped`; one that our starter set to be ignored (nohup) stays ignored."""

    def stop(number, frame):
        raise Stopped(signal.Signals(number).name)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number == signal.SIGINT or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, stop)
    yield


class Child:
    def __init__(self, name: str, args: list, environment: dict[str, str]):
        self.name, self.args, self.environment = name, args, environment
        self.tail: deque[str] = deque(maxlen=TAIL)
        self.rest = b""
        self.start()

    def start(self) -> None:
        self.started_at = time.monotonic()
        self.popen = process.spawn(
            self.args, env=os.environ | self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def age(self) -> float:
        return time.monotonic() - self.started_at

    def read(self) -> list[str] | None:
        """The whole lines that have come; None when it has closed its output."""
        data = os.read(self.popen.stdout.fileno(), 65536)
        *lines, self.rest = (self.rest + data).split(b"\n")
        if not data and self.rest:
            lines, self.rest = [*lines, self.rest], b""
        texts = [line.decode(errors="replace") for line in lines]
        self.tail.extend(texts)
        return texts if data or texts else None

    def signal_group(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.popen.pid, number)


class Supervisor:
    """Not for threads: children are bound to the life of the thread that starts them."""

    def __init__(self, servers):
        self.servers = servers
        self.children: dict[str, Child] = {}
        self.selector = selectors.DefaultSelector()

    def spawn(self, name: str, args: list, **environment: str) -> None:
        self.children[name] = Child(name, args, environment)
        self._listen(self.children[name])

    def restart(self, name: str) -> None:
        child = self.children[name]
        self._end([child])
        child.start()
        self._listen(child)

    def run(self, *, until=None, within: float | None = None, every: float = 0.3) -> bool:
        """Pass on output and watch. Ends with True once `until()` holds, with False when time is up.

        `until()` is asked `every` so many seconds, however much is said in between: asking may itself be said.
        """
        deadline = None if within is None else time.monotonic() + within
        asked = time.monotonic()
        while deadline is None or time.monotonic() < deadline:
            self._pump(every)
            self._look_for_dead()
            if until is not None and time.monotonic() - asked >= every:
                asked = time.monotonic()
                if until():
                    return True
        return False

    def stop(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        self._end(list(self.children.values()))
        for server in reversed(self.servers):
            server.stop(within=2.5)

    def _listen(self, child: Child) -> None:
        self.selector.register(child.popen.stdout, selectors.EVENT_READ, child)

    def _pump(self, timeout: float) -> None:
        for key, _events in self.selector.select(timeout):
            self._pass_on(key.data)
        if not self.selector.get_map():
            time.sleep(timeout)

    def _pass_on(self, child: Child) -> None:
        lines = child.read()
        if lines is None:
            self.selector.unregister(child.popen.stdout)
            child.popen.stdout.close()
            return
        for line in lines:
            sys.stdout.write(f"{child.name:>6} | {line}\n")
        sys.stdout.flush()

    def _look_for_dead(self) -> None:
        for child in self.children.values():
            if child.popen.poll() is not None:
                self._pump(0.2)
                raise ChildDied(child.name, child.popen.returncode, "\n".join(child.tail))
        for server in self.servers:
            if server.popen.poll() is not None:
                raise ChildDied(server.name, server.popen.returncode, process.last_lines(server.log, TAIL))

    def _end(self, children: list[Child]) -> None:
        for child in children:
            child.popen.terminate()
        until = time.monotonic() + STOP_WITHIN
        while any(child.popen.poll() is None for child in children) and time.monotonic() < until:
            self._pump(0.05)
        for child in children:
            child.signal_group(signal.SIGKILL)  # also sweeps what a dead child left behind
            child.popen.wait()
            if not child.popen.stdout.closed:
                self.selector.unregister(child.popen.stdout)
                child.popen.stdout.close()
