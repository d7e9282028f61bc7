"""A real Chromium against the live server: phone, desk and wall pages that report what goes wrong on them."""

import os
import shutil

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from tests.browser.answering import Answering
from tests.browser.screens import DESK, PHONE, SPOKEN, WALL
from tests.factories.city import make_small_city
from tests.factories.people import PASSWORD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser(django_db_setup):
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing: browser tests must run here. Install the chromium package.")
        pytest.skip("Chromium is not installed; install the chromium package to run the browser tests.")
    sync_api = pytest.importorskip("playwright.sync_api")
    # Playwright's event loop stays in this thread, and Django would take every later query for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Inside the loop Django opens a second connection; neither may outlive its side, or hold the test database.
    connections.close_all()
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()
        connections.close_all()


@pytest.fixture(scope="session")
def answering(live_server):
    """Says when the live server has answered everybody."""
    server = live_server.thread.httpd
    answering = Answering(server.get_app())
    server.set_app(answering)
    return answering


@pytest.fixture(autouse=True)
def _all_are_answered(request):
    """A page that is closed leaves its last requests behind; the tables are emptied after these."""
    answering = request.getfixturevalue("answering") if "live_server" in request.fixturenames else None
    yield
    assert answering is None or answering.wait(), "the server still answers a page that is closed"


@pytest.fixture
def open_page(browser):
    """`open_page(**context options)`: a page whose `complaints` list holds console errors, failures and refusals."""
    contexts = []

    def _open(**options):
        context = browser.new_context(**SPOKEN, **options)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield _open
    for context in contexts:
        context.close()


@pytest.fixture
def page_phone(open_page):
    return open_page(**PHONE)


@pytest.fixture
def page_desk(open_page):
    return open_page(**DESK)


@pytest.fixture
def page_wall(open_page):
    return open_page(**WALL)


@pytest.fixture
def small_city(transactional_db):
    """Rows for every page and somebody in every seat, see `make_small_city`."""
    return make_small_city()


@pytest.fixture
def enter(live_server):
    """`enter(page, user)`: the page's browser carries the session of somebody logged in."""

    def _enter(page, user):
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return _enter


@pytest.fixture
def type_in(live_server):
    """`type_in(page, user)`: log in by hand, account and password."""

    def _type_in(page, user):
        user.set_password(PASSWORD)
        user.save()
        page.goto(f"{live_server.url}/")
        page.get_by_label("账号").fill(user.username)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url(lambda url: "/login" not in url)
        return page

    return _type_in
