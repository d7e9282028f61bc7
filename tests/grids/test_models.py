from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.kernel.days import today
from governance.kernel.masking import mask_name
from grids.models import Grid, GridWorker, Household, NeedRequest, Visit
from tests.factories.grids import (
    make_building,
    make_grid,
    make_household,
    make_need,
    make_resident,
    make_tag,
    make_visit,
)
from tests.factories.people import hold, make_user


def codes(rows):
    return sorted(rows.values_list("area_code", flat=True))


def test_staffed_wants_a_live_worker_who_is_no_cover(country):
    grids = [make_grid(country[f"99010100100100{number}"]) for number in (1, 2)]
    make_user("grid_worker", grids[0].area)
    cover = hold(make_user(), "grid_worker", grids[1].area)
    type(cover).objects.filter(pk=cover.pk).update(is_cover=True)

    assert codes(Grid.objects.staffed(today())) == ["990101001001001"]
    assert codes(Grid.objects.unstaffed(today())) == ["990101001001002"]
    assert codes(GridWorker.objects.in_post(today())) == ["990101001001001"]


def test_staffed_ends_with_the_post(country, grid):
    make_grid(grid)
    make_user("grid_worker", grid, until=today())

    assert not Grid.objects.staffed(today()).exists()
    assert Grid.objects.staffed(today() - timedelta(days=1)).exists()


@pytest.mark.parametrize(("households", "fits"), [(299, False), (300, True), (500, True), (501, False)])
def test_in_size_range_takes_both_ends_of_the_rule(country, grid, building, households, fits):
    make_grid(grid)
    make_building(building, households=households)

    assert Grid.objects.in_size_range(today()).exists() is fits


def test_in_size_range_judges_no_kind_without_a_rule(country, grid, building):
    make_grid(grid)
    make_building(building, households=400)
    type(grid).objects.filter(pk=grid.pk).update(kind="rural")

    assert not Grid.objects.in_size_range(today()).exists()


def test_in_force_leaves_out_what_is_closed(country, grid):
    make_grid(grid)
    type(grid).objects.filter(pk=grid.pk).update(closed_on=today())

    assert not Grid.objects.in_force(today()).exists()
    assert Grid.objects.in_force(today() - timedelta(days=1)).exists()


@pytest.mark.parametrize("name", ["王", "张三", "欧阳修", "欧阳修远"])
def test_a_name_is_masked_by_the_database_as_by_the_kernel(building, name):
    resident = make_resident(make_household(building), name=name)
    resident.refresh_from_db()

    assert resident.name_masked == mask_name(name)


def test_an_id_number_lives_in_one_household(building):
    make_resident(make_household(building), id_no="110101190001010016")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_resident(make_household(building), id_no="110101190001010016")


def test_a_care_tag_needs_a_basis_and_an_end(building):
    household = make_household(building)
    tag = make_tag(household)

    for change in ({"basis": ""}, {"expires_on": tag.from_on}):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(tag).objects.filter(pk=tag.pk).update(**change)


def test_a_visit_is_somewhere(building):
    visit = make_visit(make_household(building))

    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(household=None)


def test_a_need_is_solved_on_a_day(building):
    need = make_need(make_household(building))

    with pytest.raises(IntegrityError), transaction.atomic():
        NeedRequest.objects.filter(pk=need.pk).update(state="solved", closed_on=today())


def test_one_climbs_a_staircase_from_the_top(building):
    doors = [(1, 2, "201"), (1, 5, "502"), (1, 5, "501"), (2, 6, "601")]
    for unit, floor, room in doors:
        make_household(building, unit=unit, floor=floor, room=room)

    walked = Household.objects.in_route_order().values_list("unit", "room")

    assert list(walked) == [(1, "501"), (1, "502"), (1, "201"), (2, "601")]


def test_last_contact_is_the_latest_of_any_way(building):
    household = make_household(building)
    make_visit(household, ago=9)
    make_visit(household, ago=3, way="phone")

    assert Household.objects.with_last_contact().get().last_contact_on == today() - timedelta(days=3)
