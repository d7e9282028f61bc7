"""Slow statements on desk and phone: the text opens in its place and nothing runs off the screen."""

import os

import pytest
from django.urls import reverse

from tests.browser.screens import OVERFLOWING
from tests.factories.operations import make_slow
from tests.factories.people import make_user

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SHOTS_SLOW")
LONG = 'SELECT "casework_case"."id", ' + ", ".join(f'"casework_case"."column_{n}"' for n in range(40))


def shot(page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_an_administrator_reads_what_the_database_took_long_over(
    transactional_db, country, request, enter, live_server, screen
):
    make_slow("disputes:case_list", text=LONG, calls=1204, seconds=386.5, longest=3.21)
    make_slow("governance.statistics.tasks.take_nightly_snapshots", seconds=41.0, longest=9.5)
    page = request.getfixturevalue(f"page_{screen}")
    enter(page, make_user("system_admin", country["9901"]))
    page.goto(f"{live_server.url}{reverse('operations:slow_list')}")
    page.get_by_text("看语句").first.click()
    page.get_by_text("column_39").wait_for()
    shot(page, screen)

    assert page.evaluate(OVERFLOWING) == []
    assert page.complaints == []
