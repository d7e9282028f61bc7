"""Partners with agreements, and leagues and teams with who belongs to them, set past the verbs."""

from datetime import date

from governance.areas.models import Area
from governance.party.models import (
    Activity,
    League,
    LeaguePartner,
    Partner,
    PartnerAgreement,
    StewardMember,
    StewardTeam,
)
from governance.party.models.activities import host_field
from tests.factories.party import FOUNDED, make_league, make_partner, make_steward_team

DUE = date(2030, 6, 30)


def make_agreement(
    partner: Partner,
    *,
    on: date = FOUNDED,
    until: date | None = None,
    contact="周立",
    phone="13800138000",
    **fields,
) -> PartnerAgreement:
    fields = {"number": "共建〔2021〕1号", "purpose": "场地共享、志愿服务", "due_on": DUE, **fields}
    agreement = PartnerAgreement(partner=partner, valid=(on, until), **fields)
    agreement.seal_value("contact", contact)
    agreement.seal_value("phone", phone)
    agreement.save()
    return agreement


def make_signed(area: Area, **fields) -> Partner:
    """A partner with an agreement that runs."""
    partner = make_partner(area, **fields)
    make_agreement(partner, on=partner.signed_on)
    return partner


def make_league_seat(area: Area) -> LeaguePartner:
    return join(make_league(area), make_partner(area))


def join(league: League, partner: Partner) -> LeaguePartner:
    return LeaguePartner.objects.create(league=league, partner=partner, valid=(FOUNDED, None))


def make_steward(area: Area) -> StewardMember:
    return enrol(make_steward_team(area))


def enrol(team: StewardTeam, name: str = "马建国") -> StewardMember:
    member = StewardMember(team=team, valid=(FOUNDED, None))
    member.seal_value("name", name)
    member.save()
    team.member_count = team.members.count()
    team.save()
    return member


def make_activity(host, **fields) -> Activity:
    fields = {
        "on": date(2026, 5, 1),
        "title": "义诊进小区",
        "place": "小区广场",
        "people_count": 60,
        **fields,
    }
    return Activity.objects.create(area=host.area, **{host_field(host): host}, **fields)
