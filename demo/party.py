"""The Party chain of 95 / 1,242 / 4,511 on the same territory, 1,520 volunteer teams, and the red stewards."""

from collections import defaultdict
from datetime import date, timedelta

from demo import words
from demo.chance import chance, spread
from demo.city import YINXINYUAN, Building, City, Plot
from governance.kernel.masking import mask_name
from governance.party.enums import MemberKind, OrgKind, PartnerKind, Tier
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

COMMUNITIES, BRANCHES, GROUPS, TEAMS = 95, 1242, 4511, 1520
PARTNERS, LEAGUES, STEWARD_TEAMS, STEWARDS = 30, 12, 7, 120
BEGUN = date(2018, 7, 1)
TEAM_NAMES = [
    "说和室",
    "帮帮团",
    "红马甲服务队",
    "银龄互助队",
    "护学队",
    "清洁家园队",
    "应急先锋队",
    "理发缝补队",
    "巡逻队",
    "心桥热线",
]


def make_party(city: City) -> None:
    """Organisations tier by tier, their links, and teams."""
    dice = chance("party")
    committees = _save([_township(city, code, dice) for code in city.areas if len(code) == 9], city, {})
    chosen = _communities(city, dice)
    orgs = _save([_community(city, code, dice) for code in chosen], city, committees)
    branches = _branches(city, {**committees, **orgs}, dice)
    _groups(city, branches, dice)
    _joint_branch(city, orgs[YINXINYUAN])
    _volunteers(city, dice)


def _save(orgs: list[PartyOrg], city: City, parents: dict[str, int]) -> dict[str, int]:
    """Save organisations and their link to the parent above on the same territory; ids by area code."""
    made = PartyOrg.objects.bulk_create(orgs, batch_size=4000)
    links = []
    for org in made:
        parent = parents.get(org.area_code[:12]) or parents.get(org.area_code[:9])
        if parent:
            links.append(PartyOrgParent(org_id=org.pk, parent_id=parent, valid=(org.established_on, None)))
    PartyOrgParent.objects.bulk_create(links, batch_size=4000)
    _serve(made)
    return {org.area_code: org.pk for org in made}


def _org(
    area_id: int, code: str, tier: str, kind: str, name: str, members: int, years: int | None, dice
) -> PartyOrg:
    begun = BEGUN + timedelta(days=dice.randint(0, 1500))
    last = date(2026, 10, 21) + timedelta(days=dice.randint(0, 900)) if years else None
    return PartyOrg(
        area_id=area_id,
        area_code=code,
        tier_id=tier,
        kind=kind,
        name=name,
        established_on=begun,
        approved_no=f"银党组〔{begun.year}〕{dice.randint(1, 400)}号" if tier != Tier.GROUP else "",
        term_years=years,
        term_ends_on=last,
        member_count=members,
        full_member_count=max(members - dice.randint(0, 2), 0),
        committee_size=0 if members < 7 else dice.choice([3, 5]),
    )


def _township(city: City, code: str, dice) -> PartyOrg:
    kind = OrgKind.WORKING_COMMITTEE if city.names[code].endswith("街道") else OrgKind.COMMITTEE
    name = f"{city.names[code]}{'党工委' if kind == OrgKind.WORKING_COMMITTEE else '党委'}"
    return _org(city.areas[code], code, Tier.TOWNSHIP, kind, name, dice.randint(300, 1500), 5, dice)


def _community(city: City, code: str, dice) -> PartyOrg:
    members = dice.randint(52, 260)
    kind = OrgKind.COMMITTEE if members > 100 else OrgKind.GENERAL_BRANCH
    name = f"{city.names[code]}{'党委' if kind == OrgKind.COMMITTEE else '党总支'}"
    return _org(city.areas[code], code, Tier.COMMUNITY, kind, name, members, 5, dice)


def _communities(city: City, dice) -> list[str]:
    urban = sorted({plot.community for plot in city.plots if plot.is_urban} - {YINXINYUAN})
    return [YINXINYUAN, *dice.sample(urban, COMMUNITIES - 1)]


def _branches(city: City, parents: dict[str, int], dice) -> dict[int, tuple[int, list[Plot]]]:
    """A branch a compound, seated in the compound's first grid and serving all of them."""
    served = defaultdict(list)
    for plot in city.plots:
        if plot.compound:
            served[plot.compound].append(plot)
    groups = list(served.values())
    extra = BRANCHES - 1 - len(groups)  # one more is the joint branch
    groups = (
        groups[: BRANCHES - 1]
        if extra < 0
        else groups + [[plots[-1]] for plots in groups if len(plots) > 1][:extra]
    )
    orgs = [_branch(city, plots[0], dice) for plots in groups]
    ids = _save(orgs, city, parents)
    links = [
        PartyOrgArea(
            org_id=ids[plots[0].code],
            area_id=plot.area_id,
            area_code=plot.code,
            valid=(BEGUN + timedelta(days=1600), None),
        )
        for plots in groups
        for plot in plots[1:]
    ]
    PartyOrgArea.objects.bulk_create(links, batch_size=4000)
    return {ids[plots[0].code]: (ids[plots[0].code], plots) for plots in groups}


def _branch(city: City, plot: Plot, dice) -> PartyOrg:
    name = f"{city.names[plot.community]}{plot.name}党支部"
    return _org(plot.area_id, plot.code, Tier.BRANCH, OrgKind.BRANCH, name, dice.randint(3, 48), 3, dice)


def _groups(city: City, branches: dict, dice) -> None:
    """Party groups in the building groups of the branches' grids."""
    places = [
        (branch, plot, building)
        for branch, plots in branches.values()
        for plot in plots
        for building in plot.buildings
    ]
    chosen = [places[index] for index in sorted(dice.sample(range(len(places)), GROUPS))]
    made = PartyOrg.objects.bulk_create(
        (_group(city, plot, building, dice) for _, plot, building in chosen), batch_size=4000
    )
    begun = BEGUN + timedelta(days=1600)
    PartyOrgParent.objects.bulk_create(
        (
            PartyOrgParent(org_id=org.pk, parent_id=branch, valid=(begun, None))
            for org, (branch, _, _) in zip(made, chosen, strict=True)
        ),
        batch_size=4000,
    )
    _serve(made)


def _group(city: City, plot: Plot, building: Building, dice) -> PartyOrg:
    name = f"{city.names[plot.community]}{building.name}党小组"
    return _org(
        building.area_id, building.code, Tier.GROUP, OrgKind.GROUP, name, dice.randint(3, 12), None, dice
    )


def _serve(orgs: list[PartyOrg]) -> None:
    PartyOrgArea.objects.bulk_create(
        (
            PartyOrgArea(
                org_id=org.pk, area_id=org.area_id, area_code=org.area_code, valid=(org.established_on, None)
            )
            for org in orgs
        ),
        batch_size=4000,
    )


def _joint_branch(city: City, parent: int) -> None:
    """红管家: one joint branch of community, property company, owners' committee and thirty partner units."""
    dice = chance("stewards")
    area, code = city.areas[YINXINYUAN], YINXINYUAN
    branch = _org(area, code, Tier.BRANCH, OrgKind.JOINT_BRANCH, "“红管家”联合党支部", 46, 3, dice)
    branch.save()
    PartyOrgParent.objects.create(org=branch, parent_id=parent, valid=(branch.established_on, None))
    PartyOrgArea.objects.create(
        org=branch, area_id=area, area_code=code, area=branch.area, valid=(branch.established_on, None)
    )
    _seat_members(city, branch, dice)
    _stewards(city, branch)


def _seat_members(city: City, branch: PartyOrg, dice) -> None:
    area, code = branch.area_id, branch.area_code
    partners = Partner.objects.bulk_create(
        Partner(
            area_id=area,
            area_code=code,
            name=name,
            kind=kind,
            uscc=words.uscc(dice, "640106"),
            signed_on=BEGUN + timedelta(days=40 * number),
        )
        for number, (name, kind) in enumerate(_partner_names(dice))
    )
    seats = [
        (MemberKind.COMMUNITY, city.names[code], None),
        (MemberKind.PROPERTY_COMPANY, "银新苑物业服务公司", None),
        (MemberKind.OWNERS_COMMITTEE, "银新苑小区一二区业主委员会", None),
    ]
    seats += [(MemberKind.PARTNER, partner.name, partner.pk) for partner in partners]
    MemberOrg.objects.bulk_create(
        MemberOrg(org=branch, kind=kind, name=name, partner_id=partner, valid=(branch.established_on, None))
        for kind, name, partner in seats
    )


def _stewards(city: City, branch: PartyOrg) -> None:
    area, code = branch.area_id, branch.area_code
    League.objects.bulk_create(
        League(
            area_id=area,
            area_code=code,
            name=f"阳光一家亲务联盟{words.chinese_number(number)}组",
            purpose="养老助残、就业、环境、文化等服务",
            founded_on=BEGUN + timedelta(days=500),
        )
        for number in range(1, LEAGUES + 1)
    )
    StewardTeam.objects.bulk_create(
        StewardTeam(
            area_id=area,
            area_code=code,
            org=branch,
            name=f"小区红色管家第{words.chinese_number(number)}队",
            member_count=members,
            founded_on=BEGUN + timedelta(days=600),
        )
        for number, members in enumerate(spread(STEWARDS, [1.0] * STEWARD_TEAMS), start=1)
    )


def _partner_names(dice) -> list[tuple[str, str]]:
    kinds = {
        PartnerKind.AGENCY: "区{}局",
        PartnerKind.COMPANY: "{}商贸公司",
        PartnerKind.SOCIAL: "{}社会工作服务中心",
        PartnerKind.SCHOOL: "第{}小学",
    }
    words_of = {PartnerKind.AGENCY: ["税务", "人社", "民政", "水务", "交通", "司法", "教育", "文旅"]}
    names = []
    for number in range(PARTNERS):
        kind = list(kinds)[number % 4]
        word = words_of[kind][number // 4] if kind in words_of else dice.choice(words.COMPANY_HEADS)
        if kind == PartnerKind.SCHOOL:
            word = words.chinese_number(number // 4 + 1)
        name = kinds[kind].format(word)
        names.append((name if name not in {other for other, _ in names} else f"{name}（{number}）", kind))
    return names


def _volunteers(city: City, dice) -> None:
    communities = city.communities()
    counts = spread(TEAMS, [1.0] * len(communities), least=2)
    teams = []
    for code, count in zip(communities, counts, strict=True):
        for name in dice.sample(TEAM_NAMES, count):
            leader = words.person(dice)
            team = VolunteerTeam(
                area_id=city.areas[code],
                area_code=code,
                name=f"老{leader[0]}{name}",
                member_count=dice.randint(6, 60),
                founded_on=BEGUN + timedelta(days=dice.randint(0, 2600)),
            )
            team.seal_value("leader", leader)
            team.leader_masked = mask_name(leader)
            teams.append(team)
    VolunteerTeam.objects.bulk_create(teams, batch_size=2000)
