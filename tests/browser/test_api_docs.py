"""The documentation of the API in a real browser: complete, without the network, without a refusal."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.factories.people import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_documentation_needs_nothing_from_elsewhere(page_desk, live_server, client):
    client.force_login(make_user())
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page_desk.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    asked = []
    page_desk.on("request", lambda request: asked.append(request.url))

    page_desk.goto(f"{live_server.url}/api/docs/", wait_until="networkidle")
    page_desk.locator("#operations-tag-statistics").click()
    page_desk.get_by_text("/api/v1/statistics/values/").first.click()
    page_desk.get_by_text("code of an area within the client's reach").first.wait_for()

    own = urlsplit(live_server.url).netloc
    assert [url for url in asked if urlsplit(url).scheme != "data" and urlsplit(url).netloc != own] == []
    assert page_desk.complaints == []
