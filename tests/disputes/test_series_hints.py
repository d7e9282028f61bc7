"""Many like disputes in a month are shown as one series to be, to the office that has them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from disputes.actions.series import open_series
from disputes.actions.series_hints import dismiss_hint, find_series_hints
from disputes.models import SeriesHint, SeriesRule
from governance.casework.models import Case
from grids.models import BuildingGroup
from tests.factories.alike import FIRM, make_hint, make_quarrel, make_rules, make_told
from tests.factories.disputes import make_dispute
from tests.factories.grids import make_compound
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(db):
    make_rules()


@pytest.fixture
def three(rules, grid):
    return [
        make_told(grid, title, ago=ago)
        for title, ago in (("电梯停运", 20), ("停车收费", 9), ("物业费涨价", 0))
    ]


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"])


def waiting() -> list[tuple]:
    return [
        (hint.area_code, hint.basis, hint.disputes.count())
        for hint in SeriesHint.objects.waiting().order_by("id")
    ]


def test_three_against_a_firm_in_a_month_are_a_hint_for_the_street(three):
    assert find_series_hints() == 1
    assert waiting() == [("990101001", "firm", 3)]


def test_sweep_run_again_changes_nothing(three):
    find_series_hints()
    before = list(SeriesHint.objects.values())
    find_series_hints()
    assert list(SeriesHint.objects.values()) == before


def test_two_are_no_hint(rules, grid):
    make_told(grid), make_told(grid)
    assert find_series_hints() == 0


def test_what_is_older_than_the_rule_says_does_not_count(rules, grid):
    make_told(grid), make_told(grid), make_told(grid, ago=30)
    assert find_series_hints() == 0


def test_the_rule_is_a_row_an_office_may_change(three):
    SeriesRule.objects.filter(basis="firm").update(least=4)
    assert find_series_hints() == 0


def test_what_is_spread_over_streets_is_for_the_county(rules, country, grid):
    for place in (grid, country["990101002001"], country["990101002001"]):
        make_told(place)
    find_series_hints()
    assert waiting() == [("990101", "firm", 3)]


def test_people_are_never_put_on_the_list(rules, grid):
    for ago in range(4):
        make_quarrel(grid, ago=ago)
    assert find_series_hints() == 0


def test_three_about_one_thing_in_a_compound_are_a_hint(rules, country, compound_home):
    for title in ("楼上漏水", "天花板漏水", "水管爆管"):
        make_dispute(compound_home, title=title)
    make_dispute(compound_home, title="邻居养狗")
    find_series_hints()
    assert waiting() == [("990101001", "compound", 3)]
    assert SeriesHint.objects.get().label == "银新苑 漏水"


@pytest.fixture
def compound_home(country, grid):
    """A building group of a compound."""
    area = country[f"{grid.code}001"]
    compound = make_compound(country["990101001001"], name="银新苑")
    BuildingGroup.objects.create(area=area, compound=compound)
    return area


def test_restricted_disputes_are_left_out(three):
    Case.objects.filter(pk=three[0].pk).update(is_restricted=True)
    assert find_series_hints() == 0


def test_a_hint_goes_when_what_it_was_made_of_has_gone(three):
    find_series_hints()
    Case.objects.filter(pk=three[0].pk).update(is_restricted=True)
    find_series_hints()
    assert waiting() == []


def test_a_series_opened_ends_the_hint(three, mediator):
    find_series_hints()
    open_series(by=mediator, lead=three[0], title="恒泰物业系列案", also=three[1:])
    find_series_hints()
    assert waiting() == []


def test_a_dismissed_group_comes_back_only_grown(three, mediator, grid):
    find_series_hints()
    dismiss_hint(SeriesHint.objects.get(), by=mediator)
    assert find_series_hints() == 0
    make_told(grid, "又停电梯了")
    assert find_series_hints() == 1


def test_dismissing_takes_the_right(three, worker):
    find_series_hints()
    with pytest.raises(PermissionDenied):
        dismiss_hint(SeriesHint.objects.get(), by=worker)


def test_list_offers_to_open_a_series_with_all_in_sight(client, three, mediator):
    find_series_hints()
    client.force_login(mediator)
    page = client.get(reverse("disputes:series_hint_list")).content.decode()
    numbers = [dispute.case.number for dispute in three]
    assert FIRM in page
    assert f"lead={numbers[0]}&amp;also={numbers[1]}%2C{numbers[2]}" in page
    client.post(reverse("disputes:series_hint_dismiss", args=[SeriesHint.objects.get().pk]))
    assert FIRM not in client.get(reverse("disputes:series_hint_list")).content.decode()


def test_list_shows_a_stranger_nothing(client, three, stranger):
    find_series_hints()
    client.force_login(stranger)
    assert FIRM not in client.get(reverse("disputes:series_hint_list")).content.decode()
    assert client.get(reverse("series-hint-list")).json()["results"] == []


def test_list_takes_the_same_statements_for_one_and_three(client, grid, mediator, django_assert_num_queries):
    client.force_login(mediator)
    page = reverse("disputes:series_hint_list")
    make_hint(grid, [make_dispute(grid)])
    client.get(page)
    with django_assert_num_queries(6) as before:
        client.get(page)
    make_hint(grid, [make_dispute(grid)]), make_hint(grid, [make_dispute(grid), make_dispute(grid)])
    with django_assert_num_queries(len(before)):
        client.get(page)


def test_api_lists_and_dismisses(client, three, mediator):
    find_series_hints()
    client.force_login(mediator)
    [row] = client.get(reverse("series-hint-list")).json()["results"]
    assert (row["basis"], row["label"], row["count"], row["area_code"]) == ("firm", FIRM, 3, "990101001")
    assert client.post(reverse("series-hint-dismiss", args=[row["id"]])).status_code == 200
    assert client.post(reverse("series-hint-dismiss", args=[row["id"]])).status_code == 404
