from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from deeds.models import DeedBuilding, DeedProject, EntitledPerson, Home, ProjectObstacle, Undertaking
from deeds.states import HomeState
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from tests.factories.backlog import make_cutoff, make_entitled, make_plan, make_undertaking
from tests.factories.deeds import make_deed_project, make_home, make_homes, make_obstacle
from tests.factories.files import picture_upload


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def queries_of(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_board_says_by_word_how_each_obstacle_stands(desk, grid):
    project = make_deed_project(grid, name="建欣苑")
    make_obstacle(
        project, cause="C3", due_on=today() - timedelta(days=12), raised_to="市专班", raised_on=today()
    )
    make_obstacle(project, cause="C4", due_on=today() + timedelta(days=3))
    make_obstacle(project, cause="C8", closed_on=today(), document="纪要")
    make_homes(project, 3)
    make_deed_project(grid, state="cleared", name="已了结")

    answer = desk.get(reverse("deeds:board"))
    page = answer.content.decode()

    assert all(words in page for words in ("超期 12 天", "还剩 3 天", "已销号", "已提级", "未解决 3 / 3 套"))
    assert "已了结" not in page
    assert [(line["clock"], line["count"]) for line in answer.context["clocks"]] == [
        ("late", 1), ("near", 1), ("on_time", 0), ("closed", 1),
    ]  # fmt: skip
    assert answer.context["chart"]["series"][0]["values"][-1] == 3


def test_the_board_shows_the_obstacle_that_stands_before_one_that_was_closed(desk, project):
    make_obstacle(project, closed_on=today(), document="纪要")
    standing = make_obstacle(project)

    [row] = desk.get(reverse("deeds:board")).context["rows"]

    assert [cell["obstacle"] for cell in row["cells"] if cell["obstacle"]] == [standing]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"甲", "乙"}),
        ({"which": "solved"}, {"丙"}),
        ({"which": "all"}, {"甲", "乙", "丙"}),
        ({"office": "法院"}, {"甲"}),
        ({"cause": "C7"}, {"甲"}),
        ({"clock": "late"}, {"乙"}),
        ({"area": "990101002"}, set()),
    ],
)
def test_the_board_is_filtered_by_place_office_cause_and_clock(desk, grid, query, names):
    first = make_deed_project(grid, name="甲", causes=["C7"], state="executing")
    make_obstacle(first, cause="C7", lead_office="中级法院")
    make_obstacle(make_deed_project(grid, name="乙"), due_on=today() - timedelta(days=1))
    make_deed_project(grid, name="丙", state="cleared")

    page = desk.get(reverse("deeds:board"), query).context["page"]

    assert {row.name for row in page} == names


def test_pages_take_as_many_queries_for_many_rows_as_for_few(desk, project):
    home = make_home(project, state=HomeState.SOLVED)
    urls = [
        reverse("deeds:project_detail", args=[project.pk]),
        reverse("deeds:project_homes", args=[project.pk]),
        reverse("deeds:home_detail", args=[home.pk]),
        reverse("deeds:letter_run", args=[project.pk]),
    ]
    make_plan(project)
    counts = []
    for number in (1, 3):
        for _row in range(number):
            person = make_entitled(home)
            make_undertaking(project, home=home, person=person, signatory="")
            make_obstacle(make_deed_project(project.area))
            make_entitled(make_home(project, state=HomeState.REGISTERED))
        counts.append([queries_of(desk, url) for url in urls])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12


def test_homes_are_chosen_by_building_and_state_and_a_press_is_taken_back(desk, project):
    homes = make_homes(project, 3, state=HomeState.SOLVED)
    make_homes(project, 2, state=HomeState.SOLVED)
    url = reverse("deeds:project_homes_step", args=[project.pk])

    answer = desk.post(
        f"{url}?building={homes[0].building}", {"everyone": "1", "step": "notify", "note": "入户告知"}
    )
    assert answer.url.endswith(f"?building={homes[0].building}")
    done = project.home_steps.get()
    assert (done.count, project.homes.filter(state="notified").count()) == (3, 3)

    desk.post(reverse("deeds:home_step_undo", args=[project.pk, done.pk]), {"note": "楼号看错了"})
    assert project.homes.filter(state="solved").count() == 5
    assert "已更正" in desk.get(reverse("deeds:project_homes", args=[project.pk])).content.decode()


@pytest.mark.parametrize(
    "sent",
    [{}, {"step": "notify"}, {"step": "bad", "note": "x"}, {"rows": "x", "step": "notify", "note": "x"}],
)
def test_a_press_without_its_parts_is_answered_on_the_page(desk, project, sent):
    make_homes(project, 1, state=HomeState.SOLVED)

    answer = desk.post(reverse("deeds:project_homes_step", args=[project.pk]), sent)

    assert answer.status_code in (400, 409)
    assert not project.homes.exclude(state="solved").exists()


def test_an_obstacle_closes_on_a_picture_or_a_name_and_not_without(desk, project):
    obstacle = make_obstacle(project)
    url = reverse("deeds:obstacle_close", args=[obstacle.pk])

    refused = desk.post(url, {"document": ""})
    assert (refused.status_code, "销号要有依据" in refused.content.decode()) == (400, True)
    assert desk.post(url, {"photos": [picture_upload()]}).status_code == 302

    kept = ProjectObstacle.objects.get()
    assert (kept.document, kept.closed_on, kept.documents.count()) == ("见材料照片", today(), 1)
    assert "photo-strip" in desk.get(reverse("deeds:obstacle_detail", args=[obstacle.pk])).content.decode()


def test_a_project_too_young_is_refused_with_the_cutoff_and_shown_as_new(desk, country, grid):
    make_cutoff(country["990101"], date(2021, 8, 31))
    told = {"area": grid.code, "name": "书香雅苑", "finished_on": "2023-06-30"}
    url = reverse("deeds:project_new")

    refused = desk.post(url, told)
    assert (refused.status_code, "历史遗留截止日期" in refused.content.decode()) == (409, True)
    assert desk.post(url, told | {"is_new": "on"}).status_code == 302
    project = DeedProject.objects.get()
    assert (
        "新增，不计入历史遗留"
        in desk.get(reverse("deeds:project_detail", args=[project.pk])).content.decode()
    )


def test_the_plan_is_written_printed_and_taken_as_word(desk, project):
    make_obstacle(project)
    told = {
        "lead_office": "自然资源局", "leader": "副区长", "team": "税务局", "text": "一段\n二段",
        "public_line": "在办", "approval_no": "纪要8号", "approved_on": "2026-01-20",
    }  # fmt: skip
    assert desk.get(reverse("deeds:plan_print", args=[project.pk])).status_code == 404
    assert desk.post(reverse("deeds:plan_write", args=[project.pk]), told).status_code == 302

    printed = desk.get(reverse("deeds:plan_print", args=[project.pk])).content.decode()
    paper = Document(BytesIO(desk.get(reverse("deeds:plan_word", args=[project.pk])).content))
    words = "\n".join(part.text for part in paper.paragraphs) + "".join(
        cell.text for table in paper.tables for row in table.rows for cell in row.cells
    )
    for line in ("副区长", "二段", "未通过建设工程规划核实", "纪要8号"):
        assert line in printed
        assert line in words


def test_letters_show_no_whole_name(desk, project):
    make_entitled(make_home(project, state=HomeState.SOLVED), name="欧阳修远")
    make_home(project)

    page = desk.get(reverse("deeds:letter_run", args=[project.pk])).content.decode()

    assert "欧**远" in page
    assert "欧阳修远" not in page
    assert ("可以办理不动产权证" in page, "还不能办理不动产权证" in page) == (True, True)


def test_somebody_is_entered_shown_for_a_reason_and_removed(desk, project):
    home = make_home(project)
    desk.post(reverse("deeds:entitled_add", args=[home.pk]), {"name": "李晓明", "phone": "13812345678"})
    person = EntitledPerson.objects.get()
    reveal = reverse("deeds:entitled_reveal", args=[home.pk, person.pk, "phone"])

    assert "138****5678" in desk.get(reverse("deeds:home_detail", args=[home.pk])).content.decode()
    assert desk.post(reveal, {"reason": "x"}).status_code == 409
    assert "13812345678" in desk.post(reveal, {"reason": "通知领取证书"}).content.decode()
    assert AuditEvent.objects.get(action="personal.reveal").reason == "通知领取证书"
    desk.post(reverse("deeds:entitled_remove", args=[home.pk, person.pk]), {"reason": "房屋已转让"})
    assert desk.post(reveal, {"reason": "通知领取证书"}).status_code == 404


def test_a_word_given_is_entered_for_a_home_checked_and_printed(desk, project):
    home = make_home(project)
    person = make_entitled(home)
    told = {
        "kind": "conditional", "what": "契税完税凭证", "consequence": "退件", "person": person.pk,
        "made_on": today().isoformat(), "due_on": (today() + timedelta(days=30)).isoformat(),
    }  # fmt: skip
    assert desk.post(reverse("deeds:home_undertaking", args=[home.pk]), told).status_code == 302
    given = Undertaking.objects.get()
    assert "容缺受理承诺书" in desk.get(reverse("deeds:undertaking_print", args=[given.pk])).content.decode()
    assert (
        desk.post(reverse("deeds:undertaking_step", args=[given.pk, "meet"]), {"finding": ""}).status_code
        == 400
    )
    desk.post(reverse("deeds:undertaking_step", args=[given.pk, "meet"]), {"finding": "核对原件"})
    assert Undertaking.objects.get().state == "met"


def test_a_home_entered_twice_comes_back_with_a_sentence(desk, project):
    home = make_home(project)
    told = {"building": home.building, "unit": home.unit, "room": home.room}

    answer = desk.post(reverse("deeds:home_add", args=[project.pk]), told)

    assert (answer.status_code, "已有这套房" in answer.content.decode()) == (400, True)
    assert Home.objects.count() == 1


def test_homes_stand_in_the_order_of_their_doors(desk, project):
    for building, room in (("10", "101"), ("2", "1001"), ("2", "901")):
        DeedBuilding.objects.get_or_create(project=project, number=building)
        Home.objects.create(project=project, area=project.area, building=building, room=room)

    rows = desk.get(reverse("deeds:project_homes", args=[project.pk])).context["rows"]
    lines = desk.get(reverse("deeds:project_detail", args=[project.pk])).context["buildings"]

    assert [str(home) for home, _tone in rows] == ["2号楼901室", "2号楼1001室", "10号楼101室"]
    assert [line["building"].number for line in lines] == ["2", "10"]
