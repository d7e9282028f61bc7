from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from deeds.actions.home_steps import step_homes
from deeds.enums import Right
from deeds.models import DeedBuilding, DeedProject, Home, HomeQuerySet
from deeds.rules.cutoffs import refuse_new_building
from deeds.states import DAY_OF_STEP, HomeState
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.masking import mask_certificate
from governance.kernel.scope import demand


def step_home(home: Home, step_name: str, *, by, note: str = "", certificate_no: str = "") -> None:
    """Take one home a step on. Of a certificate's number only the masked form is kept."""
    day = DAY_OF_STEP.get(step_name)
    changes = {day: today()} if day else {}
    if certificate_no:
        changes["certificate_masked"] = mask_certificate(certificate_no)[:40]
    move(home, step_name, by=by, note=note, changes=changes)


def register_home(home: Home, *, by, note: str = "") -> None:
    """Enter the home's title in the register (登簿)."""
    step_home(home, "register", by=by, note=note)


def issue_home(home: Home, *, by, certificate_no: str = "", note: str = "") -> None:
    """Hand out the deed of a registered home."""
    step_home(home, "issue", by=by, note=note, certificate_no=certificate_no)


def issue_homes(project: DeedProject, homes: HomeQuerySet, *, by, reason: str) -> int:
    """Hand out the deeds of many registered homes of one project for one reason: all of them, or none."""
    return step_homes(project, homes, "issue", by=by, note=reason).count


@transaction.atomic
def add_building(project: DeedProject, *, by, number: str, finished_on: date | None = None) -> DeedBuilding:
    """Enter a building; one that was finished after the cut-off day is no part of the old backlog."""
    demand(by, Right.MANAGE, project.area_code)
    if not project.is_new:
        refuse_new_building(project.area_code, finished_on)
    building = DeedBuilding(project=project, number=number, finished_on=finished_on)
    building.full_clean()
    building.save()
    after = {"number": number, "finished_on": finished_on and finished_on.isoformat()}
    record("deeds.building.add", by=by, subject=building, after=after)
    return building


@transaction.atomic
def add_home(
    project: DeedProject, *, by, building: str, room: str, unit: str = "", unit_no: str = ""
) -> Home:
    """Enter a home of a project: in one of its buildings, and in no other project."""
    demand(by, Right.MANAGE, project.area_code)
    if not project.buildings.filter(number=building).exists():
        raise ValidationError(_("项目里还没有 {} 号楼，请先登记楼栋。").format(building))
    if other := unit_no and Home.objects.filter(unit_no=unit_no).select_related("project").first():
        refuse_second_project(other, project, by)
    home = Home(
        project=project, building=building, unit=unit, room=room, unit_no=unit_no, is_new=project.is_new,
        **(_since_solved() if project.is_solved else {}),
    )  # fmt: skip
    home.place_in(project.area)
    home.full_clean(exclude=["area_code"])
    home.save()
    record("deeds.home.add", by=by, subject=home, after={"home": str(home)})
    return home


def _since_solved() -> dict:
    """A home entered after the first registration may have its deed at once."""
    return {"state": HomeState.SOLVED, "solved_on": today()}


def refuse_second_project(other: Home, project: DeedProject, by) -> None:
    """Raise `Refused` for a home that stands in a project already, by name where the person may see that."""
    if other.project_id == project.pk:
        raise Refused("home_listed", _("这套房已在本项目里（{}），不用再登记。").format(other))
    seen = by.may(Right.VIEW, other.area_code)
    where = _("「{}」").format(other.project.name) if seen else _("别的区划的一个项目")
    raise Refused(
        "home_in_two_projects",
        _("这套房（不动产单元号）已列入{}，一套房只列一次，请核对后再登记。").format(where),
    )
