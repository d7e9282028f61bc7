import time

import pytest
import time_machine
from rest_framework.throttling import UserRateThrottle

from governance.people.actions import issue_token

GRIDS = "/api/v1/grids/"


@pytest.fixture
def token(official):
    _token, secret = issue_token(official, by=official, name="接口", rights=["grids.view"])
    return {"Authorization": f"Token {secret}"}


def test_client_over_the_rate_is_told_when_to_come_again(client, token, monkeypatch):
    monkeypatch.setattr(UserRateThrottle, "get_rate", lambda self: "2/min")
    minute = time.time() // 60 * 60

    with time_machine.travel(minute + 20, tick=False):
        statuses = [client.get(GRIDS, headers=token).status_code for _n in range(2)]
        answer = client.get(GRIDS, headers=token)
    with time_machine.travel(minute + 61, tick=False):
        later = client.get(GRIDS, headers=token)

    assert statuses == [200, 200]
    assert answer.status_code == 429
    assert answer.json()["code"] == "throttled"
    assert answer.headers["Retry-After"] in ("40", "41")
    assert later.status_code == 200


def test_one_key_over_its_rate_holds_up_no_other(client, token, official, monkeypatch):
    monkeypatch.setattr(UserRateThrottle, "get_rate", lambda self: "1/min")
    _token, secret = issue_token(official, by=official, name="另一个", rights=["grids.view"])
    with time_machine.travel(time.time() // 60 * 60 + 20, tick=False):
        statuses = [client.get(GRIDS, headers=token).status_code for _n in range(2)]
        other = client.get(GRIDS, headers={"Authorization": f"Token {secret}"})

    assert statuses == [200, 429]
    assert other.status_code == 200


def test_without_a_cache_the_api_answers(client, token, settings):
    nowhere = {"LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {"default": settings.CACHES["default"] | nowhere}

    assert client.get(GRIDS, headers=token).status_code == 200
