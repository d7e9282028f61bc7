"""The secretary's desk; a worker who leaves hands over, and both sign from their own log-ins."""

import pytest
from django.urls import reverse

from governance.people.models import Handover
from grids.models import Grid, NeedRequest
from tests.browser.screens import OVERFLOWING, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page_desk, enter, live_server, small_city):
    """The secretary's browser, on the page a log-in leads to."""
    page = enter(page_desk, small_city.people["community_secretary"])
    page.goto(f"{live_server.url}/")
    return page


def test_the_secretary_opens_the_desk_and_proposes_a_topic(desk, small_city):
    assert desk.url.endswith(f"/communities/{small_city.own['community'].code}/")
    for words in ("空缺网格", "红色议事会", "法律顾问", "六社联动"):
        assert desk.get_by_role("heading", name=words).first.is_visible()
    desk.get_by_role("link", name="提出议题").click()
    desk.get_by_label("议题").fill("给 3 号楼装扶手")
    desk.get_by_role("button", name="提出议题").click()
    desk.get_by_role("link", name="给 3 号楼装扶手").click()
    desk.get_by_role("link", name="公告会期").wait_for()
    assert desk.evaluate(OVERFLOWING) == []
    assert desk.complaints == []


def test_a_handover_from_the_grid_page_to_both_signatures(desk, open_page, enter, live_server, small_city):
    worker, leader = small_city.people["grid_worker"], small_city.people["grid_leader"]
    grid = Grid.objects.get(area=small_city.own["grid"])
    desk.goto(live_server.url + reverse("grids:grid_detail", args=[grid.pk]))
    desk.get_by_role("row", name=worker.name).get_by_role("link", name="交接").click()
    desk.get_by_label("随交物品与说明").fill("钥匙 2 把")
    desk.get_by_role("button", name="列出清单").click()
    desk.get_by_role("heading", name="居民诉求").wait_for()

    for person, label in ((worker, "移交签字"), (leader, "接交签字")):
        phone = enter(open_page(**PHONE), person)
        phone.goto(live_server.url + reverse("people:handover_list") + "?mine=true")
        phone.get_by_role("link", name="网格员").click()
        phone.locator("summary", has_text=label).click()
        phone.get_by_role("button", name=f"确认{label}").click()
        phone.locator(".toast-note", has_text="已签字").wait_for()
        assert phone.evaluate(OVERFLOWING) == []
        assert phone.complaints == []

    assert Handover.objects.get().state == "done"
    assert set(NeedRequest.objects.open().values_list("worker", flat=True)) == {leader.pk}
