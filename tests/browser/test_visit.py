"""A visit on a cheap phone: two taps without an issue, a handful with one, and no script needed."""

import pytest

from grids.models import NeedRequest, Visit
from tests.browser.screens import PHONE
from tests.factories.grids import make_need, make_visit
from tests.factories.people import make_user

pytestmark = pytest.mark.browser
DOOR = "1号楼2单元201"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(open_page, type_in, small_city, request):
    """The phone with the worker logged in, on today's page, where the log-in leads by itself."""
    page = type_in(open_page(java_script_enabled=request.param, **PHONE), small_city.people["grid_worker"])
    assert page.url.endswith("/grids/today/")
    page.taps = 0
    return page


def tap(page, role: str, name: str):
    page.get_by_role(role, name=name, exact=True).tap()
    page.taps += 1


def test_two_taps_log_a_visit_without_an_issue(phone, small_city):
    before = Visit.objects.count()

    tap(phone, "link", f"{DOOR} 正常")
    tap(phone, "button", "确认登记")
    phone.get_by_role("heading", name="已登记").wait_for()

    visit = Visit.objects.latest("pk")
    assert phone.taps == 2
    assert Visit.objects.count() == before + 1
    assert (visit.worker, visit.household, visit.outcome) == (
        small_city.people["grid_worker"],
        small_city.households[2],
        "normal",
    )
    assert DOOR in phone.locator("article[role=status]").inner_text()
    assert phone.url.endswith(f"/{visit.client_uuid}/")
    assert phone.complaints == []


def test_a_visit_with_a_need_takes_eight_taps_at_most(phone, small_city):
    tap(phone, "link", f"{DOOR} 其他情况")
    tap(phone, "link", "有需求")
    tap(phone, "radio", "维修")
    tap(phone, "checkbox", "家里设施坏了要维修")
    tap(phone, "button", "确认登记")
    phone.get_by_text("已转为居民诉求").wait_for()

    need = NeedRequest.objects.latest("pk")
    assert phone.taps <= 8
    assert (need.kind, need.text, need.household) == (
        "repair",
        "家里设施坏了要维修",
        small_city.households[2],
    )
    assert phone.complaints == []


def test_pages_of_another_grid_are_not_found(page_phone, live_server, enter, small_city):
    stranger = make_user("grid_worker", small_city.areas["990101001001002"])
    household = small_city.households[0]
    visit = make_visit(household, worker=small_city.people["grid_worker"])
    need = make_need(household)
    enter(page_phone, stranger)

    for path in (
        f"households/{household.pk}",
        f"households/{household.pk}/visit",
        f"visits/{visit.pk}",
        f"visits/{visit.client_uuid}",
        f"needs/{need.pk}",
    ):
        answer = page_phone.goto(f"{live_server.url}/grids/{path}/")
        assert answer.status == 404, path
        words = page_phone.locator("main").inner_text()
        assert "没有找到这个页面" in words
        assert household.label not in page_phone.content()
