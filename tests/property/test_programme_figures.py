"""What programmes bring before the dispatch, and their figures: equal to the lists behind them, on any day."""

from datetime import date, timedelta

import pytest

from governance.statistics.registry import indicators
from property.reminders.programmes import late_tasks, tasks_due_soon
from tests.factories.people import make_user
from tests.factories.programmes import finish, make_item, make_programme, move_due

DAY = date(2024, 6, 10)


@pytest.fixture
def tasks(country):
    """On the day one complete, one late, one due in three days, one far off; one dropped, one of a closed programme."""
    county, street = country["990101"], country["990101001"]
    programme = make_programme(county, name="三年行动")
    far = DAY + timedelta(days=90)
    finish(make_item(county, programme, title="完成的", due_on=DAY), on=DAY - timedelta(days=9))
    make_item(street, programme, title="滞后的", lead_office="街道办", due_on=DAY - timedelta(days=4))
    make_item(county, programme, title="快到的", due_on=DAY + timedelta(days=3))
    make_item(county, programme, title="还早的", due_on=far)
    make_item(county, programme, title="撤销的", due_on=DAY, dropped_on=DAY, drop_reason="并入他项")
    closed = make_programme(county, closed_on=DAY - timedelta(days=1))
    finish(make_item(county, closed, title="办结的", due_on=DAY), on=DAY - timedelta(days=30))
    make_item(country["990102"], title="邻区的", due_on=DAY - timedelta(days=4))
    return country


def test_late_tasks_answers_for_a_past_day_as_it_would_have_then(tasks):
    [item] = late_tasks(tasks["990101"], DAY)

    assert (item.title, item.owner, item.days_late, item.lag) == (
        "三年行动：滞后的",
        "街道办",
        4,
        "超期 4 天",
    )
    assert late_tasks(tasks["990101"], DAY - timedelta(days=4)) == []


def test_a_day_moved_later_does_not_undo_what_was_late_then(country):
    item = make_item(country["990101"], due_on=DAY - timedelta(days=4))
    move_due(item, DAY + timedelta(days=90), on=DAY + timedelta(days=1))

    assert [len(late_tasks(country["990101"], DAY + timedelta(days=days))) for days in (0, 1)] == [1, 0]


def test_tasks_due_within_a_week_are_said_beforehand(tasks):
    [item] = tasks_due_soon(tasks["990101"], DAY)

    assert (item.title, item.days_late, item.lag) == ("三年行动：快到的", 0, "还有 3 天到期")
    assert tasks_due_soon(tasks["990101"], DAY + timedelta(days=3))[0].lag == "今天到期"


@pytest.mark.parametrize(
    ("area", "key", "numerator", "denominator"),
    [
        ("990101", "programme.done_share", 1, 4),
        ("990101", "programme.late_count", 1, None),
        ("990101001", "programme.done_share", 0, 1),
        ("9901", "programme.late_count", 2, None),
    ],
)
def test_the_figure_of_a_day_is_the_total_of_its_lists(client, tasks, area, key, numerator, denominator):
    client.force_login(make_user("city_official", tasks["9901"]))
    query = {"indicator": key, "area": area, "as_of": DAY.isoformat()}

    value = client.get("/api/v1/statistics/values/", query).json()

    assert (value["numerator"], value["denominator"]) == (numerator, denominator)
    counts = (count for count in (numerator, denominator) if count is not None)
    for figure, count in zip(indicators()[key].figures, counts, strict=True):
        page = client.get(figure.rows.page_url(area=area, as_of=DAY)).context["page"]
        api = figure.rows.api_url(area=area, as_of=DAY)
        file = b"".join(client.get(f"{api}&format=csv").streaming_content).decode().splitlines()
        assert (page.count, client.get(api).json()["count"], len(file) - 1) == (count, count, count)
