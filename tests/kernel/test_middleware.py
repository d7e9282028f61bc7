"""Whose address a request is counted under: never what a client writes about itself. What nonsense is answered with."""

import pytest
from django.test import RequestFactory

from governance.kernel.middleware import client_address
from tests.factories.people import make_user


@pytest.mark.parametrize(
    ("hops", "forwarded", "address"),
    [
        (0, None, "10.0.0.1"),
        (0, "203.0.113.7", "10.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "1.1.1.1, 203.0.113.7", "203.0.113.7"),
        (2, "1.1.1.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1"),
        (1, "nonsense", "10.0.0.1"),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, None, "10.0.0.1"),
    ],
)
def test_address_is_what_our_own_outermost_proxy_saw(settings, hops, forwarded, address):
    settings.PROXY_HOPS = hops
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}

    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="10.0.0.1")

    assert client_address(request) == address


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_nonsense_is_answered_with_its_sentence(client, country, headers):
    client.force_login(make_user("city_official", country["9901"]))

    answer = client.get("/board/", {"person": "1"}, headers=headers)

    assert answer.status_code == 400
    assert "不认识参数：person" in answer.content.decode()
    assert ("<html" in answer.content.decode()) is (not headers)
