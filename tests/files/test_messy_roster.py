"""Five thousand rows as they come: one annotated workbook, healed, taken, taken back, and taken out unchanged."""

import pytest

from governance.files.actions import apply_import, start_export, undo_import
from governance.files.layouts import layout_of
from governance.files.models import TableImport
from grids.models import Resident
from tests.factories.grids import make_household
from tests.factories.rosters import messy_roster
from tests.factories.tables import checked, ledger, read_back, work_off, workbook

ROWS = 5000
FIRST = 2  # the row below the header


@pytest.fixture
def doors(country) -> list[dict]:
    """Sixty households of two building groups."""
    found = []
    for code in ("990101001001001001", "990101001001001002"):
        for number in range(30):
            door = make_household(country[code], unit=1 + number % 3, floor=1, room=str(101 + number))
            found.append({"area": code, "unit": door.unit, "room": door.room})
    return found


def apply(found: TableImport, by) -> TableImport:
    apply_import(found, by=by)
    work_off()
    found.refresh_from_db()
    assert found.state == "done", found.sentence
    return found


def healed(table: list[list], roster) -> bytes:
    """The annotated workbook with the marked rows put right, its column of faults still in it."""
    names = ["", *(column.name for column in layout_of("residents").columns)]
    for row, line in zip(roster, table[1:], strict=True):
        if line[0]:
            line[1:] = [row.truth.get(name, "") for name in names[1 : len(line)]]
    return workbook(table)


def test_messy_roster_comes_in_once_it_is_healed_and_goes_out_unchanged(doors, secretary, community):
    roster = messy_roster(doors, ROWS)
    found = checked(
        "residents", ledger("residents", [row.cells for row in roster]), by=secretary, area=community
    )

    told: dict[int, set] = {}
    for number, column in found.faults.values_list("row_number", "column"):
        told.setdefault(number, set()).add(column)
    assert told == {FIRST + n: row.faults for n, row in enumerate(roster) if row.faults}
    assert (found.total, found.bad, found.new) == (ROWS, len(told), ROWS - len(told))

    again = checked("residents", healed(read_back(found.result), roster), by=secretary, area=community)
    assert list(again.faults.values_list("row_number", "column", "words")) == []
    apply(again, secretary)
    assert Resident.objects.count() == ROWS
    wanted = sorted((row.truth["name"], row.truth["phone"], row.truth["id_no"]) for row in roster)
    kept = [(r.name, r.open_value("phone"), r.open_value("id_no")) for r in Resident.objects.all()]
    assert sorted(kept) == wanted

    taken = start_export(layout_of("residents"), by=secretary)
    work_off()
    taken.refresh_from_db()
    with taken.file.open() as file:
        back = checked("residents", file.read(), by=secretary, area=community)
    assert (back.bad, back.new, back.changed, back.same) == (0, 0, 0, ROWS)

    undo_import(again, by=secretary, reason="试导入")
    work_off()
    again.refresh_from_db()
    assert (again.state, again.left, Resident.objects.count()) == ("undone", 0, 0)
