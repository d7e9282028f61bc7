"""Homes and obstacles out and in again."""

import pytest

from deeds.enums import Cause
from deeds.models import DeedBuilding, Home, ProjectObstacle
from governance.files.actions import apply_import, start_export, undo_import
from governance.files.layouts import layout_of
from governance.kernel.days import today
from tests.factories.deeds import make_deed_project, make_homes, make_obstacle
from tests.factories.tables import checked, work_off

UNIT_NO = "640105001001GB00001F00010001"


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def faults(found) -> list[str]:
    return list(found.faults.values_list("words", flat=True))


def homes_of(project, rows, officer):
    return checked("deed_homes", rows, by=officer, area=project.area, target=str(project.pk))


@pytest.mark.parametrize("key", ["deed_homes", "deed_obstacles"])
def test_what_was_taken_out_is_no_change_when_it_comes_back(project, officer, country, key):
    make_homes(project, 3)
    make_obstacle(project)
    taken = start_export(layout_of(key), by=officer)
    work_off()
    taken.refresh_from_db()
    with taken.file.open() as file:
        content = file.read()
    target = {"target": str(project.pk)} if key == "deed_homes" else {}

    found = checked(key, content, by=officer, area=country["9901"], **target)

    assert faults(found) == []
    assert (found.total, found.same) == (taken.total, taken.total)


def test_homes_are_written_and_undone(project, officer):
    DeedBuilding.objects.create(project=project, number="1")
    rows = [
        {"building": "1", "unit": "1", "room": f"{n}01", "unit_no": UNIT_NO if n == 1 else ""} for n in (1, 2)
    ]
    found = homes_of(project, rows, officer)
    assert faults(found) == []
    apply_import(found, by=officer)
    work_off()
    assert sorted(project.homes.values_list("room", "unit_no")) == [("101", UNIT_NO), ("201", "")]

    found.refresh_from_db()
    undo_import(found, by=officer, reason="试导入")
    work_off()
    assert not Home.objects.exists()


def test_homes_that_cannot_be_are_named_line_by_line(project, officer):
    other = make_deed_project(project.area)
    taken = make_homes(other, 1)[0]
    Home.objects.filter(pk=taken.pk).update(unit_no=UNIT_NO)
    DeedBuilding.objects.create(project=project, number="1")

    found = homes_of(
        project,
        [
            {"building": "9", "room": "101"},
            {"building": "1", "room": "102", "unit_no": "123"},
            {"building": "1", "room": "103", "unit_no": UNIT_NO},
        ],
        officer,
    )

    assert faults(found) == [
        "项目里还没有这栋楼，请先登记楼栋",
        "不动产单元号是 28 位，请核对",
        "这套房已列入另一个项目，一套房只列一次，请核对",
    ]


def test_obstacles_are_written_with_their_cause_and_never_into_a_solved_project(project, officer):
    solved = make_deed_project(project.area, state="homes_open")
    said = {"area": project.area_code, "lead_office": "法院", "due_on": "2027-01-31", "cause": "C7"}
    rows = [said | {"project": name} for name in (project.name, solved.name, "没有的")]

    found = checked("deed_obstacles", rows, by=officer, area=project.area)
    assert faults(found) == ["项目已完成首次登记，不再登记堵点", "这个区划里没有这个项目，请核对名称和代码"]
    found = checked("deed_obstacles", rows[:1], by=officer, area=project.area)
    apply_import(found, by=officer)
    work_off()

    obstacle = ProjectObstacle.objects.get()
    project.refresh_from_db()
    assert (obstacle.cause, obstacle.closed_on, project.causes) == (Cause.MORTGAGE, None, ["C3", "C7"])
    assert obstacle.due_on > today()
