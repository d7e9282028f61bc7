"""The red stewards, clicked through: from the joint branch to its partners, leagues, teams, workers and activities."""

import pytest

from governance.kernel.days import today
from governance.party.enums import MemberKind
from grids.models import GridWorker
from tests.browser.screens import OVERFLOWING, PHONE
from tests.factories.partners import enrol, join, make_activity, make_agreement
from tests.factories.party import make_league, make_org, make_partner, make_steward_team, seat

pytestmark = pytest.mark.browser
PARTNERS, LEAGUES, TEAMS = 5, 3, 2


@pytest.fixture
def branch(small_city):
    """A joint branch with all that hangs on it, made small."""
    community = small_city.own["community"]
    branch = make_org(community, kind="joint_branch", name="“红管家”联合党支部")
    partners = [make_partner(community, name=f"第{number}小学") for number in range(1, PARTNERS + 1)]
    for partner in partners:
        make_agreement(partner)
        seat(branch, partner.name, MemberKind.PARTNER, partner=partner)
    for number in range(1, LEAGUES + 1):
        league = make_league(community, name=f"亲务联盟{number}组")
        join(league, partners[number])
        make_activity(league)
    for number in range(1, TEAMS + 1):
        team = make_steward_team(community, org=branch, name=f"红色管家第{number}队")
        for name in ("马建国", "周立", "李红"):
            enrol(team, name)
    make_activity(branch, title="红色物业议事会")
    return branch


def rows(page) -> int:
    page.locator("[data-row]").first.wait_for()
    return page.locator("[data-row]").count()


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
def test_the_story_of_the_stewards(open_page, enter, live_server, small_city, branch, screen):
    page = enter(open_page(**screen), small_city.people["community_secretary"])
    home = f"{live_server.url}/party/orgs/{branch.pk}/"
    workers = GridWorker.objects.for_list(today()).within(branch.area_code).count()

    figures = {"共建单位": PARTNERS, "服务联盟": LEAGUES, "红管家服务队": TEAMS, "在岗网格员": workers}
    for label, count in figures.items():
        page.goto(home)
        tile = page.locator(".together-figures a", has_text=label)
        assert tile.locator("strong").inner_text() == str(count), label
        tile.click()
        assert rows(page) == count, label
        assert page.evaluate(OVERFLOWING) == []

    page.goto(home)
    page.get_by_role("link", name="红色管家第1队").click()
    page.get_by_text("马*国").wait_for()
    assert page.locator(".member-list li").count() == 3
    page.goto(home)
    page.get_by_role("link", name="红色物业议事会").click()
    page.get_by_text("小区广场").wait_for()
    assert page.complaints == []
