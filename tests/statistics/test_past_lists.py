"""The list behind a figure of a past day holds the rows that lay there on that day's boundaries."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from governance.areas.actions import merge_areas, move_area
from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.reading import read_value, read_values, span_of
from tests.factories.grids import make_household, make_visit
from tests.factories.people import make_user
from tests.statistics import listed
from tests.statistics.rows import make_rows

HAPPENED = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
OF_DAY = HAPPENED.date() + timedelta(days=1)
CUT_ON = HAPPENED.date() + timedelta(days=2)
LATER = HAPPENED + timedelta(days=3)
GAVE, TOOK = "990101001", "990101002"
VISITS = "/grids/visits/"


def cut_anew(country, by) -> None:
    """A community goes to the next township, a building in it is merged away, and the other county gets a township."""
    merge_areas([country["990101001001001002"]], by=by, on=CUT_ON, into=country["990101001001001001"])
    move_area(country["990101001001"], by=by, on=CUT_ON, to=country[TOOK])


@pytest.fixture
def recut(country):
    """Rows of every kind, then other boundaries; everybody now lives two days later."""
    with time_machine.travel(HAPPENED, tick=False):
        make_rows(country)
        make_visit(make_household(country["990101001001001002"]))
    with time_machine.travel(LATER, tick=False):
        cut_anew(country, make_user("system_admin", country["9901"]))
        for area in country.values():
            area.refresh_from_db()
        yield country


@pytest.fixture
def desk(recut):
    client = Client()
    client.force_login(make_user("city_official", recut["9901"]))
    return client


def behind(indicator):
    """The sides of an indicator whose lists can be asked for a past day."""
    for side in ("numerator", "denominator"):
        figure = getattr(indicator, side)
        if (
            figure
            and figure.rows
            and (figure.rows.as_of or (indicator.kind == "flow" and figure.rows.period))
        ):
            yield side, figure.rows


@pytest.mark.parametrize("code", [GAVE, TOOK, "990101"])
def test_every_list_of_a_past_day_is_as_long_as_its_figure(recut, desk, code):
    indicators, differing, shown = list(registry.indicators().values()), {}, 0
    for reading in read_values(indicators, area=recut[code], span=span_of(as_of=OF_DAY)):
        for side, rows in behind(reading.indicator):
            figure = getattr(reading, side)
            shown += bool(figure)
            page, api = reading.page_lists()[side], reading.api_lists()[side]
            said = {"api": listed.of_api(desk, api, rows)}
            if page:
                said["page"] = listed.of_page(desk, page, rows)
            if set(said.values()) != {figure}:
                differing[f"{reading.indicator.key} {side}"] = (figure, said)
    assert differing == {}
    assert code == TOOK or shown > 20


def test_what_has_moved_is_listed_where_it_lay_then_and_where_it_lies_now(recut, desk):
    visits = registry.indicators()["visits.count"]

    then, now = (
        {code: read_value(visits, area=recut[code], span=span_of(as_of=day)) for code in (GAVE, TOOK)}
        for day in (OF_DAY, today())
    )

    assert then[GAVE].numerator == now[TOOK].numerator > 0 == then[TOOK].numerator == now[GAVE].numerator
    assert f"area_on={OF_DAY}" in then[GAVE].page_lists()["numerator"]
    assert "area_on" not in now[TOOK].page_lists()["numerator"]


def test_the_list_says_on_which_boundaries_it_is_drawn(recut, desk):
    shown = desk.get(VISITS, {"area": GAVE, "area_on": OF_DAY.isoformat()}).content.decode()
    assert f"区划代码（按 {OF_DAY} 的区划）" in shown
    assert "的区划）" not in desk.get(VISITS, {"area": GAVE}).content.decode()


def test_filtering_further_stays_on_those_boundaries(recut, desk):
    def sent(**query):
        shown = desk.get(VISITS, query).content.decode()
        form = re.search(r'<form class="menu-panel filter-form".*?</form>', shown, re.DOTALL)[0]
        return re.findall(r'name="area_on" value="([^"]*)"', form)

    assert sent(area=GAVE, area_on=OF_DAY.isoformat()) == [OF_DAY.isoformat()]
    assert sent(area=GAVE) == []


def test_an_area_taken_out_of_the_form_takes_its_boundaries_along(recut, desk):
    everywhere = desk.get(VISITS, {"area": "", "area_on": OF_DAY.isoformat()})

    assert everywhere.status_code == 200
    assert len(everywhere.context["page"].rows) == len(desk.get(VISITS).context["page"].rows) > 0


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ({"area": GAVE, "area_on": "yesterday"}, 400, "area_on 不是日期"),
        ({"area_on": "2026-11-19"}, 400, "area_on 要和 area 一起用"),
        ({"area": "8888", "area_on": "2026-11-19"}, 404, ""),
    ],
)
@pytest.mark.parametrize("path", [VISITS, "/api/v1/visits/"])
def test_a_wrong_day_is_refused(desk, path, query, status, sentence):
    answer = desk.get(path, query)

    assert answer.status_code == status
    assert sentence in answer.content.decode()


def test_nobody_sees_more_rows_by_an_old_boundary(recut):
    client = Client()
    client.force_login(make_user("street_dispatcher", recut[GAVE]))

    assert client.get("/api/v1/visits/", {"area": GAVE, "area_on": OF_DAY.isoformat()}).json()["count"] == 0
