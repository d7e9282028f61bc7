"""Party organisations on the country of `make_country`, and what hangs on them, set past the verbs."""

from datetime import date

from governance.areas.models import Area
from governance.party.enums import MemberKind, OrgKind
from governance.party.models import (
    League,
    MemberOrg,
    Partner,
    PartyOrg,
    PartyOrgArea,
    PartyOrgParent,
    StewardTeam,
    VolunteerTeam,
)

FOUNDED = date(2021, 7, 1)
KINDS = {
    "township": OrgKind.WORKING_COMMITTEE,
    "community": OrgKind.COMMITTEE,
    "branch": OrgKind.BRANCH,
    "group": OrgKind.GROUP,
}


def make_org(
    area: Area, tier: str = "branch", *, parent: PartyOrg | None = None, on: date = FOUNDED, **fields
) -> PartyOrg:
    """A lawful organisation that no set-up rule warns about, under `parent` since its first day."""
    fields = {
        "kind": KINDS[tier],
        "name": f"{area.name}{KINDS[tier].label}",
        "approved_no": "组发〔2021〕1号",
        "member_count": 5,
        "full_member_count": 5,
        **fields,
    }
    org = PartyOrg.objects.create(area=area, tier_id=tier, established_on=on, **fields)
    if parent:
        PartyOrgParent.objects.create(org=org, parent=parent, valid=(on, None))
    return org


def make_chain(country: dict[str, Area]) -> dict[str, PartyOrg]:
    """The four tiers on the own line of the country, by tier."""
    chain: dict[str, PartyOrg] = {}
    parent = None
    for tier, width in (("township", 9), ("community", 12), ("branch", 15), ("group", 18)):
        parent = chain[tier] = make_org(country["990101001001001001"[:width]], tier, parent=parent)
    return chain


def serve(org: PartyOrg, area: Area, *, since: date = FOUNDED, until: date | None = None) -> PartyOrgArea:
    return PartyOrgArea.objects.create(org=org, area=area, valid=(since, until))


def seat(org: PartyOrg, name: str, kind: str = MemberKind.PARTNER, **fields) -> MemberOrg:
    return MemberOrg.objects.create(org=org, kind=kind, name=name, valid=(FOUNDED, None), **fields)


def make_team(area: Area, *, leader: str = "马秀兰", **fields) -> VolunteerTeam:
    team = VolunteerTeam(area=area, **{"name": "邻里志愿服务队", "founded_on": FOUNDED, **fields})
    team.seal_value("leader", leader)
    team.save()
    return team


def make_partner(area: Area, **fields) -> Partner:
    return Partner.objects.create(area=area, **{"name": "某银行支行", "signed_on": FOUNDED, **fields})


def make_league(area: Area, **fields) -> League:
    return League.objects.create(area=area, **{"name": "便民服务联盟", "founded_on": FOUNDED, **fields})


def make_steward_team(area: Area, **fields) -> StewardTeam:
    return StewardTeam.objects.create(area=area, **{"name": "红管家一队", "founded_on": FOUNDED, **fields})
