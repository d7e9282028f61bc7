"""An address that asks for what there is not gets one sentence: never another answer, never all rows."""

import html
import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from governance.files.lists import list_named
from governance.files.models import TableExport
from governance.kernel.days import today
from tests.factories.grids import make_grid
from tests.permissions.asking import is_api
from tests.permissions.test_exports import LISTS, PHONE

OWN_PAGES = {
    "statistics:board": {},
    "statistics:compare": {},
    "disputes:category_report": {},
}
FIGURES = {
    "statistics-values-list": {"indicator": "grids.count", "area": "990101"},
    "statistics-matrix-list": {"indicator": "grids.count", "area": "990101"},
    "statistics-indicators-list": {},
}
ADDRESSES = sorted({*LISTS, *OWN_PAGES, *FIGURES} - set(PHONE))
DATED = [
    (name, first)
    for name in LISTS
    for first in list_named(name).shell.filterset_class.base_filters
    if first.endswith("_from")
]


def said(world, name: str, **query: str) -> tuple[int, str]:
    """Status and words of an answer: the API's, or what the page says."""
    address = reverse(name)
    answer = world.insider.get(address, OWN_PAGES.get(name, {}) | FIGURES.get(name, {}) | query)
    text = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
    if is_api(address):
        words = json.loads(text) if answer.status_code == 400 else {}
        return answer.status_code, str(words.get("detail") or words)
    return answer.status_code, html.unescape(re.sub(r"<[^>]+>", "", text))


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_form_of_file_nobody_makes_is_refused(world, name):
    status, words = said(world, name, format="exe")

    assert status == 400
    assert "format 只能是：" in words or "不提供文件下载" in words


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_typo_in_a_filter_is_refused_and_never_all_rows(world, name):
    status, words = said(world, name, statos="1")

    assert status == 400
    assert "statos" in words


@pytest.mark.parametrize(("name", "first"), DATED)
def test_days_that_end_before_they_begin_are_refused(world, name, first):
    begin, end = today().isoformat(), (today() - timedelta(days=1)).isoformat()

    status, words = said(world, name, **{first: begin, first.replace("_from", "_to"): end})

    assert status == 400
    assert f"开始日期 {begin} 晚于结束日期 {end}" in words


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"from": "1926-01-01", "to": "2026-01-01"}, "一次最多查询 10 年"),
        ({"from": "2026-02-01", "to": "2026-01-01"}, "开始日期 2026-02-01 晚于结束日期 2026-01-01"),
        ({"as_of": "1900-01-01"}, "起设立，请把日期改到这一天以后"),
        ({"as_of": "2999-01-01"}, "as_of 不能晚于今天"),
        ({"from": "2026-02-30"}, "from 不是日期"),
        ({"indicator": "grids.cuont"}, "没有这个指标"),
    ],
)
@pytest.mark.parametrize(
    "name", ["statistics:board", "statistics:compare", "statistics-values-list", "statistics-matrix-list"]
)
def test_a_figure_nobody_can_read_says_why(world, name, query, sentence):
    status, words = said(world, name, **{"area": "990101"} | query)

    assert status == 400
    assert sentence in words


def test_ten_thousand_areas_are_refused_before_anything_is_counted(world, django_assert_max_num_queries):
    codes = ",".join(f"99{number:010}" for number in range(10_000))

    with django_assert_max_num_queries(6):
        status, words = said(world, "statistics-matrix-list", area=codes)

    assert status == 400
    assert "一次最多 200 个区划，这次是 10000 个" in words


def test_a_stale_tag_brings_the_figure_anew_and_nonsense_is_no_tag(world):
    address, query = reverse("statistics-values-list"), FIGURES["statistics-values-list"]
    tag = world.insider.get(address, query)["ETag"]

    assert world.insider.get(address, query, headers={"if-none-match": tag}).status_code == 304
    make_grid(world.areas["990101001001001"])
    for stale in (tag, '"0"', "rubbish", '""', "W/"):
        answer = world.insider.get(address, query, headers={"if-none-match": stale})
        assert (answer.status_code, json.loads(answer.content)["value"]) == (200, 1)


def test_an_export_as_a_program_is_refused_and_leaves_nothing(world):
    asked = {"layout": "/api/v1/grids/", "file_format": "exe"}

    answer = world.insider.post(reverse("export-list"), json.dumps(asked), content_type="application/json")

    assert answer.status_code == 400
    assert "exe" in answer.content.decode()
    assert not TableExport.objects.exists()
