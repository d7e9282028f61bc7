"""How long the demo city takes to load."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

LIMIT = 600  # seconds a command may take


def last_load() -> str:
    """What the last load wrote down."""
    file = Path(settings.VAR_DIR) / "log" / "demo_load"
    return file.read_text().strip() if file.exists() else "没有记录；加 --load 现测一次。"


def load_now() -> str:
    """Migrate and load in a database made for it and dropped afterwards."""
    return re.search(r"loaded in ([0-9.]+ s)", in_own_database(["load_demo"]))[1]


def in_own_database(*commands: list[str], within: float = LIMIT) -> str:
    """What the last command prints, after the others, in a database with the base preset alone that goes afterwards."""
    said = ""
    with throw_away_database() as address:
        for command in (["migrate", "--verbosity", "0"], ["load_preset", "base"], *commands):
            said = run_there(command, address, within)
    return said


def run_there(command: list[str], address: str, within: float = LIMIT) -> str:
    """What a command prints in the database at an address."""
    own = {"DATABASE_URL": address, "DEMO_MODE": "true", "PROCESS_KIND": "command"}
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=os.environ | own,
        capture_output=True,
        text=True,
        timeout=within,
    )
    if done.returncode:
        raise CommandError(f"{' '.join(command)}: {done.stderr[-2000:]}")
    return done.stdout


@contextmanager
def throw_away_database(purpose: str = "bench"):
    """The address of an empty database on the portal's own server."""
    name = f"shanzhi_{purpose}_{os.getpid()}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            yield _address(name)
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _address(name: str) -> str:
    place = connection.settings_dict
    user, password = (quote(place[key] or "", safe="") for key in ("USER", "PASSWORD"))
    host, port = quote(place["HOST"] or "", safe=""), place["PORT"]
    who = f"{user}:{password}" if password else user
    kept = {key: place["OPTIONS"][key] for key in ("sslmode", "sslrootcert") if key in place["OPTIONS"]}
    return f"postgresql://{who}@{host}{f':{port}' if port else ''}/{name}?{urlencode(kept)}"
