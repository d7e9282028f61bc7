"""What hangs on the partners: agreements, seats in leagues, the stewards by name, and what they did together."""

from datetime import date, timedelta

from demo import words
from demo.chance import chance
from demo.city import City
from governance.party.models import (
    Activity,
    League,
    LeaguePartner,
    Partner,
    PartnerAgreement,
    PartyOrg,
    StewardMember,
    StewardTeam,
    VolunteerTeam,
)

PURPOSES = [
    "场地共享、停车错时开放",
    "法律、税务咨询进社区",
    "就业岗位进社区",
    "义诊、健康讲座",
    "助学、课后看护",
]
DUTIES = ["楼栋走访", "矛盾调处", "环境巡查", "邻里互助", "政策宣传"]
DEEDS = [
    ("义诊进小区", "小区广场", "量血压、测血糖，解答用药问题。"),
    ("清洁家园行动", "楼院之间", "清理楼道杂物和小广告，修好两处照明。"),
    ("红色物业议事会", "红管家议事厅", "商定充电棚选址和晾衣架改造两件事。"),
    ("反诈宣传进楼院", "党群服务站", "讲解三类常见骗局，现场安装提醒程序。"),
    ("邻里节百家宴", "社区活动室", "邻里各带一道菜，认识了新搬来的住户。"),
    ("暑期课后看护", "社区图书角", "志愿者陪孩子写作业、读书。"),
]
MEETINGS = 8  # of the joint branch, one a month


def make_partners(city: City) -> None:
    dice = chance("partners")
    partners = list(Partner.objects.order_by("pk"))
    _agreements(city, partners, dice)
    _league_seats(partners, dice)
    _stewards(dice)
    _activities(city, dice)


def _agreements(city: City, partners: list[Partner], dice) -> None:
    """Three years each, from the day they signed or renewed; a few end soon."""
    rows = []
    for number, partner in enumerate(partners, start=1):
        begun = max(partner.signed_on, city.today - timedelta(days=3 * 365 + 10 - 29 * number))
        rows += _earlier(partner, begun, number, dice)
        rows.append(_agreement(partner, begun, None, number, dice))
    PartnerAgreement.objects.bulk_create(rows)


def _earlier(partner: Partner, begun: date, number: int, dice) -> list[PartnerAgreement]:
    if partner.signed_on == begun:
        return []
    return [_agreement(partner, partner.signed_on, begun, number, dice)]


def _agreement(partner: Partner, on: date, until: date | None, number: int, dice) -> PartnerAgreement:
    row = PartnerAgreement(
        partner=partner,
        number=f"共建〔{on.year}〕{number}号",
        purpose=PURPOSES[number % len(PURPOSES)],
        valid=(on, until),
        due_on=on + timedelta(days=3 * 365),
    )
    row.seal_value("contact", words.person(dice))
    row.seal_value("phone", words.phone(dice))
    return row


def _league_seats(partners: list[Partner], dice) -> None:
    LeaguePartner.objects.bulk_create(
        LeaguePartner(league=league, partner=partner, valid=(max(league.founded_on, partner.signed_on), None))
        for league in League.objects.order_by("pk")
        for partner in dice.sample(partners, min(len(partners), dice.randint(2, 4)))
    )


def _stewards(dice) -> None:
    rows = []
    for team in StewardTeam.objects.order_by("pk"):
        for _number in range(team.member_count):
            row = StewardMember(team=team, duty=dice.choice(DUTIES), valid=(team.founded_on, None))
            row.seal_value("name", words.person(dice))
            rows.append(row)
    StewardMember.objects.bulk_create(rows)


def _activities(city: City, dice) -> None:
    """A year of the stewards, some of the leagues and the joint branch, and one of volunteers here and there."""
    hosts = [("steward_team", team, 4) for team in StewardTeam.objects.order_by("pk")]
    hosts += [("league", league, 2) for league in League.objects.order_by("pk")]
    hosts += [("org", org, MEETINGS) for org in PartyOrg.objects.filter(kind="joint_branch")]
    hosts += [("volunteer_team", team, 1) for team in VolunteerTeam.objects.order_by("pk")[::20]]
    Activity.objects.bulk_create(
        _activity(city, field, host, dice) for field, host, count in hosts for _number in range(count)
    )


def _activity(city: City, field: str, host, dice) -> Activity:
    title, place, result = dice.choice(DEEDS)
    return Activity(
        area_id=host.area_id,
        area_code=host.area_code,
        on=city.today - timedelta(days=dice.randint(2, 360)),
        title=title,
        place=place,
        people_count=dice.randint(12, 160),
        result=result,
        **{field: host},
    )
