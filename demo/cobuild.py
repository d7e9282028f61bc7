"""What partners of the red stewards offer, what the community asks for, and small wishes of its households."""

from datetime import date, timedelta

from demo import words
from demo.chance import chance
from demo.city import City
from governance.party.enums import NeedState, ProjectState, ResourceState, WishState
from governance.party.models import (
    CobuildKind,
    CommunityNeed,
    CoProject,
    Partner,
    PartnerResource,
    StewardTeam,
    Wish,
)

OFFERS = [
    ("venue", "会议室、培训室周末向居民开放"),
    ("people", "每月一次志愿服务，二十人"),
    ("skills", "律师、会计师坐诊答疑"),
    ("courses", "健康、消防、反诈讲座"),
    ("jobs", "每季度提供社区招聘专场"),
    ("culture", "广场文艺演出、书法进社区"),
    ("goods", "节日慰问物资"),
    ("venue", "停车场夜间错时共享"),
]
NEEDS = [
    ("venue", "老年课堂缺一间教室", "开课十六次，居民不出社区就能上课", 420),
    ("skills", "物业纠纷多，需要律师定期坐诊", "坐诊十二次，解答咨询并引导调解", 96),
    ("courses", "夏季消防安全培训", "六个小区各讲一次", 310),
    ("jobs", "失业居民盼就近就业", "招聘会两场，达成意向", 58),
    ("culture", "邻里节缺演出队伍", "", None),
    ("people", "清理老旧小区楼道杂物", "", None),
    ("venue", "夜间停车位不足", "", None),
    ("goods", "社区食堂缺保温餐箱", "", None),
    ("courses", "青少年暑期编程课", "", None),
]
WISHES = [
    ("想要一个新书包和一套彩笔", "书包和彩笔送到家里", "孩子写来一封感谢信"),
    ("想学会用手机挂号、交费", "志愿者上门教了三次", "老人说以后不用总麻烦儿女"),
    ("想修好厨房漏水的水龙头", "换了水龙头和下水管", ""),
    ("想拍一张全家福", "在社区活动室拍好并装框", ""),
    ("想要一盏护眼台灯", "", ""),
    ("想请人陪着理一次发", "", ""),
    ("想把旧棉被翻新", "", ""),
    ("想找一位退休老师辅导作文", "", ""),
    ("想要一副老花镜", "", ""),
]


def make_cobuild(city: City) -> None:
    dice = chance("cobuild")
    partners = list(Partner.objects.select_related("area").order_by("pk"))
    if not partners:
        return
    kinds = {kind.code: kind for kind in CobuildKind.objects.all()}
    resources = PartnerResource.objects.bulk_create(
        _resource(partner, kinds[OFFERS[number % len(OFFERS)][0]], OFFERS[number % len(OFFERS)][1], number)
        for number, partner in enumerate(partners)
    )
    _needs(city, partners[0].area, kinds, resources)
    _wishes(city, partners, dice)


def _resource(partner: Partner, kind: CobuildKind, text: str, number: int) -> PartnerResource:
    return PartnerResource(
        partner=partner,
        area_id=partner.area_id,
        area_code=partner.area_code,
        kind=kind,
        text=text,
        capacity=1 + number % 3,
        from_on=partner.signed_on,
        state=ResourceState.WITHDRAWN if number == 20 else ResourceState.OPEN,
        closing_note="单位搬迁" if number == 20 else "",
    )


def _needs(city: City, area, kinds: dict, resources: list[PartnerResource]) -> None:
    """Those with a result are done; of the others the first two are under way, the rest wait for somebody."""
    for number, (code, text, result, people) in enumerate(NEEDS):
        posted = city.today - timedelta(days=260 - 25 * number)
        is_open = not result and number >= 6
        state = NeedState.MET if result else NeedState.OPEN if is_open else NeedState.MATCHED
        need = CommunityNeed.objects.create(
            area=area,
            kind=kinds[code],
            text=text,
            posted_on=posted,
            wanted_by=city.today + timedelta(days=20 + number) if is_open else posted + timedelta(days=90),
            state=state,
            matched_on=None if is_open else posted + timedelta(days=6),
        )
        if not is_open:
            _project(need, next(row for row in resources if row.kind_id == need.kind_id), result, people)


def _project(need: CommunityNeed, resource: PartnerResource, result: str, people: int | None) -> None:
    begun: date = need.matched_on
    project = CoProject.objects.create(
        area_id=need.area_id,
        area=need.area,
        need=need,
        partner=resource.partner,
        planned_on=begun,
        state=ProjectState.DONE if result else ProjectState.RUNNING,
        started_on=begun + timedelta(days=3),
        ended_on=begun + timedelta(days=60) if result else None,
        result=result,
        people_served=people,
    )
    project.resources.add(resource)


def _wishes(city: City, partners: list[Partner], dice) -> None:
    """The thanked, the fulfilled, then claimed and open ones."""
    teams = list(StewardTeam.objects.order_by("pk"))
    rows = []
    for number, (text, result, thanks) in enumerate(WISHES):
        posted = city.today - timedelta(days=90 - 9 * number)
        is_open = not result and number >= 6
        state = WishState.CLOSED if thanks else WishState.DONE if result else WishState.CLAIMED
        wish = Wish(
            area_id=partners[0].area_id,
            area_code=partners[0].area_code,
            text=text,
            posted_on=posted,
            state=WishState.OPEN if is_open else state,
            partner=partners[number] if not is_open and (number % 2 or not teams) else None,
            steward_team=None if is_open or number % 2 or not teams else teams[number % len(teams)],
            claimed_on=None if is_open else posted + timedelta(days=2),
            done_on=posted + timedelta(days=12) if result else None,
            result=result,
            thanks=thanks,
        )
        wish.seal_value("contact", words.person(dice))
        wish.seal_value("phone", words.phone(dice))
        rows.append(wish)
    Wish.objects.bulk_create(rows)
