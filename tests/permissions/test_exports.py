"""Every list of the house can be taken out, and the file holds what the list counts."""

import csv
import io
import json
import re

import pytest
from django.urls import get_resolver, reverse

from governance.files.actions import start_export
from governance.files.layouts import layouts
from governance.files.lists import list_named, source_of
from governance.files.working.exports import work_on_export
from governance.kernel.pages import ListPage
from tests.factories.tables import read_back
from tests.permissions.asking import World, is_api
from tests.permissions.table import TABLE
from tests.permissions.test_lists import own_place

PHONE = {"grids:roster": "the phone's own page of the households"}
OWN = {"export-list"}  # taking it out adds a row to it
REGISTERS = {"grids:household_list": "households"}  # lists whose columns are the register's


def _names(patterns=None, prefix: str = "") -> list[str]:
    found = []
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if hasattr(pattern, "url_patterns"):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            found += _names(pattern.url_patterns, prefix + space)
        elif pattern.name:
            found.append(prefix + pattern.name)
    return found


LISTS = sorted({name for name in _names() if list_named(name)})
PAGES = [name for name in LISTS if issubclass(list_named(name).shell, ListPage)]


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_every_list_page_offers_its_columns():
    offered = [name for name in PAGES if list_named(name).layout] + list(REGISTERS)
    assert sorted([*offered, *PHONE]) == PAGES
    assert {page: layouts()[key].page for page, key in REGISTERS.items()} == {
        page: page for page in REGISTERS
    }


def taken_out(name: str, world: World, file_format: str):
    export = start_export(source_of(name), by=world.insider.person, file_format=file_format)
    while work_on_export():
        pass
    export.refresh_from_db()
    assert (export.state, export.sentence) == ("done", "")
    return export


def counted(name: str, world: World) -> int:
    """What the list itself says of how many there are."""
    shown = world.insider.get(f"{reverse(name)}?count=exact").content.decode()
    if is_api(reverse(name)):
        return json.loads(shown)["count"]
    found = re.search(r"共 ([0-9]+) 条", shown)
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    "name", sorted(name for name in LISTS if name not in OWN and list_named(name).layout)
)
def test_a_list_taken_out_holds_the_rows_it_counts(name, world):
    fill = TABLE[name].fill
    if fill:
        fill(world.areas[own_place(TABLE[name])])
    count = counted(name, world)

    export = taken_out(name, world, "xlsx")
    stamp, titles, *rows = read_back(export.file)

    assert len(rows) == export.total == count >= bool(fill)
    assert [str(title) for title in titles] == source_of(name).titles
    assert export.short_number in stamp[0]
    with taken_out(name, world, "csv").file.open() as file:
        text = list(csv.reader(io.StringIO(file.read().decode("utf-8-sig"))))
    assert (text[0], len(text) - 1) == (source_of(name).titles, count)
