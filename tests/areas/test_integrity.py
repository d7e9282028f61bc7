"""Each rule finds its fault; a dump restored elsewhere verifies clean."""

import os
import subprocess
import sys
from urllib.parse import quote

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from config.embedded.postgres import PostgresServer
from governance.areas.checks import QUERY, check_chinese_text
from governance.areas.integrity import faults
from governance.areas.models import Ancestry, Area, AreaCode, AreaKeeper, AreaName, AreaParent
from governance.people.models import Post

SPOILERS = {
    "code": lambda grid: Area.objects.filter(pk=grid.pk).update(code="990102001001999"),
    "width": lambda grid: Area.objects.filter(pk=grid.pk).update(code=f"{grid.code}7"),
    "parent": lambda grid: AreaParent.objects.filter(area=grid).delete(),
    "name": lambda grid: AreaName.objects.filter(area=grid).update(name="别名"),
    "history": lambda grid: AreaCode.objects.filter(area=grid).update(valid=("2021-01-01", None)),
    "closed": lambda grid: Area.objects.filter(pk=grid.pk).update(closed_on="2024-01-01"),
    "closure": lambda grid: Ancestry.objects.filter(descendant=grid, depth=2).delete(),
    "surplus": lambda grid: Ancestry.objects.create(
        ancestor=grid, descendant=grid, depth=9, valid=("2021-01-01", None)
    ),
    "keeper": lambda grid: AreaKeeper.objects.create(area=grid, keeper=grid, valid=("2021-01-01", None)),
    "row": lambda grid: Post.objects.update(area_code="9902"),
}


@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_check_areas_finds(spoil, grid, worker):
    assert list(faults()) == []
    spoil(grid)

    with pytest.raises(CommandError):
        call_command("check_areas")


def test_check_areas_rebuilds_what_follows_from_the_parents(grid, worker):
    for name in ("closure", "surplus", "row"):
        SPOILERS[name](grid)
    call_command("check_areas", rebuild=True)

    assert Post.objects.get(holdings__user=worker).area_code == grid.code


@pytest.fixture
def tool(db, tmp_path):
    """Runs a program of the database server's own version."""
    place, tools = connection.settings_dict, PostgresServer(settings.VAR_DIR).tools
    made = []

    def run(program, *args):
        if program == "createdb":
            made.append(args[-1])
        reach = ["-h", place["HOST"], "-U", place["USER"]]
        subprocess.run([tools / program, *reach, *args], check=True, capture_output=True)

    yield run
    for name in made:
        run("dropdb", name)


def copy_database(tool, source, target, dump):
    tool("pg_dump", "-Fc", "-f", str(dump), source)
    tool("createdb", "-T", "template0", target)
    tool("pg_restore", "-d", target, str(dump))


def manage(database, *args):
    place = connection.settings_dict
    url = f"postgresql://{place['USER']}@{quote(place['HOST'], safe='')}/{database}"
    run = subprocess.run(
        [sys.executable, "manage.py", *args],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


CITY_WITH_A_PAST = """
import datetime as dt
from pathlib import Path
from governance.areas.actions.moving import relocate
from governance.areas.importing import bulk_open, read_divisions
from governance.areas.models import Area
bulk_open(read_divisions(Path("config/presets/yinchuan/divisions.csv")), on=dt.date(2023, 6, 30))
area = lambda code: Area.objects.get(code=code)
relocate(area("640106005"), to=area("640104"), on=dt.date(2024, 1, 1))
relocate(area("640105001"), to=area("640106"), on=dt.date(2024, 2, 1))
"""


@pytest.mark.startup
def test_check_areas_passes_on_a_restored_dump(tool, tmp_path):
    name = connection.settings_dict["NAME"]
    first, second = f"{name}_first", f"{name}_second"
    copy_database(tool, name, first, tmp_path / "empty.dump")
    manage(first, "shell", "-c", CITY_WITH_A_PAST)

    copy_database(tool, first, second, tmp_path / "full.dump")

    assert "671 个区划，核对无误" in manage(second, "check_areas")


@pytest.mark.django_db
def test_check_chinese_text_passes_on_our_servers():
    assert check_chinese_text(databases=["default"]) == []


def test_check_chinese_text_finds_a_database_that_knows_no_chinese(tool):
    place, bad = connection.settings_dict, f"{connection.settings_dict['NAME']}_c"
    tool("createdb", "-T", "template0", "--locale-provider=libc", "--locale=C", bad)
    other = psycopg2.connect(host=place["HOST"], user=place["USER"], dbname=bad)
    with other.cursor() as cursor:
        cursor.execute(QUERY)
        assert cursor.fetchone() == ("UTF8", False)
    other.close()
