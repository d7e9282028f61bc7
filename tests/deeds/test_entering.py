"""Projects, buildings, homes and people come into the ledger, or are refused with a sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from deeds.actions import (
    add_building,
    add_entitled,
    add_home,
    list_project,
    remove_entitled,
    set_cutoff,
    write_plan,
)
from deeds.enums import Right
from deeds.models import BacklogCutoff, DeedProject, EntitledPerson, Home
from deeds.states import HomeState
from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from tests.factories.backlog import make_cutoff, make_entitled, make_plan
from tests.factories.deeds import make_deed_project, make_home
from tests.factories.people import make_user

OLD, YOUNG, CUTOFF = date(2003, 10, 1), date(2023, 6, 30), date(2021, 8, 31)
UNIT_NO = "640105001001GB00001F00010001"
ID_NO = "11010519491231002X"


@pytest.fixture
def cutoff(country):
    return make_cutoff(country["990101"], CUTOFF)


def test_list_project_takes_old_backlog_and_refuses_what_is_too_young(grid, officer, cutoff):
    assert not list_project(by=officer, area=grid, name="建欣苑", finished_on=OLD).is_new

    with pytest.raises(Refused, match="2023-06-30 在历史遗留截止日期 2021-08-31 之后"):
        list_project(by=officer, area=grid, name="书香雅苑", finished_on=YOUNG)
    new = list_project(by=officer, area=grid, name="书香雅苑", finished_on=YOUNG, is_new=True)
    assert (new.is_new, DeedProject.objects.in_ledger().count()) == (True, 1)


def test_list_project_refuses_as_new_what_is_old_and_a_day_to_come(grid, officer, cutoff):
    with pytest.raises(ValidationError, match="不是新增"):
        list_project(by=officer, area=grid, name="建欣苑", finished_on=OLD, is_new=True)
    with pytest.raises(ValidationError, match="不能晚于今天"):
        list_project(by=officer, area=grid, name="建欣苑", finished_on=date(2999, 1, 1))


def test_a_building_too_young_is_refused_in_an_old_project_and_taken_in_a_new_one(grid, officer, cutoff):
    with pytest.raises(Refused) as refusal:
        add_building(make_deed_project(grid), by=officer, number="3", finished_on=YOUNG)
    assert refusal.value.code == "after_cutoff"
    assert add_building(make_deed_project(grid, is_new=True), by=officer, number="3", finished_on=YOUNG).pk


def test_the_nearest_cutoff_counts_and_none_bars_nothing(country, grid, officer):
    make_cutoff(country["9901"], date(2010, 1, 1))
    set_cutoff(by=officer, area=country["990101"], on=CUTOFF, document="市府办发〔2021〕46号")
    set_cutoff(by=officer, area=country["990101"], on=date(2022, 8, 31), document="市府办发〔2022〕9号")

    assert BacklogCutoff.objects.for_place(grid.code).on == date(2022, 8, 31)
    assert BacklogCutoff.objects.for_place("990102001").on == date(2010, 1, 1)
    assert BacklogCutoff.objects.for_place("98") is None


def test_add_home_needs_a_building_and_is_solved_where_the_project_is(grid, officer):
    solved = make_deed_project(grid, state="homes_open")
    with pytest.raises(ValidationError, match="还没有 1 号楼"):
        add_home(solved, by=officer, building="1", room="101")
    add_building(solved, by=officer, number="1")

    home = add_home(solved, by=officer, building="1", unit="2", room="101")

    assert (str(home), home.state, home.area_code) == ("1号楼2单元101室", HomeState.SOLVED, grid.code)


def test_a_home_is_never_in_two_projects(country, grid, officer):
    first, second = make_deed_project(grid, name="建欣苑"), make_deed_project(grid)
    for project in (first, second):
        add_building(project, by=officer, number="1")
    add_home(first, by=officer, building="1", room="101", unit_no=UNIT_NO)

    with pytest.raises(Refused, match="已列入「建欣苑」"):
        add_home(second, by=officer, building="1", room="101", unit_no=UNIT_NO)
    with pytest.raises(Refused, match="已在本项目里"):
        add_home(first, by=officer, building="1", room="102", unit_no=UNIT_NO)
    assert Home.objects.count() == 1


def test_the_other_project_is_named_only_to_who_may_see_it(country, grid, officer):
    far = make_deed_project(country["990102001001001"], name="别处的小区")
    add_building(far, by=officer, number="1")
    add_home(far, by=officer, building="1", room="101", unit_no=UNIT_NO)
    here = make_deed_project(grid)
    add_building(here, by=officer, number="1")
    neighbour = make_user("deeds_officer", country["990101"])

    with pytest.raises(Refused, match="已列入别的区划的一个项目"):
        add_home(here, by=neighbour, building="1", room="101", unit_no=UNIT_NO)


def test_people_are_kept_sealed_and_once(project, officer):
    home = make_home(project)
    person = add_entitled(home, by=officer, name="欧阳修远", phone="13812345678", id_no=ID_NO.lower())

    assert (person.name_masked, person.phone_masked) == ("欧**远", "138****5678")
    assert (person.open_value("id_no"), person.id_no_masked) == (ID_NO, "110***********002X")
    with pytest.raises(ValidationError, match="已登记过这个证件号码"):
        add_entitled(home, by=officer, name="欧阳修远", id_no=ID_NO)
    with pytest.raises(ValidationError, match="身份证号不对"):
        add_entitled(home, by=officer, name="张三", id_no="110105194912310021")
    assert "欧阳" not in str(AuditEvent.objects.get(action="deeds.entitled.add").__dict__)


def test_remove_entitled_takes_a_reason_and_happens_once(project, officer):
    person = make_entitled(make_home(project))

    with pytest.raises(Refused, match="需要写明理由"):
        remove_entitled(person, by=officer, reason=" ")
    remove_entitled(person, by=officer, reason="房屋已转让")
    with pytest.raises(Refused, match="已经移除"):
        remove_entitled(EntitledPerson.objects.get(pk=person.pk), by=officer, reason="再来")


def test_write_plan_writes_once_and_puts_right(project, officer):
    said = {"leader": "副区长", "team": "自然资源局", "text": "补验", "public_line": "在办"}
    write_plan(project, by=officer, lead_office="住建局", **said)
    with pytest.raises(ValidationError, match="要一起填写"):
        write_plan(project, by=officer, lead_office="住建局", approval_no="纪要1号", **said)
    write_plan(project, by=officer, lead_office="自然资源局", **said | {"text": "鉴定后补验"})

    project.refresh_from_db()
    assert (project.lead_office, project.plan.text) == ("自然资源局", "鉴定后补验")


def test_a_plan_without_approval_is_named_among_what_is_missing(project):
    assert "一项目一策方案" in project.missing_to_approve_plan()
    make_plan(project, approval_no="", approved_on=None)
    assert "一项目一策的批准文号和日期" in DeedProject.objects.get().missing_to_approve_plan()


def test_rights_have_their_words():
    assert {right.value for right in Right} == {"deeds.view", "deeds.manage", "deeds.issue", "deeds.answer"}
