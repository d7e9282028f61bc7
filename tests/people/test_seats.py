"""What every request reads of a person in one statement is what the rows say."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.kernel.days import today
from governance.people.models import ApiToken, User
from tests.factories.people import hold, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder(country):
    user = make_user("street_deputy", country["990101001"])
    hold(user, "grid_worker", country["990101001001001"])
    return User.objects.get(pk=user.pk)


@pytest.fixture
def token(holder):
    return ApiToken.objects.create(
        user=holder,
        name="统计",
        digest=ApiToken.digest_of("secret"),
        hint="sec",
        rights=["areas.view"],
        expires_at=timezone.now() + timedelta(days=1),
    )


def test_seats_say_what_the_holdings_say(holder):
    expected = [
        (held.post_id, held.area_id, held.area_code, held.area.name, str(held.post), held.post.role_id)
        for held in holder.live_holdings
    ]
    found = [
        (seat.post_id, seat.area_id, seat.area_code, seat.area_name, str(seat), seat.role_id)
        for seat in holder.seats
    ]

    assert len(found) == 2
    assert found == expected
    assert [seat.rights for seat in holder.seats] == [h.post.role.rights for h in holder.live_holdings]
    assert [
        (seat.reach, seat.role_code, seat.role_position, seat.session_class) for seat in holder.seats
    ] == [
        (role.reach, role.code, role.position, role.session_class)
        for role in (held.post.role for held in holder.live_holdings)
    ]


def test_a_post_has_its_own_title_before_that_of_its_role(holder):
    post = holder.live_holdings[0].post
    post.title = "值班副主任"
    post.save()
    holder.forget_posts()

    assert holder.post_label == f"{post.area.name} 值班副主任"


def test_a_seat_given_up_is_none(holder):
    holder.holdings.update(valid=(today() - timedelta(days=9), today()))

    assert holder.seats == []
    assert not holder.may("areas.view")


def test_a_key_comes_whole_with_its_owner_and_the_owners_seats(token, holder, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = ApiToken.objects.presented("secret")
        seats = found.user.seats
    kept = ApiToken.objects.get()

    fields = [field.attname for field in ApiToken._meta.concrete_fields]
    assert [getattr(found, name) for name in fields] == [getattr(kept, name) for name in fields]
    assert not found._state.adding
    assert [getattr(found.user, f.attname) for f in User._meta.concrete_fields] == [
        getattr(holder, f.attname) for f in User._meta.concrete_fields
    ]
    assert seats == holder.seats


def test_a_key_without_seats_is_one_all_the_same(token, holder):
    holder.holdings.all().delete()

    assert ApiToken.objects.presented("secret").user.seats == []
    assert ApiToken.objects.presented("other") is None
