"""The dictionary, as pages, as files and over REST."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook
from rest_framework.test import APIClient

from governance.statistics import facts, registry
from governance.statistics.actions import load_indicator_settings
from governance.statistics.definitions import ValidRange
from governance.statistics.dictionary import range_words, read_entries
from tests.factories.areas import make_area
from tests.factories.dictionary import make_version
from tests.factories.litigation import make_definition, make_litigation
from tests.factories.people import make_user

DICTIONARY = reverse("statistics:dictionary")
API = "/api/v1/statistics/indicators/"
A, B = "litigation.suits_per_resident", "litigation.suits_per_present"
JUNE = datetime(2026, 6, 1, 4, tzinfo=UTC)
DAYS = {"from": "2026-01-01", "to": "2026-07-31"}


@pytest.fixture
def official(country):
    return make_user("city_official", country["9901"])


@pytest.fixture
def client(official):
    client = Client()
    client.force_login(official)
    return client


@pytest.fixture
def api(official):
    client = APIClient()
    client.force_authenticate(official)
    return client


@pytest.fixture
def courts(country):
    """Two counties: 90 suits over 300,000 residents and 50,000 others, 30 over 200,000 and none."""
    make_litigation(
        country["990101"], date(2026, 7, 1), civil_first_instance=90, administrative_first_instance=10,
        population_resident=300_000, population_floating=50_000,
    )  # fmt: skip
    make_litigation(
        country["990102"], date(2026, 7, 1), civil_first_instance=30, administrative_first_instance=0,
        population_resident=200_000, population_floating=0,
    )  # fmt: skip
    facts.drain()


def entry(key: str) -> str:
    return reverse("statistics:entry", args=[key])


def shown(page) -> set[str]:
    return {one.indicator.key for _block, rows in page.context["blocks"] for one in rows}


# The list


def test_dictionary_lists_every_indicator_by_block_with_all_of_its_definition(client):
    page = client.get(DICTIONARY)
    text = page.content.decode()
    assert shown(page) == set(registry.indicators())
    for one in registry.indicators().values():
        assert one.key in text
    for words in (
        "网格员配备率",
        "政法委",
        "0–100%",
        "期内发生数，随记录实时变动",
        "截至某日的存量",
        "第 1 版",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("grids.staffed", {"grids.staffed_share"}),
        ("STAFFED", {"grids.staffed_share"}),
        ("万人成讼率", {A, B}),
        ("成讼 流动", {B}),
        ("政府督查室", {"dispatch.rectified_share"}),
        ("不再履行的义务不计", {"disputes.performance_rate"}),
    ],
)
def test_search_finds_by_name_key_formula_and_owner(client, api, asked, found):
    assert shown(client.get(DICTIONARY, {"q": asked})) == found
    assert {row["key"] for row in api.get(API, {"q": asked}).json()} == found


def test_search_finds_by_the_owner_the_city_says(client):
    load_indicator_settings([{"indicator": "visits.count", "owner": "平安办"}])
    assert shown(client.get(DICTIONARY, {"q": "平安办"})) == {"visits.count"}


def test_search_without_an_answer_says_so(client):
    page = client.get(DICTIONARY, {"q": "<b>没有🙂"})
    assert "没有找到指标" in page.content.decode()
    assert "&lt;b&gt;没有🙂" in page.content.decode()


@pytest.mark.parametrize("query", [{"format": "exe"}, {"owner": "政法委"}])
def test_nonsense_is_refused(client, query):
    assert client.get(DICTIONARY, query).status_code == 400


def test_files_hold_what_is_found(client):
    lines = list(
        csv.reader(
            StringIO(client.get(DICTIONARY, {"q": "万人", "format": "csv"}).content.decode("utf-8-sig"))
        )
    )
    head, *rows, _note = lines
    assert head[:3] == ["板块", "代码", "名称"]
    assert {row[1] for row in rows} == set(registry.alternatives_of(A).indicators) | {
        "litigation.filings_per_present",
        "litigation.filings_per_resident",
    }
    book = CalamineWorkbook.from_filelike(BytesIO(client.get(DICTIONARY, {"format": "xlsx"}).content))
    lines = book.get_sheet_by_index(0).to_python()
    assert len(lines) == 3 + len(registry.indicators())


def test_dictionary_takes_as_many_statements_for_one_as_for_all(client, django_assert_num_queries):
    client.get(DICTIONARY)
    with CaptureQueriesContext(connection) as few:
        client.get(DICTIONARY, {"q": "grids.staffed"})
    with django_assert_num_queries(len(few)):
        client.get(DICTIONARY)
    assert len(few) <= 12


def test_every_entry_says_what_rows_it_counts_and_between_which_values(db):
    for one in read_entries():
        assert one.record_words and one.range_words and one.owner, one.indicator.key


@pytest.mark.parametrize(
    ("valid", "unit", "words"),
    [
        (ValidRange(0, 100), "%", "0–100%"),
        (ValidRange(0, None), "件", "不小于 0 件"),
        (ValidRange(None, 2000), "套", "不大于 2,000 套"),
        (ValidRange(None, None), "套", "不限"),
    ],
)
def test_range_in_words(valid, unit, words):
    assert range_words(valid, unit) == words


# One indicator


def test_entry_shows_its_figure_with_the_ways_to_board_explanation_and_lists(client, courts):
    page = client.get(entry(A), DAYS)
    text = page.content.decode()
    assert page.context["value"] == "2.40 件/万人"
    assert page.context["board_url"].startswith(reverse("statistics:board"))
    assert page.context["explain_url"].startswith(reverse("statistics:explain", args=[A]))
    assert page.context["lists"]["numerator"].startswith(reverse("disputes:litigation_list"))
    for words in (
        "期内民商事一审新收案件 ÷ 期末常住人口 × 10000",
        "诉讼数据",
        "市、县区",
        "不小于 0 件/万人",
    ):
        assert words in text


def test_versions_stand_newest_first_with_old_and_new_beside_one_another(client):
    make_version("visits.count", 2, JUNE, formula="旧公式", numerator="n")
    make_version("visits.count", 3, JUNE, formula="新公式", numerator="n")
    make_version("visits.count", 4, JUNE, formula="新公式", numerator="n", wording="1" * 64)
    page = client.get(entry("visits.count"))
    lines = page.context["versions"]
    assert [line["version"].number for line in lines] == [4, 3, 2, 1]
    assert [line["changes"] for line in lines[:2]] == [
        [],
        [{"label": "公式", "before": "旧公式", "after": "新公式"}],
    ]
    text = page.content.decode()
    assert "取数的条件改了" in text
    assert "第 4 版，2026-06-01 起" in text


def test_a_figure_names_the_version_it_is_reckoned_by(client):
    make_version("visits.count", 2, JUNE)
    text = client.get(reverse("statistics:explain", args=["visits.count"])).content.decode()
    assert "第 2 版，2026-06-01 起" in text


def test_unknown_indicator_is_not_found(client, api):
    assert client.get(entry("no.such")).status_code == 404
    assert api.get(f"{API}no.such/").status_code == 404


def test_another_area_is_not_found(country, client, api):
    make_area("9902")
    assert client.get(entry(A), {"area": "9902"}).status_code == 404
    assert api.get(f"{API}{A}/alternatives/", {"area": "9902"}).status_code == 404


# What another definition would give


def test_other_definitions_stand_beside_the_published_one(client, courts):
    page = client.get(entry(A), DAYS)
    values = {result.indicator.key: words for result, words in page.context["results"]}
    assert values == {
        A: "2.40 件/万人",
        B: "2.18 件/万人",
        "litigation.filings_per_present": "2.36 件/万人",
        "litigation.filings_per_resident": "2.60 件/万人",
    }
    text = page.content.decode()
    assert "按“万人成讼率（常住人口）”公布" in text
    assert "少 0.22 件/万人（-9.1%）" in text
    assert "期内民商事一审新收案件 ÷（期末常住人口 + 期末登记流动人口）× 10000" in text


def test_other_definitions_are_given_for_the_areas_below(client, courts):
    rows = {row["key"]: row["cells"] for row in client.get(entry(A), DAYS).context["rows"]}
    assert [cell["words"] for cell in rows["990101"][:2]] == ["3.00 件/万人", "2.57 件/万人"]
    assert rows["990101"][0]["difference"] == ""
    assert rows["990101"][1]["difference"] == "少 0.43 件/万人（-14.3%）"
    assert [cell["words"] for cell in rows["990102"][:2]] == ["1.50 件/万人", "1.50 件/万人"]


def test_an_area_above_which_the_figure_is_not_counted_says_so(client, courts):
    county = client.get(entry(A), {**DAYS, "area": "990101"})
    assert (county.context["value"], county.context["rows"]) == ("3.00 件/万人", [])
    assert "这个指标不算到这一级" in client.get(entry(A), {**DAYS, "area": "990101001"}).content.decode()


def test_a_place_publishes_by_what_it_laid_down_for_the_days(client, api, country, courts):
    make_definition(country["9901"], "suits", "B", date(2026, 7, 1))
    assert client.get(entry(A), DAYS).context["entry"].published.key == B
    earlier = {"from": "2026-01-01", "to": "2026-06-30"}
    assert client.get(entry(A), earlier).context["entry"].published.key == A
    assert api.get(f"{API}{A}/").json()["published"] == B


def test_what_was_laid_down_goes_before_the_preset_and_the_preset_before_the_usual(client, country, courts):
    load_indicator_settings([{"indicator": B, "published": True}])
    rates = reverse("disputes:litigation_rates")
    assert client.get(entry(A), DAYS).context["entry"].published.key == B
    assert client.get(rates, DAYS).context["rates"][0].definition == "B"
    make_definition(country["9901"], "suits", "A", date(2026, 1, 1))
    assert client.get(entry(A), DAYS).context["entry"].published.key == A
    assert client.get(rates, DAYS).context["rates"][0].definition == "A"


def test_explanation_names_the_published_definition(client, courts):
    text = client.get(reverse("statistics:explain", args=[B])).content.decode()
    assert "公布的是“万人成讼率（常住人口）”" in text


def test_entry_takes_as_many_statements_for_more_areas(client, country, courts, django_assert_num_queries):
    client.get(entry(A))
    with CaptureQueriesContext(connection) as few:
        client.get(entry(A), DAYS)
    for n in range(3, 9):
        make_litigation(make_area(f"99010{n}"), date(2026, 7, 1))
    with django_assert_num_queries(len(few)):
        assert len(client.get(entry(A), DAYS).context["rows"]) == 8
    assert len(few) <= 16


# Over REST


def test_api_gives_versions_range_and_alternatives(api):
    load_indicator_settings([{"indicator": A, "valid": [0, 400], "owner": "平安办"}])
    make_version(A, 2, JUNE, formula="新公式")
    found = api.get(f"{API}{A}/").json()
    assert (found["version"], found["since"]) == (2, "2026-06-01T12:00:00+08:00")
    assert [one["number"] for one in found["versions"]] == [1, 2]
    assert found["versions"][1]["formula"] == "新公式"
    assert (found["lowest"], found["highest"], found["owner"]) == (0, 400, "平安办")
    assert (found["alternatives"], found["published"]) == ([A, B], A)
    assert found["records"] == ["诉讼数据"]
    assert found in api.get(API).json()


def test_api_gives_what_the_page_gives_by_each_definition(client, api, courts):
    found = api.get(f"{API}{A}/alternatives/", {"area": "9901", **DAYS}).json()
    page = client.get(entry(A), DAYS).context["results"]
    assert [(one["indicator"], one["value"]) for one in found] == [
        (result.indicator.key, result.reading.value) for result, _words in page
    ]
    published, other = found[:2]
    assert (published["is_published"], published["apart"]) == (True, 0)
    assert (other["is_published"], other["apart"]) == (False, pytest.approx(-0.2182))
    assert {row["area"]: row["apart"] for row in other["rows"]} == {
        "990101": pytest.approx(-0.4286),
        "990102": 0,
    }


def test_api_of_an_indicator_with_one_definition_gives_that(api, country):
    [only] = api.get(f"{API}visits.count/alternatives/", {"area": "9901"}).json()
    assert (only["indicator"], only["is_published"], only["apart"]) == ("visits.count", True, 0)


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("", {"x": "1"}, 400),
        (f"{A}/", {"q": "1"}, 400),
        (f"{A}/alternatives/", {"area": "9901", "by": "area"}, 400),
        (f"{A}/alternatives/", {"area": "9901", "from": "soon"}, 400),
        (f"{A}/alternatives/", {}, 404),
    ],
)
def test_api_refuses_nonsense(api, country, path, query, status):
    assert api.get(API + path, query).status_code == status


@pytest.mark.parametrize("path", ["", f"{A}/", f"{A}/alternatives/?area=9901"])
def test_what_has_not_changed_is_not_sent_again(api, country, path):
    tag = api.get(API + path)["ETag"]
    assert api.get(API + path, HTTP_IF_NONE_MATCH=tag).status_code == 304
    load_indicator_settings([{"indicator": B, "published": True}])
    make_version(A, 2, JUNE)
    make_definition(country["9901"], "suits", "B", date(2026, 1, 1))
    assert api.get(API + path, HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_definitions_without_a_counted_alternative_are_faults(monkeypatch):
    broken = registry.alternatives_of(A).__class__("x", "x", ("no.such", "visits.count", "visits.count"))
    monkeypatch.setattr(registry, "alternatives", lambda: [broken])
    assert registry.faults() == [
        "no indicator is the alternative 'no.such'",
        "indicator 'visits.count' is an alternative twice",
    ]
