"""Putting a wall up, ending it, and opening it by its address."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.throttling import CalledTooOften
from governance.walls import actions
from governance.walls.actions import enter_wall, open_wall, revoke_wall
from governance.walls.models import Wall
from tests.factories.people import make_user
from tests.factories.walls import MAPPED, TILES, make_wall


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def leader(county):
    return make_user("county_official", county)


def put_up(area, by, **changes):
    said = {"name": "三楼会议室", "tiles": TILES, "mapped": MAPPED, "expires_on": today() + timedelta(days=9)}
    return open_wall(area, by=by, **said | changes)


def test_open_wall_keeps_the_hash_and_tells_the_secret_once(county, leader):
    wall, secret = put_up(county, leader)

    assert enter_wall(secret) == wall
    assert secret not in str(Wall.objects.filter(pk=wall.pk).values())
    trail = AuditEvent.objects.get(action="walls.open")
    assert (trail.actor_id, trail.area_code, trail.object_id) == (leader.pk, county.code, str(wall.pk))
    assert secret not in str([trail.before, trail.after, trail.object_label])


def test_open_wall_takes_the_right_where_the_area_lies(country, leader, county):
    with pytest.raises(PermissionDenied):
        put_up(country["990102"], leader)
    with pytest.raises(PermissionDenied):
        put_up(county, make_user("party_officer", county))
    assert not Wall.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"tiles": ["no.such"]}, "unknown_indicator"),
        ({"mapped": ["no.such"]}, "unknown_indicator"),
        ({"tiles": TILES * 5}, "too_many"),
        ({"mapped": MAPPED * 5}, "too_many"),
    ],
)
def test_open_wall_refuses_what_cannot_be_shown(county, leader, changes, code):
    with pytest.raises(Refused) as refused:
        put_up(county, leader, **changes)

    assert refused.value.code == code
    assert not Wall.objects.exists()


@pytest.mark.parametrize("days", [-1, 367])
def test_open_wall_refuses_a_last_day_before_today_and_one_beyond_a_year(county, leader, days):
    with pytest.raises(Refused) as refused:
        put_up(county, leader, expires_on=today() + timedelta(days=days))

    assert refused.value.code == "bad_expiry"
    assert not Wall.objects.exists()


def test_a_wall_never_shows_the_inside_of_a_grid(country, leader):
    with pytest.raises(Refused) as refused:
        put_up(country["990101001001001"], leader)

    assert refused.value.code == "area_too_small"
    assert put_up(country["990101001001"], leader)[0].area_code == "990101001001"


def test_an_address_is_good_until_the_end_of_its_last_day(county, leader):
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False):
        _wall, secret = put_up(county, leader, expires_on=today())
    with time_machine.travel("2026-03-02T23:59:59+08:00", tick=False):
        assert enter_wall(secret).is_live
    with time_machine.travel("2026-03-03T00:00:00+08:00", tick=False):
        assert not enter_wall(secret).is_live


def test_revoke_wall_ends_it_at_once_and_only_once(county, leader):
    wall, secret = put_up(county, leader)
    revoke_wall(wall, by=leader)

    assert not enter_wall(secret).is_live
    assert AuditEvent.objects.filter(action="walls.revoke", object_id=str(wall.pk)).count() == 1
    with pytest.raises(Refused) as refused:
        revoke_wall(wall, by=leader)
    assert refused.value.code == "already_revoked"


def test_revoke_wall_takes_the_right_where_it_lies(county, country):
    wall = make_wall(county)
    with pytest.raises(PermissionDenied):
        revoke_wall(wall, by=make_user("county_official", country["990102"]))
    wall.refresh_from_db()
    assert wall.revoked_at is None


def test_a_wall_of_a_closed_area_shows_nothing_of_its_successor(county):
    wall = make_wall(county, secret="closing")
    county.closed_on = today()
    county.save()

    assert not enter_wall("closing").is_live
    assert [*Wall.objects.live()] == []
    assert [*Wall.objects.over()] == [wall]


def test_enter_wall_notes_when_it_was_seen_once_a_minute(county):
    make_wall(county, secret="seen")
    with time_machine.travel("2026-03-02T09:00:00+08:00", tick=False):
        Wall.objects.update(expires_at=timezone.now() + timedelta(days=1))
        enter_wall("seen")
        first = Wall.objects.get().last_seen_at
    with time_machine.travel("2026-03-02T09:00:50+08:00", tick=False):
        enter_wall("seen")
        assert Wall.objects.get().last_seen_at == first
    with time_machine.travel("2026-03-02T09:01:05+08:00", tick=False):
        enter_wall("seen")
        assert Wall.objects.get().last_seen_at - first == timedelta(seconds=65)


def test_wrong_addresses_and_one_wall_are_held_to_a_rate(county, monkeypatch):
    monkeypatch.setattr(actions, "WRONG_A_MINUTE", 2)
    monkeypatch.setattr(actions, "CALLS_A_MINUTE", 3)
    make_wall(county, secret="busy-screen")
    with time_machine.travel("2031-03-02T09:00:20+08:00", tick=False):
        assert [enter_wall("guess"), enter_wall("guess")] == [None, None]
        with pytest.raises(CalledTooOften) as often:
            enter_wall("another guess")
        assert often.value.wait == 41
        for _call in range(3):
            assert enter_wall("busy-screen")
        with pytest.raises(CalledTooOften):
            enter_wall("busy-screen")
    with time_machine.travel("2031-03-02T09:01:00+08:00", tick=False):
        assert enter_wall("guess") is None
        assert enter_wall("busy-screen")
