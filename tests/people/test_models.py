from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import PostHolding
from tests.factories.people import hold, make_user


def codes(rows):
    return sorted(rows.values_list("code", flat=True))


def test_for_user_keeps_the_subtree_of_a_live_post(country):
    user = make_user("street_dispatcher", country["990101001"])

    assert codes(Area.objects.for_user(user)) == sorted(c for c in country if c.startswith("990101001"))


def test_for_user_adds_up_several_posts(country):
    user = make_user("grid_worker", country["990101001001001"])
    hold(user, "grid_worker", country["990102001001001"])

    assert codes(Area.objects.for_user(user).at_level("grid")) == ["990101001001001", "990102001001001"]


def test_a_post_that_ended_yesterday_gives_nothing(country, grid):
    user = make_user("grid_worker", grid, until=today())

    assert not user.may("grids.visit")
    assert codes(Area.objects.for_user(user)) == []


def test_a_post_that_begins_tomorrow_gives_nothing_yet(country, grid):
    user = make_user("grid_worker", grid, since=today() + timedelta(days=1))

    assert not user.may("grids.visit", grid.code)


def test_a_right_holds_inside_the_area_only(worker, grid, country):
    assert worker.may("grids.visit", grid.code)
    assert not worker.may("grids.visit", "990101001001002")
    assert not worker.may("disputes.assign", grid.code)


def test_two_people_cannot_hold_one_post_at_once(worker):
    holding = worker.live_holdings[0]

    with pytest.raises(IntegrityError), transaction.atomic():
        PostHolding.objects.create(
            post=holding.post, user=make_user(), area=holding.area, valid=(today(), None)
        )


def test_a_cover_stands_beside_nobody_twice(worker):
    holding = worker.live_holdings[0]
    cover = make_user()
    PostHolding.objects.create(
        post=holding.post, user=cover, area=holding.area, valid=(today(), None), is_cover=True
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        PostHolding.objects.create(
            post=holding.post, user=cover, area=holding.area, valid=(today(), None), is_cover=True
        )
