"""双报到 at the red stewards: units of the partners, members in service, posts, and what was done on them."""

from datetime import timedelta

from demo import words
from demo.chance import chance
from demo.city import City
from governance.party.enums import PartnerKind
from governance.party.models import (
    FeedbackSheet,
    Partner,
    PostClaim,
    ReportingUnit,
    ServicePost,
    ServicePostKind,
    ServiceRecord,
    ServingMember,
)
from governance.party.rules.quarters import last_over, quarter_key, span_of

UNITS = 6
POSTS = [
    ("policy", "宣讲政策、张贴便民通知", 4, "入户讲解两项惠民政策"),
    ("mediation", "周末调解室值守", 2, "劝和一起楼道堆物纠纷"),
    ("environment", "楼院环境整治", 6, "清理绿地垃圾"),
    ("safety", "夜间治安巡逻", 4, "提醒关好单元门"),
    ("care", "陪独居老人就医、代购", 5, "陪诊一次"),
    ("culture", "社区图书角值守", 2, "整理图书，陪孩子阅读"),
    ("skills", "税务、法律咨询", 3, "解答个体户咨询"),
    ("emergency", "雨雪天气应急支援", 8, "清扫主干道积雪"),
]


def make_reporting(city: City) -> None:
    dice = chance("reporting")
    partners = Partner.objects.filter(kind=PartnerKind.AGENCY).select_related("area").order_by("pk")[:UNITS]
    units = [_unit(city, partner, dice) for partner in partners]
    if not units:
        return
    members = {unit.pk: _members(unit, dice) for unit in units}
    kinds = {kind.code: kind for kind in ServicePostKind.objects.all()}
    for number, (code, text, places, done) in enumerate(POSTS):
        post = ServicePost.objects.create(
            area=units[0].area,
            kind=kinds[code],
            text=text,
            places=places,
            offered_on=city.today - timedelta(days=300),
        )
        _serve(city, post, units[number % len(units)], members, done, dice)
    _tell(city, units)


def _unit(city: City, partner: Partner, dice) -> ReportingUnit:
    return ReportingUnit.objects.create(
        area=partner.area,
        name=partner.name,
        partner=partner,
        in_service_count=dice.randint(8, 20),
        valid=(city.today - timedelta(days=400), None),
    )


def _members(unit: ReportingUnit, dice) -> list[ServingMember]:
    rows = []
    for _number in range(dice.randint(4, unit.in_service_count)):
        member = ServingMember(unit=unit, area_id=unit.area_id, area_code=unit.area_code, valid=unit.valid)
        member.seal_value("name", words.person(dice))
        member.seal_value("phone", words.phone(dice))
        rows.append(member)
    return ServingMember.objects.bulk_create(rows)


def _serve(city: City, post: ServicePost, unit: ReportingUnit, members: dict, done: str, dice) -> None:
    """All places but one are claimed; each claim was served a few times over the last half year."""
    claims = PostClaim.objects.bulk_create(
        PostClaim(
            post=post,
            unit=unit,
            member=member,
            place_no=number,
            claimed_on=city.today - timedelta(days=250),
        )
        for number, member in enumerate(members[unit.pk][: max(post.places - 1, 1)], start=1)
    )
    ServiceRecord.objects.bulk_create(
        ServiceRecord(claim=claim, on=city.today - timedelta(days=dice.randint(1, 180)), text=done)
        for claim in claims
        for _number in range(2)
    )


def _tell(city: City, units: list[ReportingUnit]) -> None:
    """Every unit was told of the quarter before the last one, the first half of them of the last one too."""
    people = city.people.get(("community_secretary", units[0].area_code))
    if people is None:
        return
    last = last_over(city.today)
    before = quarter_key(span_of(last)[0] - timedelta(days=1))
    FeedbackSheet.objects.bulk_create(
        FeedbackSheet(
            unit=unit, quarter=quarter, sent_by_id=people, sent_on=span_of(quarter)[1] + timedelta(days=9)
        )
        for number, unit in enumerate(units)
        for quarter in ([before, last] if number < len(units) // 2 else [before])
    )
