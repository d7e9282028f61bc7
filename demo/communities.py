"""What communities look after: service teams, legal advisers, partner organisations."""

from datetime import date, time, timedelta

from demo import words
from demo.chance import chance, day_before
from demo.city import FENGHUANG, HELANSHAN_WEST, SHANGHAI_WEST, YINXINYUAN, City
from grids.enums.advisers import AdviserWork
from grids.enums.service_team import ServiceKind
from grids.models import (
    Adviser,
    AdviserAssignment,
    AdviserDuty,
    AdviserRecord,
    CommunityOrg,
    Grid,
    OrgActivity,
    OrgKind,
    ServiceMember,
)

SHOWN = (SHANGHAI_WEST, FENGHUANG, HELANSHAN_WEST)  # townships whose grids have a whole service team
BEGUN = date(2023, 5, 1)
ADVISED, COMMUNITIES_AN_ADVISER = 0.96, 3
FIRMS = ["塞上", "贺兰", "凤凰", "朔方", "金岸", "河套"]
UNITS = {
    ServiceKind.POLICE: "派出所",
    ServiceKind.PROPERTY: "物业服务中心",
    ServiceKind.DOCTOR: "社区卫生服务站",
    ServiceKind.ENFORCEMENT: "综合执法队",
    ServiceKind.VOLUNTEER: "志愿服务队",
}
WORK = {
    AdviserWork.CONSULTATION: [
        "物业费怎么交",
        "房屋漏水谁来赔",
        "遗嘱怎么立",
        "劳动合同到期不续",
        "借条写法",
    ],
    AdviserWork.LECTURE: ["民法典进社区", "防范养老诈骗", "物权与相邻关系"],
    AdviserWork.CONTRACT: ["停车场出租合同", "电梯维保合同", "公共收益使用方案"],
    AdviserWork.MEDIATION: ["楼上漏水赔偿", "装修噪声", "停车位争用"],
}
ORGS = {
    "self_governance": ["居民议事会", "楼栋自治小组", "红白理事会"],
    "social_org": ["和事佬工作室", "书画社", "老年合唱团", "棋牌协会", "妈妈帮"],
    "social_work": ["社会工作服务站", "青年社工室"],
    "volunteers": ["银龄互助队", "红马甲服务队", "护学岗", "邻里守望队"],
    "charity": ["爱心超市", "社区慈善基金", "旧衣循环站"],
    "enterprise": ["便民菜店", "社区食堂", "家电维修铺"],
}
DEEDS = [
    "包饺子送到独居老人家",
    "清理楼道杂物",
    "节日慰问",
    "义务理发",
    "暑期托管",
    "扫雪除冰",
    "旧物交换集市",
]


def make_communities(city: City) -> None:
    """Teams, advisers with their year's work, organisations with what they did."""
    _make_teams(city)
    _make_advisers(city)
    _make_orgs(city)


def _make_teams(city: City) -> None:
    dice, rows = chance("teams"), []
    for plot in city.plots:
        if not plot.code.startswith(SHOWN):
            continue
        for kind, unit in UNITS.items():
            member = ServiceMember(
                area_id=plot.area_id,
                area_code=plot.code,
                kind=kind,
                name=words.person(dice),
                unit=unit,
                duty_phone=f"0951-6{dice.randrange(10**6):06d}",
                valid=(BEGUN, None),
            )
            rows.append(member)
    ServiceMember.objects.bulk_create(rows, batch_size=2000)
    steward = Grid.objects.filter(area_code__startswith=YINXINYUAN)
    steward.update(
        boundary="东至正源街，西至亲水大街，南至上海西路，北至大连西路", cadre_rhythm="每月至少到网格走访一次"
    )


def _make_advisers(city: City) -> None:
    dice, assignments, duties, records = chance("advisers"), [], [], []
    for township in [code for code in city.areas if len(code) == 9]:
        served = [code for code in city.communities(township) if dice.random() < ADVISED]
        for place in range(0, len(served), COMMUNITIES_AN_ADVISER):
            adviser = _adviser(city, township, dice)
            for code in served[place : place + COMMUNITIES_AN_ADVISER]:
                own = {"adviser": adviser, "area_id": city.areas[code], "area_code": code}
                assignments.append(AdviserAssignment(valid=(BEGUN, None), **own))
                duties += _duties(city, own, dice)
                records += _records(city, own, dice)
    AdviserAssignment.objects.bulk_create(assignments, batch_size=2000)
    AdviserDuty.objects.bulk_create(duties, batch_size=4000)
    AdviserRecord.objects.bulk_create(records, batch_size=4000)


def _adviser(city: City, township: str, dice) -> Adviser:
    adviser = Adviser(
        area_id=city.areas[township],
        area_code=township,
        name=words.person(dice),
        firm=f"{dice.choice(FIRMS)}律师事务所",
        licence_no=f"16401{dice.randrange(10**12):012d}",
    )
    adviser.seal_value("phone", words.phone(dice))
    adviser.save()
    return adviser


def _duties(city: City, own: dict, dice) -> list[AdviserDuty]:
    """A day last month, one this month as a rule, one to come."""
    first = city.today.replace(day=1)
    days = {first - timedelta(days=dice.randint(1, 25)), city.today + timedelta(days=dice.randint(1, 20))}
    if dice.random() < 0.9:
        days.add(first + timedelta(days=dice.randint(0, 27)))
    hours = {"from_time": time(9), "to_time": time(11, 30), "place": "社区公共法律服务工作室"}
    return [AdviserDuty(on=day, **hours, **own) for day in sorted(days)]


def _records(city: City, own: dict, dice) -> list[AdviserRecord]:
    found = []
    for _number in range(dice.randint(4, 9)):
        kind = dice.choice(list(WORK))
        day = day_before(city.today, dice, 330)
        minutes = dice.choice([60, 90] if kind == AdviserWork.LECTURE else [20, 30, 45, 60])
        found.append(AdviserRecord(kind=kind, on=day, minutes=minutes, topic=dice.choice(WORK[kind]), **own))
    return found


def _make_orgs(city: City) -> None:
    dice, orgs, activities = chance("orgs"), [], []
    kinds = {kind.code: kind for kind in OrgKind.objects.all()}
    names = [(kinds[code], name) for code, found in ORGS.items() if code in kinds for name in found]
    for code in city.communities():
        many = min(dice.choice([3, 4, 5, 5, 5, 6, 6, 7, 8]), len(names))
        orgs += [_org(city, code, kind, name, dice) for kind, name in dice.sample(names, many)]
    for org in CommunityOrg.objects.bulk_create(orgs, batch_size=2000):
        done = {
            day_before(city.today, dice, 200): dice.choice(DEEDS) for _number in range(dice.randint(0, 3))
        }
        activities += [
            OrgActivity(org=org, on=day, title=title, people_count=dice.randint(6, 60))
            for day, title in done.items()
        ]
    OrgActivity.objects.bulk_create(activities, batch_size=4000)


def _org(city: City, code: str, kind: OrgKind, name: str, dice) -> CommunityOrg:
    org = CommunityOrg(
        area_id=city.areas[code],
        area_code=code,
        kind=kind,
        name=name,
        purpose="",
        founded_on=BEGUN + timedelta(days=dice.randint(0, 900)),
        people_count=dice.randint(5, 80),
    )
    org.seal_value("contact", words.person(dice))
    org.seal_value("phone", words.phone(dice))
    return org
