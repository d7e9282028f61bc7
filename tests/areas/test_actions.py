import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from governance.areas.actions import (
    Part,
    close_area,
    merge_areas,
    move_area,
    open_area,
    rename_area,
    split_area,
)
from governance.areas.integrity import faults
from governance.areas.models import Area, AreaCode
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import Post
from tests.factories.areas import grow

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 3, 1)
EVE = dt.date(2024, 2, 29)


@pytest.fixture(autouse=True)
def tree_is_sound(db):
    yield
    assert list(faults()) == []


def refusal(verb, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    assert str(caught.value.message)
    return caught.value.code


def test_open_area_takes_the_next_code(community, manager):
    first = open_area(community, by=manager, on=DAY, name="第1网格")
    second = open_area(community, by=manager, on=DAY, name="第2网格", kind="dedicated")

    assert (first.code, second.code) == (f"{community.code}001", f"{community.code}002")
    assert (first.level_id, first.kind, second.kind) == ("grid", "urban", "dedicated")
    assert (first.pinyin, first.initials) == ("di1wangge", "d1wg")
    assert list(Area.objects.children_of(community)) == [first, second]
    assert [a.name for a in first.ancestors(on=DAY)] == ["银川市", "金凤区", "上海西路街道", "银新苑南社区"]
    assert list(first.ancestors(on=EVE)) == []


def test_open_area_numbers_townships_by_kind(city, manager):
    county = open_area(city, by=manager, on=DAY, name="新区")
    town = open_area(county, by=manager, on=DAY, name="望远镇", kind="town")
    street = open_area(county, by=manager, on=DAY, name="长城中路街道", kind="street")

    assert (town.code, street.code) == (f"{county.code}100", f"{county.code}001")


def test_open_area_never_gives_a_code_twice(community, grid, manager):
    close_area(grid, by=manager, on=DAY)

    assert open_area(community, by=manager, on=DAY, name="新网格").code == f"{community.code}002"
    assert refusal(open_area, community, by=manager, on=DAY, name="再设", code=grid.code) == "code_taken"


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("640106005", "code_malformed"),
        ("64010600500١٢٣", "code_malformed"),
        ("640106999001001", "code_outside_parent"),
    ],
)
def test_open_area_refuses_a_bad_code(community, manager, code, refused):
    assert refusal(open_area, community, by=manager, on=DAY, name="网格", code=code) == refused


def test_open_area_refuses_below_the_leaf_and_ahead_of_time(grid, manager):
    building = grow(grid)

    assert refusal(open_area, building, by=manager, on=DAY, name="一单元") == "no_level_below"
    assert refusal(open_area, grid, by=manager, on=today() + dt.timedelta(1), name="楼") == "date_ahead"
    assert refusal(open_area, grid, by=manager, on=dt.date(2019, 1, 1), name="楼") == "date_too_early"


def test_open_area_needs_the_right_there(community, neighbour, may_manage):
    with pytest.raises(PermissionDenied):
        open_area(community, by=may_manage(neighbour), on=DAY, name="网格")


def test_rename_area_keeps_the_old_name_for_the_past(community, manager):
    rename_area(community, by=manager, on=DAY, name="银新苑社区")

    assert Area.objects.as_of(EVE).get(pk=community.pk).name_then == "银新苑南社区"
    assert Area.objects.as_of(DAY).get(pk=community.pk).name_then == "银新苑社区"
    assert Area.objects.search("yinxinyuanshequ").get() == community
    assert refusal(rename_area, community, by=manager, on=EVE, name="旧名") == "date_too_early"


def test_rename_area_twice_on_a_day_keeps_the_last(community, manager):
    rename_area(community, by=manager, on=DAY, name="错名社区")
    rename_area(community, by=manager, on=DAY, name="银新苑社区")

    assert list(community.names.order_by("valid").values_list("name", flat=True)) == [
        "银新苑南社区",
        "银新苑社区",
    ]


def test_move_area_recodes_the_subtree_and_what_is_bound_to_it(community, grid, county, manager, may_manage):
    building = grow(grid)
    old = building.code
    seat_holder = may_manage(building)
    other = grow(county, "黄河东路街道")
    move_area(community, by=manager, on=DAY, to=other)

    building.refresh_from_db()
    assert building.code == f"{other.code}001{old[12:]}"
    assert list(building.codes.order_by("valid").values_list("code", flat=True)) == [old, building.code]
    assert Post.objects.get(holdings__user=seat_holder).area_code == building.code
    assert Area.objects.search(old).get() == building
    assert [a.name for a in building.ancestors(on=EVE)][2:3] == ["上海西路街道"]
    assert [a.name for a in building.ancestors(on=DAY)][2:3] == ["黄河东路街道"]
    assert [a.code_then for a in building.descendants(on=EVE, include_self=True)] == [old]


def test_move_area_is_recorded_once(grid, neighbour, manager):
    before = grid.code
    move_area(grid, by=manager, on=DAY, to=neighbour, reason="网格重划")

    event = AuditEvent.objects.get(action="areas.move")
    assert (event.actor, event.object_id, event.reason) == ("马明", str(grid.pk), "网格重划")
    assert (event.before["code"], event.after["code"]) == (before, grid.code)


def test_move_area_refuses(county, street, community, grid, neighbour, manager):
    assert refusal(move_area, grid, by=manager, on=DAY, to=community) == "already_there"
    assert refusal(move_area, grid, by=manager, on=DAY, to=street) == "wrong_level"
    assert refusal(move_area, street, by=manager, on=DAY, to=community) == "move_into_itself"
    move_area(grid, by=manager, on=DAY, to=neighbour)
    assert refusal(move_area, grid, by=manager, on=EVE, to=community) == "date_too_early"
    other = grow(county)
    assert refusal(move_area, neighbour, by=manager, on=EVE, to=other) == "date_too_early"


def test_move_area_needs_the_right_on_both_sides(grid, community, neighbour, may_manage):
    with pytest.raises(PermissionDenied):
        move_area(grid, by=may_manage(community), on=DAY, to=neighbour)


def test_move_area_twice_on_a_day_keeps_the_last(street, grid, community, neighbour, manager):
    third = grow(street)
    move_area(grid, by=manager, on=DAY, to=neighbour)
    move_area(grid, by=manager, on=DAY, to=third)

    assert (grid.parent_on(EVE), grid.parent_on(DAY)) == (community, third)
    assert AreaCode.objects.filter(area=grid).count() == 2


def test_move_area_takes_closed_areas_along(community, grid, county, manager, may_manage):
    seat_holder = may_manage(grid)
    close_area(grid, by=manager, on=EVE)
    move_area(community, by=manager, on=DAY, to=grow(county))

    grid.refresh_from_db()
    assert grid.code.startswith(community.code)
    assert Post.objects.get(holdings__user=seat_holder).area_code == grid.code
    assert community.descendants(on=dt.date(2024, 2, 28)).get() == grid


def test_close_area_ends_it(community, grid, manager):
    close_area(grid, by=manager, on=DAY)

    assert (grid.was_open(EVE), grid.was_open(DAY)) == (True, False)
    assert list(Area.objects.children_of(community)) == []
    assert list(Area.objects.children_on(community, EVE)) == [grid]
    assert refusal(rename_area, grid, by=manager, on=DAY, name="网格") == "area_closed"


def test_close_area_refuses(community, grid, neighbour, manager):
    assert refusal(close_area, community, by=manager, on=DAY) == "has_children"
    assert refusal(close_area, grid, by=manager, on=grid.opened_on) == "date_too_early"
    assert refusal(close_area, grid, by=manager, on=DAY, successor=neighbour) == "bad_successor"
    rename_area(grid, by=manager, on=DAY, name="新名网格")
    assert refusal(close_area, grid, by=manager, on=EVE) == "date_too_early"


def test_merge_areas_hands_everything_over(community, grid, neighbour, manager, may_manage):
    seat_holder = may_manage(community)
    merge_areas([community], by=manager, on=DAY, into=neighbour)

    community.refresh_from_db()
    grid.refresh_from_db()
    assert (community.closed_on, community.successor, community.keeper) == (DAY, neighbour, neighbour)
    assert (grid.code, grid.parent_on(EVE)) == (f"{neighbour.code}001", community)
    assert Post.objects.get(holdings__user=seat_holder).area_code == community.code != neighbour.code


def test_records_of_a_merged_area_pass_to_its_successor(
    community, neighbour, street, manager, may_manage, monkeypatch
):
    monkeypatch.setattr(Post, "STAYS_WITH_AREA", False)
    may_manage(community)
    post = Post.objects.get(area=community)
    merge_areas([community], by=manager, on=EVE, into=neighbour)
    community.refresh_from_db()
    late = Post(role=post.role)
    late.place_in(community)
    assert (Post.objects.get(pk=post.pk).area_code, late.area_code) == (neighbour.code, neighbour.code)

    third = grow(street)
    merge_areas([neighbour], by=manager, on=DAY, into=third)

    assert Post.objects.get(pk=post.pk).area_code == third.code


def test_merged_area_follows_the_successor_of_its_successor(community, neighbour, street, manager):
    third = grow(street)
    merge_areas([community], by=manager, on=EVE, into=neighbour)
    merge_areas([neighbour], by=manager, on=DAY, into=third)

    community.refresh_from_db()
    assert community.keeper == third


def test_an_area_is_not_closed_before_it_took_another_over(community, neighbour, street, manager):
    merge_areas([community], by=manager, on=DAY, into=neighbour)
    assert refusal(merge_areas, [neighbour], by=manager, on=EVE, into=grow(street)) == "date_too_early"


def test_split_area_allots_every_child(community, grid, manager):
    second = grow(community)
    north, south = split_area(
        community, by=manager, on=DAY, into=[Part("北社区", [grid]), Part("南社区", [second])]
    )

    community.refresh_from_db()
    grid.refresh_from_db()
    assert (community.closed_on, community.successor) == (DAY, north)
    assert (grid.code, grid.parent_on(DAY), grid.parent_on(EVE)) == (f"{north.code}001", north, community)
    assert list(Area.objects.children_on(south, DAY)) == [second]
    assert north.kind == "urban"


def test_split_area_refuses_a_child_left_over(community, grid, manager):
    into = [Part("北社区"), Part("南社区")]

    assert refusal(split_area, community, by=manager, on=DAY, into=into) == "children_unallotted"
    assert refusal(split_area, community, by=manager, on=DAY, into=into[:1]) == "too_few_parts"
    assert Area.objects.filter(name="北社区").count() == 0
