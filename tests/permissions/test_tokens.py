"""The API by token: the owner's scope, narrowed to the token's rights, for as long as it lives."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.people.actions import issue_token, revoke_token
from tests.factories.people import make_user
from tests.permissions.asking import address_of
from tests.permissions.oracle import PLACES, ROLES
from tests.permissions.table import TABLE

READ = ["area-list", "case-list", "deed-home-list", "dispatch-cycle-list", "dispute-list", "grid-list",
        "party-organisation-list", "property-contract-list", "statistics-indicators-list"]  # fmt: skip
VERBS = {"visit-list": "grid_worker", "need-solve": "grid_worker", "deed-home-issue": "deeds_officer",
         "dispute-accept": "centre_window"}  # fmt: skip


@pytest.fixture
def owner(world):
    return make_user("api_client", world.areas["9901"])


def token_of(user, rights: list[str] | None = None):
    """A token for these rights, for all of the owner's when none are named."""
    whole = user.live_holdings[0].post.role.rights
    return issue_token(user, by=user, name="试", rights=whole if rights is None else rights)


def status_of(method: str, address: str, secret: str) -> int:
    client = Client(headers={"Authorization": f"Token {secret}"})
    body = {} if method == "GET" else {"data": "{}", "content_type": "application/json"}
    return client.generic(method, address, **body).status_code


@pytest.mark.parametrize("name", READ)
def test_token_opens_what_its_owner_may_read(name, owner):
    _, secret = token_of(owner)
    assert status_of("GET", reverse(name), secret) == 200


@pytest.mark.parametrize("name", READ)
def test_expired_or_revoked_token_opens_nothing(name, owner):
    expired, old = token_of(owner)
    expired.expires_at = timezone.now() - timedelta(seconds=1)
    expired.save()
    revoked, ended = token_of(owner)
    revoke_token(revoked, by=owner)
    found = [status_of("GET", reverse(name), secret) for secret in (old, ended, "sz_unknown", "")]
    assert found == [401] * 4


@pytest.mark.parametrize("name", READ)
def test_token_narrowed_to_other_rights_is_refused(name, owner):
    others = [right for right in ROLES["api_client"]["rights"] if right != TABLE[name].right]
    _, secret = token_of(owner, others)
    assert status_of("GET", reverse(name), secret) == 403


@pytest.mark.parametrize("name", VERBS)
def test_token_without_the_right_of_the_verb_is_refused(name, world):
    row, role = TABLE[name], VERBS[name]
    area = world.areas[PLACES[row.level][0]]
    user = make_user(role, area)
    others = [right for right in ROLES[role]["rights"] if right != row.right_for("POST")]
    address = address_of(name, area)
    whole, narrow = (token_of(user, rights)[1] for rights in (None, others))
    assert status_of("POST", address, narrow) == 403
    assert status_of("POST", address, whole) in row.methods["POST"]


def test_token_of_somebody_who_may_no_longer_log_in_is_dead(owner):
    _, secret = token_of(owner)
    owner.is_active = False
    owner.save()
    assert status_of("GET", reverse("area-list"), secret) == 401


def test_token_reaches_no_farther_than_its_owner(world):
    worker = make_user("grid_worker", world.areas[PLACES["grid"][0]])
    _, secret = token_of(worker)
    near, far = (address_of("grid-detail", world.areas[PLACES["grid"][end]]) for end in (0, -1))
    assert [status_of("GET", address, secret) for address in (near, far)] == [200, 404]


def test_token_opens_no_page_and_counts_in_the_header_only(owner):
    _, secret = token_of(owner)
    assert status_of("GET", reverse("areas:area_list"), secret) == 302
    assert Client().get(reverse("area-list"), {"token": secret}).status_code == 401
