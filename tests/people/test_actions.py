from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people import actions
from governance.people.models import ApiToken, Post
from tests.factories.people import hold, make_role, make_user


@pytest.fixture
def chief(country):
    """Manages people of the township."""
    return make_user("street_deputy", country["990101001"])


def test_hold_post_gives_the_right_at_once(chief, grid):
    post = actions.open_post(grid, by=chief, role=make_role("grid_worker"))
    newcomer = make_user()

    actions.hold_post(post, by=chief, user=newcomer)

    assert newcomer.may("grids.visit", grid.code)
    assert AuditEvent.objects.filter(action="people.hold_post").count() == 1


def test_end_holding_takes_the_right_on_the_next_request(chief, worker, grid, client):
    client.force_login(worker)
    actions.end_holding(worker.live_holdings[0], by=chief, reason="调离")

    worker.forget_posts()
    assert not worker.may("grids.visit", grid.code)


def test_end_holding_twice_is_refused(chief, worker):
    holding = worker.live_holdings[0]
    actions.end_holding(holding, by=chief)
    with pytest.raises(Refused, match="已经结束"):
        actions.end_holding(holding, by=chief)


def test_a_chief_of_the_next_area_may_not_staff_this_one(country, grid):
    other = make_user("street_deputy", country["990101002"])
    with pytest.raises(PermissionDenied):
        actions.open_post(grid, by=other, role=make_role("grid_worker"))


def test_open_post_refuses_a_role_of_another_level(chief, grid):
    with pytest.raises(Refused):
        actions.open_post(grid, by=chief, role=make_role("mediator"))


def test_hold_post_refuses_a_second_holder_with_a_sentence(chief, worker):
    with pytest.raises(ValidationError, match="已有人任职"):
        actions.hold_post(worker.live_holdings[0].post, by=chief, user=make_user())


def test_a_vacant_post_may_be_covered(chief, grid, worker):
    post = actions.open_post(grid, by=chief, role=make_role("grid_leader"))
    assert list(Post.objects.vacant_on(today())) == [post]

    actions.hold_post(post, by=chief, user=worker, is_cover=True)

    assert worker.may("grids.manage", grid.code)
    assert list(Post.objects.vacant_on(today())) == [post]


def test_close_post_ends_its_holding(chief, worker, grid):
    actions.close_post(worker.live_holdings[0].post, by=chief)
    worker.forget_posts()
    assert not worker.may("grids.visit", grid.code)


def test_one_person_is_never_two_of_the_three_administrators(country):
    city = country["9901"]
    manager = make_user("security_admin", city)
    person = make_user("system_admin", city)
    post = Post.objects.create(role=make_role("auditor"), area=city)
    with pytest.raises(Refused, match="不同的人"):
        actions.hold_post(post, by=manager, user=person)


def test_issue_token_keeps_only_its_hash_and_only_rights_held(official):
    token, secret = actions.issue_token(official, by=official, name="报表", rights=["statistics.view"])
    assert secret not in str(ApiToken.objects.filter(pk=token.pk).values().get())
    with pytest.raises(Refused, match="没有的权限"):
        actions.issue_token(official, by=official, name="报表", rights=["grids.manage"])


def test_a_token_narrows_its_owner(official):
    official.token_rights = frozenset({"statistics.view"})
    assert official.may("statistics.view")
    assert not official.may("disputes.view")


def test_end_holding_before_it_began_is_refused(chief, grid):
    person = make_user()
    holding = hold(person, "grid_worker", grid, since=today() + timedelta(days=3))
    with pytest.raises(Refused, match="晚于到任日期"):
        actions.end_holding(holding, by=chief)
