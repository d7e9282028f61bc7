"""A country in which nothing is wrong."""

from datetime import date

import pytest

from governance.casework.models import CalendarDay
from governance.integrity.models import CheckRun
from governance.integrity.working import work_off
from governance.kernel.days import today
from tests.factories.areas import grow
from tests.factories.casework import make_rules
from tests.factories.grids import make_building, make_grid
from tests.factories.people import make_roles, make_user
from tests.integrity import plants_ground, plants_system, plants_work
from tests.integrity.planting import GRID, PLANTS

assert plants_ground and plants_system and plants_work  # they plant by being imported


@pytest.fixture
def sound(country, settings, tmp_path):
    """Areas by code: grids with a worker and buildings in their registers, rules and a calendar to go by."""
    settings.MEDIA_ROOT = tmp_path
    settings.AUDIT_HEADS_FILE = tmp_path / "heads"
    make_roles()
    make_rules()
    for year in (today().year, today().year + 1):
        CalendarDay.objects.get_or_create(day=date(year, 1, 1), defaults={"is_worked": False, "name": "元旦"})
    make_building(grow(country["990101001002001"]))
    for area in country.values():
        if area.level_id == "grid":
            make_grid(area)
            make_user("grid_worker", area)
        if area.level_id == "building":
            make_building(area, households=200 if area.code.startswith(GRID) else 400)
    return country


@pytest.fixture
def look():
    """Carries out a check as somebody's request would; the finished run."""

    def carried_out(code: str, **fields) -> CheckRun:
        run = CheckRun.objects.create(code=code, **fields)
        work_off()
        run.refresh_from_db()
        return run

    return carried_out


@pytest.fixture
def plant_fault(sound):
    """Plants the fault of a check, what is sound about it included."""

    def planted(code: str) -> None:
        for _ in PLANTS[code](sound):
            pass

    return planted
