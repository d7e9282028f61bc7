import csv
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.audit.enums import REVEALS_PER_HOUR
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from grids.models import CareTag, Grid, NeedRequest
from tests.factories.grids import (
    make_building,
    make_compound,
    make_grid,
    make_household,
    make_need,
    make_resident,
    make_tag,
    make_visit,
)
from tests.factories.people import make_user

SECRETS = ("欧阳修远", "13812345678", "110101190001010016", "2单元501", "想换个灯泡")


@pytest.fixture
def resident(household):
    return make_resident(household, phone="13812345678", id_no="110101190001010016", is_contact=True)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def table(response) -> list[dict]:
    return list(csv.DictReader(response.getvalue().decode("utf-8-sig").splitlines()))


def rows_of(country, number):
    """`number` rows of everything a list shows, in as many grids."""
    for index in range(number):
        area = country["990101001001001"] if index else country["990101001001002"]
        make_grid(area)
        make_user("grid_worker", area)
        make_compound(area)
        household = make_household(country["990101001001001001"])
        make_visit(household)
        make_need(household)


@pytest.mark.parametrize("name", ["visit_list", "need_list", "grid_list", "worker_list", "compound_list"])
def test_lists_take_as_many_queries_for_three_rows_as_for_one(desk, country, name):
    url = reverse(f"grids:{name}")
    desk.get(url)
    counts = []
    for number in (1, 2):
        rows_of(country, number)
        with CaptureQueriesContext(connection) as taken:
            assert desk.get(url).status_code == 200
        counts.append(len(taken))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["visit_list", "need_list", "grid_list", "worker_list", "compound_list"])
def test_lists_and_files_show_no_secret(client, official, household, resident, name):
    make_visit(household, note="想换个灯泡")
    make_need(household, text="想换个灯泡")
    make_compound(household.area)
    make_user("grid_worker", Grid.objects.get().area)
    client.force_login(official)
    url = reverse(f"grids:{name}")
    page = client.get(url)
    file = client.get(url, {"format": "csv"})

    assert page.context["page"].count == len(table(file)) == 1
    for text in (page.content.decode(), file.getvalue().decode()):
        assert [secret for secret in SECRETS if secret in text] == []


def test_an_official_reads_a_visit_without_its_words_or_door(client, official, household):
    visit = make_visit(household, note="想换个灯泡")
    need = make_need(household, text="想换个灯泡")
    client.force_login(official)
    for url in (
        reverse("grids:visit_detail", args=[visit.pk]),
        reverse("grids:need_detail", args=[need.pk]),
    ):
        page = client.get(url).content.decode()
        assert [secret for secret in SECRETS if secret in page] == []
    assert client.get(reverse("grids:household_detail", args=[household.pk])).status_code == 403


def test_a_stranger_finds_nothing(client, stranger, household):
    visit, need = make_visit(household), make_need(household)
    client.force_login(stranger)
    for name, pk in (
        ("visit_detail", visit.pk),
        ("need_detail", need.pk),
        ("grid_detail", Grid.objects.get().pk),
        ("compound_detail", make_compound(household.area).pk),
    ):
        assert client.get(reverse(f"grids:{name}", args=[pk])).status_code == 404
    assert client.get(reverse("grids:visit_list")).context["page"].count == 0
    assert client.get(reverse("grids:visit_list"), {"area": household.area_code}).status_code == 404


def test_grid_list_filters_staff_size_and_day(desk, country):
    staffed, vacant = country["990101001001001"], country["990101001001002"]
    make_grid(staffed), make_grid(vacant)
    make_user("grid_worker", staffed, since=today())
    make_building(country["990101001001001001"], households=400)
    make_building(country["990101001001002001"], households=501)
    url = reverse("grids:grid_list")

    def shown(**query):
        return [row.area_code for row in desk.get(url, query).context["page"].rows]

    yesterday = (today() - timedelta(days=1)).isoformat()
    assert shown(staffed="true") == shown(in_range="true") == [staffed.code]
    assert shown(staffed="false") == shown(in_range="false") == [vacant.code]
    assert shown(staffed="true", as_of=yesterday) == []
    assert shown(kind="rural") == []
    for query in ({"staffed": "maybe"}, {"as_of": "2026-02-30"}, {"sttafed": "true"}):
        assert desk.get(url, query).status_code == 400


def test_grid_detail_says_how_the_size_stands_and_who_is_there(desk, household, building, worker):
    page = desk.get(reverse("grids:grid_detail", args=[Grid.objects.get().pk])).content.decode()

    assert "共 400 户，在标准的 300–500 户以内。" in page
    assert worker.name in page


def test_staff_and_release_by_the_desk(desk, household, secretary):
    grid, person = Grid.objects.get(), make_user()
    url = reverse("grids:grid_staff", args=[grid.pk])
    make_user("grid_worker", grid.area, until=today())
    assert desk.post(url, {"role": "grid_worker", "account": "nobody"}).status_code == 400
    assert desk.post(url, {"role": "unit_leader", "account": person.username}).status_code == 400
    assert desk.get(url).status_code == 200

    assert desk.post(url, {"role": "grid_worker", "account": person.username}).status_code == 302
    assert Grid.objects.staffed(today()).exists()
    holding = person.holdings.get()
    release = reverse("grids:seat_release", args=[grid.pk, holding.pk])
    assert desk.post(release).status_code == 409  # a day has to pass between coming and going


def test_need_is_solved_by_its_button(desk, household):
    need = make_need(household)
    url = reverse("grids:need_step", args=[need.pk, "solve"])
    assert reverse("grids:need_detail", args=[need.pk]) + "solve/" == url
    assert desk.get(url).status_code == 405
    assert desk.post(url, {"note": ""}).status_code == 409

    assert desk.post(url, {"note": "已换好"}).status_code == 302
    assert NeedRequest.objects.get().state == "solved"
    assert desk.post(url, {"note": "已换好"}).status_code == 409


def test_reveal_takes_a_reason_is_on_record_and_limited(desk, secretary, resident):
    url = reverse("grids:resident_reveal", args=[resident.pk, "phone"])
    assert desk.post(url, {"reason": ""}).status_code == 409
    shown = desk.post(url, {"reason": "电话回访核实"})

    assert "13812345678" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    event = AuditEvent.objects.get(action="personal.reveal")
    assert (event.actor_id, event.after, event.reason) == (secretary.pk, {"field": "phone"}, "电话回访核实")
    for _ in range(REVEALS_PER_HOUR - 1):
        desk.post(url, {"reason": "电话回访核实"})
    assert desk.post(url, {"reason": "电话回访核实"}).status_code == 409
    assert desk.post(reverse("grids:resident_reveal", args=[resident.pk, "name"])).status_code == 404


def test_household_page_is_masked(desk, household, resident):
    page = desk.get(reverse("grids:household_detail", args=[household.pk])).content.decode()

    assert "138****5678" in page
    assert [secret for secret in SECRETS[:3] if secret in page] == []


def test_reveal_is_not_for_a_worker(client, worker, resident):
    client.force_login(worker)
    url = reverse("grids:resident_reveal", args=[resident.pk, "phone"])
    assert client.post(url, {"reason": "电话回访核实"}).status_code == 403


def test_tags_by_the_desk(desk, household):
    url = reverse("grids:household_tag", args=[household.pk])
    fair = {"kind": "disabled", "basis": "残联名册", "expires_on": today() + timedelta(days=90)}
    assert desk.post(url, fair | {"basis": ""}).status_code == 400
    assert desk.post(url, fair | {"expires_on": ""}).status_code == 400
    assert desk.post(url, fair | {"expires_on": today()}).status_code == 400
    assert desk.post(url, fair).status_code == 302
    desk.post(reverse("grids:tag_end", args=[make_tag(household, kind="veteran").pk]))

    assert list(CareTag.objects.live_on(today()).values_list("kind", flat=True)) == ["disabled"]


def test_need_is_taken_up_again_by_its_button(desk, household):
    need = make_need(household, state="solved")
    url = reverse("grids:need_step", args=[need.pk, "reopen"])
    assert "没解决，重新办理" in desk.get(reverse("grids:need_detail", args=[need.pk])).content.decode()
    assert desk.post(url, {"note": ""}).status_code == 409
    assert desk.post(url, {"note": "还是不亮"}).status_code == 302

    need.refresh_from_db()
    assert (need.state, need.solved_on, need.closed_on, need.reopened_count) == ("open", None, None, 1)
    assert "还是不亮" in desk.get(reverse("grids:need_detail", args=[need.pk])).content.decode()
