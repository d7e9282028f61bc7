"""A branch is split and the part merged back, by a click each; the chain as of the day between shows both."""

from datetime import timedelta

import pytest

from governance.kernel.days import today
from governance.party.models import PartyOrg

pytestmark = pytest.mark.browser


def ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


def split(page) -> None:
    page.get_by_role("link", name="分设").click()
    page.get_by_label("分出的党组织名称").fill("第二党支部")
    page.get_by_label("日期").first.fill(ago(30))
    page.get_by_label("分出的党员数").fill("2")
    page.get_by_label("其中正式党员").fill("2")
    page.get_by_role("button", name="分设").click()
    page.get_by_text("分设已登记").wait_for()


def merge(page, into: PartyOrg) -> None:
    page.get_by_role("link", name="并入其他党组织").click()
    page.get_by_label("并入哪个党组织").select_option(str(into.pk))
    page.get_by_label("日期").first.fill(ago(1))
    page.get_by_role("button", name="并入其他党组织").click()
    page.get_by_text("并入其他党组织已登记").wait_for()


def test_a_branch_is_split_and_the_part_merged_back(open_page, enter, live_server, small_city):
    branch = PartyOrg.objects.get(tier="branch")
    officer = enter(open_page(), small_city.people["party_officer"])
    officer.goto(f"{live_server.url}/party/orgs/{branch.pk}/")
    split(officer)
    part = PartyOrg.objects.get(name="第二党支部")
    officer.goto(f"{live_server.url}/party/orgs/{part.pk}/")
    merge(officer, branch)
    officer.get_by_text("撤销。").wait_for()

    for day, expected in ((ago(10), 2), (ago(0), 1)):
        officer.goto(f"{live_server.url}/party/orgs/tree/?as_of={day}")
        officer.locator(".tree-open").first.click()
        officer.locator(".tree-below .tree-open").first.click()
        officer.get_by_role("link", name=branch.name, exact=True).wait_for()
        assert officer.locator(".tree-below .tree-below .tree-row").count() == expected
    assert officer.complaints == []
