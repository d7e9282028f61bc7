"""Whose address a request is counted under: never what a client writes about itself. What nonsense is answered with."""

import pytest
from django.test import RequestFactory
from django.utils import translation

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


@pytest.mark.parametrize("before", ["en", "zh-hans"])
@pytest.mark.parametrize(
    ("language", "unreadable", "large"),
    [
        ("zh-hans", "地址中含有不能识别的字符", "提交的内容太大"),
        ("en", "characters that cannot be read", "too large"),
    ],
)
def test_hostile_input_is_refused_in_the_language_of_its_reader(
    client, settings, before, language, unreadable, large
):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    headers = {"Accept-Language": language}

    with translation.override(before):  # the thread comes from somebody else's request
        client.get("/healthz", headers={"Accept-Language": before})
        address = client.get("/api/v1/figures/?area=%00", headers=headers)
        body = client.post("/api/v1/figures/", "a" * 11, content_type="text/plain", headers=headers)
        page = client.get("/board/?area=%00", headers=headers)

    assert (address.status_code, body.status_code, page.status_code) == (400, 413, 400)
    assert unreadable in address.json()["detail"]
    assert large in body.json()["detail"]
    assert f'lang="{language}' in page.content.decode().lower()
