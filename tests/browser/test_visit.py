"""A visit without an issue on a cheap phone: two taps, and it is there."""

import pytest
from django.conf import settings
from django.test import Client

from grids.models import NeedRequest, Visit
from tests.factories.areas import make_country
from tests.factories.grids import make_building, make_grid, make_household, make_resident, make_tag
from tests.factories.people import make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def worker(transactional_db):
    country = make_country()
    make_grid(country["990101001001001"])
    building = country["990101001001001001"]
    make_building(building)
    for floor in (5, 3, 2):
        household = make_household(
            building, unit=2, floor=floor, room=f"{floor}01", label=f"1号楼2单元{floor}01"
        )
        make_resident(household, is_contact=True)
    make_tag(household)
    return make_user("grid_worker", country["990101001001001"], name="马晓兰")


@pytest.fixture
def phone(page_phone, live_server, worker):
    """The phone with the worker logged in, on today's page."""
    client = Client()
    client.force_login(worker)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page_phone.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    page_phone.goto(f"{live_server.url}/grids/today/")
    return page_phone


def test_two_taps_log_a_visit_without_an_issue(phone, worker):
    taps = 0
    for name in ("1号楼2单元501 正常", "确认登记"):
        phone.get_by_label(name).or_(phone.get_by_role("button", name=name)).first.tap()
        taps += 1
    phone.get_by_role("heading", name="已登记").wait_for()

    visit = Visit.objects.get()
    assert (taps, visit.worker, visit.household.label, visit.outcome) == (
        2,
        worker,
        "1号楼2单元501",
        "normal",
    )
    assert phone.complaints == []


def test_a_visit_with_a_need_takes_five_taps(phone):
    phone.get_by_label("1号楼2单元501 其他情况").tap()
    phone.get_by_role("link", name="有需求").tap()
    phone.get_by_label("维修", exact=True).tap()
    phone.get_by_label("家里设施坏了要维修").tap()
    phone.get_by_role("button", name="确认登记").tap()
    phone.get_by_text("已转为居民诉求").wait_for()

    need = NeedRequest.objects.get()
    assert (need.kind, need.text) == ("repair", "家里设施坏了要维修")
    assert phone.complaints == []


@pytest.mark.parametrize("name", ["today", "roster", "report", "my"])
def test_nothing_is_wider_than_the_phone(phone, live_server, name):
    phone.goto(f"{live_server.url}/grids/{name}/")
    wide = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
