"""How much each API key is used: counted as calls come, kept by a sweep, shown to its owner and to its manager."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from rest_framework.throttling import UserRateThrottle

from governance.kernel.days import today
from governance.people.actions import issue_token
from governance.people.models import TokenUse
from governance.people.tasks import forget_use_of_tokens, keep_use_of_tokens
from tests.factories.people import make_user

GRIDS, DISPUTES = "/api/v1/grids/", "/api/v1/disputes/"


@pytest.fixture(autouse=True)
def _no_tally():
    cache.clear()


@pytest.fixture
def key(official):
    return issue_token(official, by=official, name="数据中心", rights=["grids.view"])


def ask(client, key, path: str) -> int:
    return client.get(path, headers={"Authorization": f"Token {key[1]}"}).status_code


def used() -> dict[str, tuple[int, int, int]]:
    return {row.group: (row.calls, row.errors, row.limited) for row in TokenUse.objects.all()}


def test_calls_are_counted_by_group_with_how_they_ended(client, key, official, monkeypatch):
    assert [ask(client, key, GRIDS), ask(client, key, f"{GRIDS}?nonsense=1"), ask(client, key, DISPUTES)] == [
        200, 400, 403,
    ]  # fmt: skip
    monkeypatch.setattr(UserRateThrottle, "get_rate", lambda self: "1/min")
    assert ask(client, key, GRIDS) == 429
    client.force_login(official)
    client.get(GRIDS)

    keep_use_of_tokens()

    assert used() == {"grids": (3, 1, 1), "disputes": (1, 1, 0)}


def test_a_sweep_that_comes_again_adds_nothing_and_takes_nothing_back(client, key):
    ask(client, key, GRIDS)
    keep_use_of_tokens()
    keep_use_of_tokens()
    assert used() == {"grids": (1, 0, 0)}
    ask(client, key, GRIDS)
    keep_use_of_tokens()
    assert used() == {"grids": (2, 0, 0)}
    cache.clear()
    ask(client, key, GRIDS)
    keep_use_of_tokens()
    assert used() == {"grids": (2, 0, 0)}


def test_calls_just_before_midnight_lie_on_their_own_day(client, key):
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    with time_machine.travel(midnight - timedelta(seconds=5), tick=False):
        ask(client, key, GRIDS)
        day = today()
    with time_machine.travel(midnight + timedelta(seconds=30), tick=False):
        keep_use_of_tokens()
    assert TokenUse.objects.get().day == day


def test_use_is_kept_for_ninety_days(key):
    for days in (90, 91):
        TokenUse.objects.create(token=key[0], day=today() - timedelta(days=days), group="grids", calls=1)
    forget_use_of_tokens()
    assert TokenUse.objects.get().day == today() - timedelta(days=90)


def test_a_request_writes_no_row_and_a_lost_cache_stops_nobody(
    client, key, settings, django_assert_num_queries
):
    ask(client, key, GRIDS)
    assert TokenUse.objects.count() == 0
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}
    assert ask(client, key, GRIDS) == 200
    keep_use_of_tokens()


def test_owner_and_manager_of_the_place_see_it_and_nobody_else(client, key, official, country):
    ask(client, key, GRIDS)
    keep_use_of_tokens()
    pages = ["/account/tokens/", f"/account/tokens/{key[0].pk}/", f"/api/v1/api-tokens/{key[0].pk}/usage/"]
    manager = make_user("system_admin", country["9901"])
    for person, statuses in (
        (official, [200, 200, 200]),
        (manager, [200, 200, 200]),
        (make_user("system_admin", country["9901"]), [200, 200, 200]),
        (make_user("grid_worker", country["990101001001001"]), [200, 404, 404]),
    ):
        client.force_login(person)
        answers = [client.get(page) for page in pages]
        assert [answer.status_code for answer in answers] == statuses
        assert ("数据中心" in answers[0].content.decode()) == (statuses[1] == 200)

    client.force_login(official)
    row = client.get("/api/v1/api-tokens/").json()["results"][0]
    assert (row["calls_of_week"], row["errors_of_week"], row["calls_kept"]) == (1, 0, 1)
    assert client.get(pages[2]).json() == [
        {"day": today().isoformat(), "group": "grids", "calls": 1, "errors": 0, "limited": 0}
    ]
    shown = client.get(pages[1]).content.decode()
    assert "/api/v1/grids/" in shown
    assert "调用 1 次" in shown


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_one_key_as_for_three(
    client, official, count, django_assert_max_num_queries
):
    for number in range(count):
        issue_token(official, by=official, name=f"密钥{number}", rights=["grids.view"])
    client.force_login(official)
    with django_assert_max_num_queries(8):
        client.get("/account/tokens/")
