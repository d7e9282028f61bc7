"""The board as page and over REST: counts of one's own areas, trends, lists, and asking for a check."""

import pytest
from django.urls import reverse

from governance.integrity.models import CheckRun
from governance.integrity.presenting import lines_for
from governance.integrity.registry import checks
from tests.factories.integrity import make_finding, make_run
from tests.factories.people import make_user
from tests.integrity.planting import CITY, COUNTY, GRID, TOWN

BOARD = reverse("integrity:board")
LIST = reverse("integrity:finding_list")
OWN, OTHER, FAR = "990101001001", "990101002001", "990102001001"


@pytest.fixture
def admin(country):
    return make_user("system_admin", country[CITY])


@pytest.fixture
def street(country):
    return make_user("street_dispatcher", country[TOWN])


def line(user, code: str = "grid-unstaffed"):
    (found,) = lines_for(user, [code])
    return found


def test_a_line_counts_what_lies_in_ones_own_areas(admin, street):
    make_run(found={OWN: 3, OTHER: 4, FAR: 5})

    assert (line(admin).found, line(street).found) == (12, 3)


def test_a_line_compares_with_the_night_before(admin, street):
    make_run(ago=2, found={OWN: 9})
    make_run(ago=1, found={OWN: 5, FAR: 1})
    make_run(found={OWN: 3, FAR: 2})

    assert (line(street).change, line(street).change_words) == (-2, "比前一夜少 2")
    assert line(admin).change_words == "比前一夜少 1"


def test_a_line_says_so_where_nothing_was_counted_yet(admin):
    assert (line(admin).found, line(admin).change_words, line(admin).age) == (None, "", "")


def test_a_run_that_failed_leaves_the_count_of_the_last_good_one(admin):
    make_run(ago=1, found={OWN: 5})
    make_run(error="ProgrammingError")

    assert (line(admin).found, line(admin).error) == (5, "ProgrammingError")


def test_a_line_knows_the_age_of_the_oldest_finding(admin, street, country):
    make_run(found={OWN: 2})
    make_finding(country[GRID], ago=3)
    make_finding(country["990102001001001"], ago=8)

    assert (line(street).age, line(admin).age) == ("已有 3 天", "已有 8 天")


def test_the_board_shows_what_is_wrong_and_folds_away_what_is_not(client, admin, country):
    make_run("visit-date", found={OWN: 3})
    make_run("grid-size")
    client.force_login(admin)
    answer = client.get(BOARD)

    blocks = {str(block["severity"]): block["found"] for block in answer.context["blocks"]}
    assert blocks == {"serious": 0, "warning": 3, "note": 0}
    assert [row.code for row in answer.context["sound"]] == ["grid-size"]
    assert len(answer.context["unlooked"]) == len(checks()) - 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_board_reads_as_often_whatever_there_is(
    client, street, country, number, django_assert_num_queries
):
    for code in list(checks())[:number]:
        make_run(code, ago=1, found={OWN: 3})
        make_run(code, found={OWN: 3, OTHER: 2})
        make_finding(country[GRID], code=code)
    client.force_login(street)
    client.get(BOARD)

    with django_assert_num_queries(9):
        client.get(BOARD)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_reads_as_often_whatever_there_is(
    client, street, country, number, django_assert_num_queries
):
    make_run(found={OWN: number})
    for _ in range(number):
        make_finding(country[GRID])
    client.force_login(street)
    address = f"{LIST}?check=grid-unstaffed"
    client.get(address)

    with django_assert_num_queries(11):
        assert len(client.get(address).context["page"].rows) == number


def test_the_list_of_a_check_says_how_it_is_mended_and_leads_there(client, street, country):
    make_run(found={OWN: 1})
    finding = make_finding(country[GRID], target="7")
    make_finding(country["990102001001001"])
    client.force_login(street)
    said = client.get(f"{LIST}?check=grid-unstaffed").content.decode()

    assert str(checks()["grid-unstaffed"].mend) in said
    assert f'href="{reverse("grids:grid_detail", args=[7])}"' in said
    assert said.count("data-row>") == 1 and finding.label in said


def test_the_list_shows_what_is_mended_when_asked(client, street, country):
    gone = make_finding(country[GRID], ago=3)
    gone.cleared_at = gone.last_seen_at
    gone.save()
    client.force_login(street)

    assert "没有发现问题" in client.get(LIST).content.decode()
    assert gone.label in client.get(f"{LIST}?cleared=true").content.decode()


@pytest.mark.parametrize("asked", ["check=nothing", "chek=grid-size", "cleared=maybe"])
def test_the_list_refuses_what_it_does_not_know(client, admin, asked):
    client.force_login(admin)

    assert client.get(f"{LIST}?{asked}").status_code == 400


def test_the_list_is_offered_as_a_file(client, street, country):
    make_finding(country[GRID], label="=1+1")
    client.force_login(street)
    lines = b"".join(client.get(f"{LIST}?format=csv").streaming_content).decode().splitlines()

    assert lines[0].endswith("检查项,名称或编号,区划代码,区划,首次发现,最近一次发现,消除时间")
    assert lines[1].startswith("grid-unstaffed,'=1+1,990101001001001,")


def test_a_button_asks_for_one_or_for_all(client, admin):
    client.force_login(admin)
    one = client.post(reverse("integrity:ask", args=["grid-size"]), follow=True)
    rest = client.post(reverse("integrity:ask_all"), follow=True)
    again = client.post(reverse("integrity:ask_all"))

    assert "已排队体检“网格户数超出规模标准”" in one.content.decode()
    assert f"已排队体检 {len(checks()) - 1} 项" in rest.content.decode()
    assert "还有检查在排队" in rest.content.decode()
    assert again.status_code == 409 and "请 5 分钟后再试" in again.content.decode()
    assert CheckRun.objects.waiting().count() == len(checks())


def test_asking_for_an_unknown_check_is_not_found(client, admin):
    client.force_login(admin)

    assert client.post(reverse("integrity:ask", args=["no-such"])).status_code == 404


def test_who_may_only_look_is_shown_no_button(client, street, admin):
    client.force_login(street)
    assert reverse("integrity:ask_all") not in client.get(BOARD).content.decode()
    client.force_login(admin)
    assert reverse("integrity:ask_all") in client.get(BOARD).content.decode()


def test_the_api_lists_checks_as_the_board_does(client, street):
    make_run(ago=1, found={OWN: 5})
    make_run(found={OWN: 3, FAR: 4})
    client.force_login(street)
    rows = {row["code"]: row for row in client.get("/api/v1/integrity/checks/").json()}

    assert set(rows) == set(checks())
    assert (rows["grid-unstaffed"]["found"], rows["grid-unstaffed"]["change"]) == (3, -2)
    assert (rows["grid-size"]["found"], rows["grid-size"]["severity"]) == (None, "note")
    assert client.get("/api/v1/integrity/checks/?x=1").status_code == 400


def test_the_api_lists_findings_of_ones_areas(client, street, country):
    make_finding(country[GRID])
    make_finding(country[GRID], code="grid-size")
    make_finding(country["990102001001001"])
    client.force_login(street)

    assert client.get("/api/v1/integrity/findings/").json()["count"] == 2
    assert client.get(f"/api/v1/integrity/findings/?check=grid-size&area={COUNTY[:6]}").status_code == 404
    found = client.get(f"/api/v1/integrity/findings/?check=grid-size&area={TOWN}").json()["results"]
    assert [(row["code"], row["area_code"]) for row in found] == [("grid-size", GRID)]


def test_the_api_asks_with_the_same_verb_and_words(client, admin, street):
    client.force_login(street)
    assert client.post("/api/v1/integrity/checks/run/").status_code == 403
    client.force_login(admin)
    one = client.post("/api/v1/integrity/checks/grid-size/run/")
    unknown = client.post("/api/v1/integrity/checks/no-such/run/")
    rest = client.post("/api/v1/integrity/checks/run/")
    again = client.post("/api/v1/integrity/checks/run/")

    assert (one.status_code, one.json()) == (201, {"asked": 1})
    assert unknown.status_code == 404
    assert rest.json() == {"asked": len(checks()) - 1}
    assert (again.status_code, again.json()["code"]) == (409, "just_checked")
