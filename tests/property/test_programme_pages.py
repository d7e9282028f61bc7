"""Pages of programmes: what they show, what their forms say, how often they ask the database."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from governance.kernel.days import today
from property.models import ItemProgress, Programme, ProgrammeItem, Regulation
from tests.factories.people import make_user
from tests.factories.programmes import (
    accept,
    finish,
    make_category,
    make_item,
    make_preset,
    make_programme,
    make_progress,
    make_regulation,
)


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def desk(client, county):
    client.force_login(make_user("property_officer", county))
    return client


@pytest.fixture
def programme(county):
    return make_programme(county, name="三年行动")


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def text_of(response) -> str:
    return response.content.decode()


def picture(name: str = "现场.png"):
    file = BytesIO()
    Image.new("RGB", (40, 30), "white").save(file, "PNG")
    file.seek(0)
    file.name = name
    return file


def test_the_list_counts_tasks_by_state(desk, county, programme):
    category = make_category(programme)
    finish(make_item(county, category=category))
    make_item(county, category=category, due_on=today() - timedelta(days=3))

    page = text_of(desk.get("/property/programmes/"))

    assert "三年行动" in page and "完成 1 / 2 项" in page and "滞后 1 项" in page


def test_lists_and_the_board_ask_as_often_for_three_rows_as_for_one(desk, county, programme):
    category = make_category(programme)
    pages = [
        "/property/programmes/",
        "/property/items/",
        "/property/regulations/",
        f"/property/programmes/{programme.pk}/",
    ]
    asked = {}
    desk.get(pages[0])
    for rows in (1, 3):
        while ProgrammeItem.objects.count() < rows:
            accept(make_progress(make_item(county, category=category), 50))
            make_regulation(county)
        while Programme.objects.count() < rows:
            make_programme(county)
        for page in pages:
            with CaptureQueriesContext(connection) as counted:
                assert desk.get(page).status_code == 200
            assert asked.setdefault(page, len(counted)) == len(counted) <= 12, page


def test_the_board_shows_each_class_with_its_tasks_and_their_clocks(desk, county, programme):
    category = make_category(programme, "设施安全")
    make_item(county, category=category, title="电梯评估", due_on=today() - timedelta(days=12))
    make_category(programme, "还空着")

    page = text_of(desk.get(f"/property/programmes/{programme.pk}/"))

    for words in ("设施安全", "电梯评估", "滞后", "超期 12 天", "还空着", "增加任务", "通报草稿"):
        assert words in page


def test_a_day_that_comes_within_a_week_is_said(desk, county, programme):
    category = make_category(programme)
    for title, days in (("今天的", 0), ("快到的", 7), ("还早的", 8)):
        make_item(county, category=category, title=title, due_on=today() + timedelta(days=days))

    page = text_of(desk.get("/property/items/"))

    assert ("今天到期" in page, "还有 7 天到期" in page, "还有 8 天到期" in page) == (True, True, False)


def test_a_street_sees_its_own_tasks_of_the_county_and_no_circular(client, country, county, programme):
    category = make_category(programme)
    make_item(country["990101001"], category=category, title="街道任务")
    make_item(county, category=category, title="区里任务")
    client.force_login(make_user("street_deputy", country["990101001"]))

    page = text_of(client.get(f"/property/programmes/{programme.pk}/"))

    assert ("街道任务" in page, "区里任务" in page, "通报草稿" in page) == (True, False, False)
    assert client.get(f"/property/programmes/{programme.pk}/circular/").status_code == 403
    client.force_login(make_user("street_deputy", country["990101002"]))
    assert client.get(f"/property/programmes/{programme.pk}/").status_code == 404


def test_a_programme_is_opened_from_a_preset_by_form(desk, county):
    make_preset("property_action")
    form = {
        "name": "新三年行动", "area": county.pk, "preset": "property_action", "kind": "other",
        "begins_on": "2026-01-01", "ends_on": "2028-12-31",
    }  # fmt: skip
    answer = desk.post("/property/programmes/open/", form)
    made = Programme.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/property/programmes/{made.pk}/")
    assert (made.kind, ProgrammeItem.objects.count()) == ("property_action", 20)
    again = desk.post("/property/programmes/open/", form)
    assert (again.status_code, "同名的专项任务" in text_of(again)) == (400, True)


def test_a_task_is_added_changed_and_dropped_by_form(desk, county, programme):
    category = make_category(programme)
    url = f"/property/programmes/{programme.pk}/categories/{category.pk}/item/"
    form = {
        "title": "划线标识", "lead_office": "消防救援大队", "area": county.pk, "standard": "到位",
        "due_on": "2030-01-01",
    }  # fmt: skip
    assert desk.get(url).status_code == 200
    assert desk.post(url, form | {"due_on": "2050-01-01"}).status_code == 400
    assert desk.post(url, form).status_code == 302
    item = ProgrammeItem.objects.get()
    change = f"/property/items/{item.pk}/change/"
    assert desk.get(change).status_code == 200
    assert desk.post(change, form | {"due_on": "2031-01-01", "reason": "工期"}).status_code == 302
    page = text_of(desk.get(f"/property/items/{item.pk}/"))
    assert "2030-01-01 → 2031-01-01" in page and "工期" in page
    assert desk.post(f"/property/items/{item.pk}/drop/", {"reason": "并入他项"}).status_code == 302
    assert "已撤销" in text_of(desk.get(f"/property/programmes/{programme.pk}/"))
    assert desk.post(f"/property/items/{item.pk}/drop/", {"reason": "再次"}).status_code == 409


def test_progress_is_reported_with_pictures_and_checked_by_another(client, county, programme):
    item = make_item(county, programme)
    writer, checker = make_user("property_officer", county), make_user("county_official", county)
    client.force_login(writer)
    url = f"/property/items/{item.pk}/progress/"
    form = {"percent": "100", "text": "全部划线👍", "day": today().isoformat(), "photos": [picture()]}
    assert client.post(url, form | {"percent": "101"}).status_code == 400
    assert client.post(url, form | {"percent": "100", "photos": [picture()]}).status_code == 302
    line = ItemProgress.objects.get()
    page = text_of(client.get(f"/property/items/{item.pk}/"))
    assert "请由别人核验" in page and f"/files/{line.evidence.get().number}/" in page
    check = f"/property/items/{item.pk}/progress/{line.pk}/check/"
    assert client.post(check, {"verdict": "accept"}).status_code == 409
    client.force_login(checker)
    refused = client.post(check, {"verdict": "send_back"})
    assert (refused.status_code, "退回要写明理由" in text_of(refused)) == (400, True)
    assert client.post(check, {"verdict": "accept", "note": "看过现场"}).status_code == 302
    page = text_of(client.get(f"/property/items/{item.pk}/"))
    assert "核验通过" in page and "看过现场" in page and "填报进展" not in page


def test_the_item_list_reads_as_of_the_day(desk, county, programme):
    item = make_item(county, programme, title="按日读", due_on=date(2024, 5, 1))
    finish(item, on=date(2024, 6, 1))
    for day, state in (("2024-04-01", "not_started"), ("2024-05-02", "late"), ("2024-06-01", "done")):
        rows = desk.get("/property/items/", {"as_of": day, "state": state}).context["page"]
        assert [row.title for row in rows] == ["按日读"], day


def test_the_list_of_what_waits_for_a_check(desk, county, programme):
    category = make_category(programme)
    waiting, checked, silent = (make_item(county, category=category) for _ in range(3))
    make_progress(waiting, 50)
    accept(make_progress(checked, 50))

    rows = desk.get("/property/items/", {"to_check": "true"}).context["page"]

    assert [row.pk for row in rows] == [waiting.pk] and silent.pk


def test_a_programme_is_closed_when_nothing_is_open(desk, county, programme):
    item = make_item(county, programme)
    url = f"/property/programmes/{programme.pk}/close/"
    assert desk.get(url).status_code == 200
    refused = desk.post(url, {"note": ""})
    assert (refused.status_code, "还有 1 项任务" in text_of(refused)) == (409, True)
    finish(item)
    assert desk.post(url, {"note": "验收"}).status_code == 302
    assert "已办结" in text_of(desk.get("/property/programmes/"))


def test_a_rule_is_drafted_and_issued_by_form(desk, county):
    form = {
        "title": "议事规则",
        "area": county.pk,
        "owner_office": "街道",
        "batch": "1",
        "text": "第一条 总则。",
    }
    assert desk.get("/property/regulations/draft/").status_code == 200
    assert desk.post("/property/regulations/draft/", form).status_code == 302
    rule = Regulation.objects.get()
    home = f"/property/regulations/{rule.pk}/"
    assert desk.post(f"{home}revise/", form | {"batch": "2"}).status_code == 302
    assert desk.post(f"{home}issue/", {"issued_no": "", "issued_on": ""}).status_code == 400
    assert desk.post(f"{home}issue/", {"issued_no": "1号", "issued_on": "2026-01-01"}).status_code == 302
    assert desk.post(f"{home}consult/").status_code == 409
    assert desk.post(f"{home}nonsense/").status_code == 404
    page = text_of(desk.get(home))
    assert "印发" in page and "1号" in page and "第 2 批" in page
