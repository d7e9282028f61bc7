"""Two sides side by side, and what is seen as a file."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from governance.areas.models import Area
from governance.kernel.days import today, years_later
from governance.statistics.models import RoleBoard
from tests.factories.people import make_user
from tests.statistics import sample
from tests.statistics.sample import Call, call

BOARD, COMPARE = reverse("statistics:board"), reverse("statistics:compare")


@pytest.fixture
def official(city):
    """Three calls in the east, one in the west; one a year and a day ago, from before the year shown."""
    RoleBoard.objects.create(role=None, indicators=list(sample.BY_KEY), shown="sample.count")
    codes = [sample.GRIDS[0], sample.GRIDS[0], sample.GRIDS[1], sample.GRIDS[2]]
    rows = [call(code, today() - timedelta(days=n)) for n, code in enumerate(codes)]
    Call.objects.bulk_create([*rows, call(sample.GRIDS[0], years_later(today(), -1) - timedelta(days=1))])
    client = Client()
    client.force_login(make_user("city_official", Area.objects.get(code=sample.CITY)))
    return client


def words(page) -> dict[str, tuple]:
    return {
        line["name"]: (*(side["words"] for side in line["sides"]), line["difference"].words)
        for line in page.context["lines"]
    }


def test_compare_two_areas_over_the_same_days(official):
    page = official.get(COMPARE, {"area": sample.EAST, "other": sample.WEST})

    assert words(page)["sample.count"] == ("3 件", "1 件", "多 2 件（+200.0%）")
    assert words(page)["sample.unsolved_count"] == ("4 件", "1 件", "多 3 件（+300.0%）")


def test_compare_begins_with_the_same_days_a_year_before(official):
    page = official.get(COMPARE)

    left, right = page.context["left"], page.context["right"]
    assert right.span.to_on == right.span.as_of == years_later(left.span.to_on, -1)
    assert words(page)["sample.count"] == ("4 件", "1 件", "多 3 件（+300.0%）")


def test_compare_reads_what_stands_at_the_end_of_each_side(official):
    until = years_later(today(), -1)
    days = {"other_from": until - timedelta(days=9), "other_to": until}

    page = official.get(COMPARE, {"area": sample.EAST, **days})

    assert words(page)["sample.unsolved_count"] == ("4 件", "1 件", "多 3 件（+300.0%）")


def test_every_compared_figure_opens_its_list(official):
    page = official.get(COMPARE, {"area": sample.EAST, "other": sample.WEST})

    [line] = [line for line in page.context["lines"] if line["name"] == "sample.count"]
    for side, code in zip(line["sides"], (sample.EAST, sample.WEST), strict=True):
        assert f"area={code}&from=" in side["url"]


def test_compare_offers_the_areas_around(official):
    page = official.get(COMPARE, {"area": sample.EAST, "other": sample.GRIDS[2]})

    found = {label: [code for code, _name in rows] for label, rows in page.context["areas"]}
    assert found == {
        "上级": [sample.CITY],
        "同级": [sample.EAST, sample.WEST],
        "下级": [sample.TOWN],
        "已选": [sample.GRIDS[2]],
    }


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"other": sample.CITY, "from": "2026-01-01", "to": "2026-02-01", "other_from": "2026-01-01",
          "other_to": "2026-02-01"}, "没有可比的"),
        ({"other_from": "2026-02-01", "other_to": "2026-01-01"}, "晚于结束日期"),
        ({"other_from": "1926-01-01"}, "一次最多查询"),
        ({"other_to": "soon"}, "不是日期"),
        ({"beside": "640101"}, "不认识参数"),
        ({"format": "exe"}, "format 只能是：csv、xlsx"),
    ],
)  # fmt: skip
def test_compare_without_sense_is_refused_with_a_sentence(official, query, sentence):
    answer = official.get(COMPARE, query)

    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_compare_takes_as_many_statements_for_more_areas(official, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        official.get(COMPARE, {"area": sample.EAST, "other": sample.WEST})


def test_another_county_is_not_compared(city):
    client = Client()
    client.force_login(make_user("county_official", Area.objects.get(code=sample.EAST)))

    assert client.get(COMPARE, {"other": sample.EAST}).status_code == 200
    assert client.get(COMPARE, {"other": sample.WEST}).status_code == 404


def test_board_as_csv_holds_tiles_trend_and_ranking_as_on_the_page(official):
    page = official.get(BOARD)
    rows = list(csv.DictReader(StringIO(official.get(BOARD, {"format": "csv"}).content.decode("utf-8-sig"))))

    tiles = {row["指标"]: row["数值"] for row in rows if row["部分"] == "主要指标"}
    assert tiles == {
        tile["name"]: "" if tile["value"] is None else str(tile["value"]) for tile in page.context["tiles"]
    }
    units = [(row["代码或时间"], row["数值"]) for row in rows if row["部分"] == "各单位比较"]
    assert units == [(sample.EAST, "3"), (sample.WEST, "1")]
    assert len([row for row in rows if row["部分"] == "走势"]) == 12
    assert "截至" in rows[-1]["部分"]


def test_board_as_workbook_keeps_codes_as_text(official):
    answer = official.get(BOARD, {"format": "xlsx"})

    [sheet] = CalamineWorkbook.from_filelike(BytesIO(answer.content)).sheet_names
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_name(sheet).to_python()
    assert rows[0][0] == f"区{sample.CITY} 看板"
    assert rows[2][:4] == ["部分", "指标", "代码或时间", "名称"]
    assert rows[3][2] == sample.CITY
    assert rows[3][6] == 4


def test_comparison_as_file_holds_both_sides(official):
    query = {"area": sample.EAST, "other": sample.WEST, "format": "csv"}
    rows = list(csv.DictReader(StringIO(official.get(COMPARE, query).content.decode("utf-8-sig"))))

    assert (rows[0]["甲数值"], rows[0]["乙数值"], rows[0]["相差"]) == ("3", "1", "多 2 件（+200.0%）")


def test_board_of_a_past_day_compares_with_no_year_before(official):
    page = official.get(BOARD, {"as_of": (today() - timedelta(days=1)).isoformat()})

    assert {tile["change"] for tile in page.context["tiles"]} == {""}


def test_explanation_opens_in_place(official):
    url = reverse("statistics:explain", args=["sample.count"])
    part = official.get(url, headers={"HX-Request": "true"}).content.decode()

    assert "sample.count formula" in part
    assert "<html" not in part
    assert part.strip() in official.get(url).content.decode() or "explain-figure" in part


def test_tile_explains_the_days_it_shows(official):
    [tile] = [
        one
        for one in official.get(BOARD, {"period": "month"}).context["tiles"]
        if one["name"] == "sample.count"
    ]

    page = official.get(tile["explain_url"])

    assert page.context["reading"].from_on == date.today().replace(day=1)
    assert page.context["reading"].value == tile["value"]
