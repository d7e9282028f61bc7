"""The supervisor with small children of our own: no Django, no servers."""

import os
import signal
import subprocess
import sys
import time

import pytest

from config.supervisor import ChildDied, Supervisor

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
FOREVER = [sys.executable, "-c", "print('up', flush=True)\nwhile True: __import__('signal').pause()"]


@pytest.fixture
def supervisor():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    supervisor = Supervisor([])
    yield supervisor
    supervisor.stop()
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_output_is_prefixed_with_the_childs_name(supervisor, capsys):
    supervisor.spawn("alpha", FOREVER)

    assert supervisor.run(until=lambda: "up" in supervisor.children["alpha"].tail, within=10)
    assert capsys.readouterr().out == " alpha | up\n"


def test_death_of_a_child_is_told_with_its_name_code_and_last_lines(supervisor):
    supervisor.spawn("beta", [sys.executable, "-c", "print('no luck'); raise SystemExit(7)"])
    supervisor.spawn("alpha", FOREVER)

    with pytest.raises(ChildDied, match=r"beta .*7.*\n.*no luck|beta .*7[\s\S]*no luck"):
        supervisor.run(within=10)


def test_stop_ends_children_that_do_not_listen_and_their_children(supervisor, monkeypatch):
    monkeypatch.setattr("config.supervisor.STOP_WITHIN", 0.5)
    deaf = (
        "import signal, subprocess; signal.signal(15, signal.SIG_IGN); p = subprocess.Popen(['sleep', '99']);"
    )
    supervisor.spawn("deaf", [sys.executable, "-c", f"{deaf} print(p.pid, flush=True); p.wait()"])
    supervisor.run(until=lambda: supervisor.children["deaf"].tail, within=10)
    grandchild = int(supervisor.children["deaf"].tail[0])

    supervisor.stop()

    assert supervisor.children["deaf"].popen.returncode == -signal.SIGKILL
    assert gone(grandchild)


def test_condition_is_asked_at_its_pace_though_asking_makes_a_child_speak(supervisor):
    supervisor.spawn("chatty", [sys.executable, "-u", "-c", "while True: print('again')"])
    asked = []

    supervisor.run(until=lambda: asked.append(time.monotonic()), within=1, every=0.2)

    assert 1 <= len(asked) <= 5


def test_restart_gives_the_same_child_a_new_process(supervisor):
    supervisor.spawn("alpha", FOREVER)
    first = supervisor.children["alpha"].popen.pid

    supervisor.restart("alpha")

    assert supervisor.children["alpha"].popen.pid != first
    assert supervisor.run(until=lambda: supervisor.children["alpha"].popen.poll() is None, within=10)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent-death signal is Linux's")
def test_child_dies_with_a_killed_supervisor():
    script = (
        "from config.supervisor import Supervisor; s = Supervisor([]);"
        "s.spawn('sleeper', ['sleep', '99']);"
        "print(s.children['sleeper'].popen.pid, flush=True); s.run()"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())

    parent.kill()
    parent.communicate()

    assert gone(child)


def gone(pid: int, *, within: float = 10) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False
