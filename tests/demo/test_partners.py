"""The story of the red stewards holds in the demo city: its numbers, and what hangs on them."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from demo.city import YINXINYUAN, City
from demo.cobuild import make_cobuild
from demo.partners import make_partners
from demo.party import LEAGUES, PARTNERS, STEWARD_TEAMS, STEWARDS, _joint_branch
from demo.reporting import make_reporting
from governance.kernel.days import today
from governance.party.actions import load_cobuild_kinds, load_service_post_kinds
from governance.party.models import (
    Activity,
    CommunityNeed,
    CoProject,
    League,
    Partner,
    PartnerAgreement,
    PartnerResource,
    PartyOrg,
    PostClaim,
    ReportingUnit,
    ServicePost,
    ServiceRecord,
    ServingMember,
    StewardMember,
    StewardTeam,
    Wish,
)
from tests.factories.party import make_org

pytestmark = pytest.mark.django_db
MODELS = (
    PartnerAgreement,
    Activity,
    PartnerResource,
    CommunityNeed,
    CoProject,
    Wish,
    ReportingUnit,
    ServingMember,
    ServicePost,
    PostClaim,
    ServiceRecord,
)
PRESETS = Path(settings.BASE_DIR) / "config" / "presets" / "base"


def test_thirty_partners_twelve_leagues_and_seven_teams_of_120(country):
    area = country["990101001001"]
    city = City(today=today())
    city.areas, city.names = {YINXINYUAN: area.pk}, {area.code: area.name}
    _joint_branch(city, make_org(area, "community").pk)
    make_partners(city)
    load_cobuild_kinds(json.loads((PRESETS / "cobuild_kinds.json").read_text()))
    make_cobuild(city)
    load_service_post_kinds(json.loads((PRESETS / "service_post_kinds.json").read_text()))
    make_reporting(city)

    assert (Partner.objects.count(), League.objects.count()) == (PARTNERS, LEAGUES) == (30, 12)
    assert (
        (StewardTeam.objects.count(), StewardMember.objects.count()) == (STEWARD_TEAMS, STEWARDS) == (7, 120)
    )
    assert all(team.member_count == team.members.count() for team in StewardTeam.objects.all())
    assert PartnerAgreement.objects.running_on(today()).count() == PARTNERS
    assert 0 < PartnerAgreement.objects.due_within(today(), 60).count() < 5
    assert not League.objects.filter(seats__isnull=True).exists()
    assert Activity.objects.filter(org=PartyOrg.objects.get(kind="joint_branch")).exists()
    for model in MODELS:
        assert model.objects.exists()
        for row in model.objects.all():
            row.full_clean()
