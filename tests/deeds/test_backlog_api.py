from datetime import date, timedelta

import pytest
from django.urls import reverse

from deeds.models import DeedProject
from deeds.states import HomeState
from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.reading import read_value, span_of
from tests.factories.backlog import make_cutoff, make_entitled, make_undertaking
from tests.factories.deeds import make_deed_project, make_home, make_homes, make_obstacle

SOON = (today() + timedelta(days=30)).isoformat()
UNIT_NO = "640105001001GB00001F00010001"


@pytest.fixture
def call(client, officer):
    client.force_login(officer)

    def _call(route: str, *args, **sent):
        return client.post(reverse(route, args=args), sent, content_type="application/json")

    return _call


def test_a_project_goes_its_whole_way_over_rest(call, client, grid):
    made = call("deed-project-list", area=grid.code, name="建欣苑", finished_on="2003-10-01")
    pk = made.json()["id"]
    assert (made.status_code, made.json()["state"]) == (201, "listed")
    assert call("deed-project-buildings", pk, number="1").status_code == 201
    for room in ("101", "102"):
        assert call("deed-project-homes", pk, building="1", room=room).status_code == 201
    obstacle = call("deed-project-obstacles", pk, cause="C8", lead_office="质监站", due_on=SOON).json()
    plan = {
        "lead_office": "自然资源局",
        "leader": "副区长",
        "team": "街道",
        "text": "补验",
        "public_line": "在办",
    }
    call("deed-project-plan", pk, **plan, approval_no="纪要8号", approved_on="2026-01-20")
    for step in ("survey", "diagnose", "approve_plan", "execute"):
        assert call("deed-project-step", pk, step=step).status_code == 200
    assert call("deed-project-step", pk, step="solve").json()["code"] == "incomplete"
    assert call("deed-obstacle-close", obstacle["id"], document="会议纪要9号").json()["closed_on"]
    call("deed-project-step", pk, step="solve")

    for step in ("register", "issue"):
        done = call("deed-project-step-homes", pk, step=step, everyone=True, note="集中办理").json()
    assert (done["name"], done["count"]) == ("issue", 2)
    assert call("deed-project-undo-homes", pk, step=done["id"], note="发错").json()["undoes"] == done["id"]
    found = client.get(reverse("deed-project-detail", args=[pk])).json()
    assert (found["plan"]["approval_no"], [row["number"] for row in found["buildings"]]) == ("纪要8号", ["1"])


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"finished_on": "2023-06-30"}, "after_cutoff"),
        ({"finished_on": "2003-06-30", "is_new": True}, "invalid"),
    ],
)
def test_the_cutoff_is_kept_over_rest_with_the_same_sentence(call, country, grid, sent, code):
    make_cutoff(country["990101"], date(2021, 8, 31))

    answer = call("deed-project-list", area=grid.code, name="书香雅苑", **sent)

    assert (answer.status_code, answer.json()["code"]) == (409 if code == "after_cutoff" else 400, code)
    assert "历史遗留" in answer.content.decode()
    assert not DeedProject.objects.exists()


def test_bad_input_is_refused_with_the_sentence_of_the_page(call, project):
    other = make_deed_project(project.area, name="建欣苑")
    building = make_home(other).building
    call("deed-project-homes", other.pk, building=building, room="9", unit_no=UNIT_NO)
    home = make_home(project, state=HomeState.SOLVED)
    obstacle = make_obstacle(project)

    twice = call("deed-project-homes", project.pk, building=home.building, room="9", unit_no=UNIT_NO)
    early = call("deed-home-issue", home.pk)
    bare = call("deed-obstacle-close", obstacle.pk)

    assert (twice.status_code, twice.json()["code"]) == (409, "home_in_two_projects")
    assert "已列入「建欣苑」" in twice.json()["detail"]
    assert (early.status_code, "不能发证" in early.json()["detail"]) == (409, True)
    assert (bare.status_code, "销号要有依据" in bare.content.decode()) == (400, True)


def test_a_home_moves_and_its_people_are_masked(call, client, project):
    home = make_home(project, state=HomeState.SOLVED)
    assert call("deed-home-step", home.pk, step="notify").json()["state"] == "notified"
    made = call("deed-home-add-person", home.pk, name="欧阳修远", phone="13812345678").json()
    people = client.get(reverse("deed-home-people", args=[home.pk])).json()

    assert (made["name_masked"], people[0]["phone_masked"]) == ("欧**远", "138****5678")
    clear = call("deed-home-reveal", home.pk, person=made["id"], field="phone", reason="通知领证").json()
    assert clear == {"value": "13812345678"}
    assert call("deed-home-reveal", home.pk, person=made["id"], field="phone", reason="").status_code == 409
    assert call("deed-home-remove-person", home.pk, person=made["id"], reason="转让").status_code == 200
    assert client.get(reverse("deed-home-people", args=[home.pk])).json() == []


def test_a_word_given_is_made_and_settled(call, project):
    home = make_home(project)
    person = make_entitled(home)
    said = {"kind": "commitment", "what": "没有违建", "consequence": "撤销办理", "due_on": SOON}

    assert call("deed-undertaking-list", project=project.pk, **said).status_code == 400
    made = call("deed-undertaking-list", project=project.pk, home=home.pk, person=person.pk, **said).json()
    assert (
        call("deed-undertaking-settle", made["id"], step="break", finding="查实").json()["code"] == "not_due"
    )
    assert (
        call("deed-undertaking-settle", made["id"], step="meet", finding="现场核实").json()["state"] == "met"
    )


def test_lists_are_cut_by_clock_and_by_what_is_counted(client, officer, project):
    make_obstacle(project, due_on=today() - timedelta(days=1))
    make_obstacle(make_deed_project(project.area))
    make_undertaking(project, state="met")
    make_undertaking(project, due_on=today() - timedelta(days=1))
    client.force_login(officer)

    def count(route, **query):
        return client.get(reverse(route), query).json()["count"]

    assert count("deed-obstacle-list", clock="late") == count("deed-obstacle-list", clock="on_time") == 1
    assert count("deed-obstacle-list", raised="true") == 0
    assert (
        count("deed-undertaking-list", counted="cure"),
        count("deed-undertaking-list", counted="cured"),
    ) == (2, 1)
    assert (
        count("deed-undertaking-list", overdue="true") == count("deed-undertaking-list", overdue="false") == 1
    )


def test_cutoffs_are_set_and_changed(call, client, country):
    for on in ("2021-08-31", "2022-08-31"):
        assert call("deed-cutoff-list", area="990101", on=on, document="46号").json()["on"] == on
    assert client.get(reverse("deed-cutoff-list")).json()["count"] == 1


def test_a_thousand_homes_move_at_one_call_and_the_figure_with_them(call, country, project):
    make_homes(project, 1000, state=HomeState.REGISTERED)

    answer = call("deed-project-step-homes", project.pk, step="issue", everyone=True, note="集中发证")

    assert (answer.status_code, answer.json()["count"]) == (200, 1000)
    issued = registry.indicators()["deeds.home_issued_count"]
    assert read_value(issued, area=country["9901"], span=span_of()).value == 1000
