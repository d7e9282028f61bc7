"""Units and members that report, posts and what was done, set past the verbs."""

from datetime import date

from governance.areas.models import Area
from governance.party.models import (
    PostClaim,
    ReportingUnit,
    ServicePost,
    ServicePostKind,
    ServiceRecord,
    ServingMember,
)
from tests.factories.party import FOUNDED


def make_unit(area: Area, **fields) -> ReportingUnit:
    fields = {"name": "某区税务局", "in_service_count": 5, "valid": (FOUNDED, None), **fields}
    return ReportingUnit.objects.create(area=area, **fields)


def make_serving(unit: ReportingUnit, name: str = "马秀兰", phone: str = "13800138000") -> ServingMember:
    member = ServingMember(unit=unit, area=unit.area, valid=(FOUNDED, None))
    member.seal_value("name", name)
    member.seal_value("phone", phone)
    member.save()
    return member


def make_post_kind(code: str = "care", name: str = "帮困助老") -> ServicePostKind:
    return ServicePostKind.objects.get_or_create(code=code, defaults={"name": name})[0]


def make_service_post(area: Area, **fields) -> ServicePost:
    fields = {
        "kind": make_post_kind(),
        "text": "陪老人就医",
        "places": 2,
        "offered_on": date(2026, 1, 1),
        **fields,
    }
    return ServicePost.objects.create(area=area, **fields)


def make_claim(post: ServicePost, unit: ReportingUnit, *, place_no: int = 1, **fields) -> PostClaim:
    fields = {"claimed_on": date(2026, 1, 5), **fields}
    return PostClaim.objects.create(post=post, unit=unit, place_no=place_no, **fields)


def make_service(claim: PostClaim, on: date = date(2026, 8, 1), **fields) -> ServiceRecord:
    return ServiceRecord.objects.create(claim=claim, on=on, **{"text": "陪诊", "result": "顺利", **fields})
