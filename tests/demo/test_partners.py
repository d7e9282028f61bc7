"""The story of the red stewards holds in the demo city: its numbers, and what hangs on them."""

import pytest

from demo.city import YINXINYUAN, City
from demo.partners import make_partners
from demo.party import LEAGUES, PARTNERS, STEWARD_TEAMS, STEWARDS, _joint_branch
from governance.kernel.days import today
from governance.party.models import (
    Activity,
    League,
    Partner,
    PartnerAgreement,
    PartyOrg,
    StewardMember,
    StewardTeam,
)
from tests.factories.party import make_org

pytestmark = pytest.mark.django_db


def test_thirty_partners_twelve_leagues_and_seven_teams_of_120(country):
    area = country["990101001001"]
    city = City(today=today())
    city.areas, city.names = {YINXINYUAN: area.pk}, {area.code: area.name}
    _joint_branch(city, make_org(area, "community").pk)
    make_partners(city)

    assert (Partner.objects.count(), League.objects.count()) == (PARTNERS, LEAGUES) == (30, 12)
    assert (
        (StewardTeam.objects.count(), StewardMember.objects.count()) == (STEWARD_TEAMS, STEWARDS) == (7, 120)
    )
    assert all(team.member_count == team.members.count() for team in StewardTeam.objects.all())
    assert PartnerAgreement.objects.running_on(today()).count() == PARTNERS
    assert 0 < PartnerAgreement.objects.due_within(today(), 60).count() < 5
    assert not League.objects.filter(seats__isnull=True).exists()
    assert Activity.objects.filter(org=PartyOrg.objects.get(kind="joint_branch")).exists()
    for row in [*PartnerAgreement.objects.all(), *Activity.objects.all()]:
        row.full_clean()
