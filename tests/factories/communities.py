"""What a community looks after: service teams, advisers, council topics, organisations; past the verbs."""

from datetime import date, time
from itertools import count

from governance.areas.models import Area
from governance.kernel.days import today
from grids.enums.standards import Standard
from grids.models import (
    Adviser,
    AdviserAssignment,
    AdviserDuty,
    AdviserRecord,
    CommunityOrg,
    CommunityStandard,
    CouncilTopic,
    OrgKind,
    ServiceMember,
)

_numbers = count(1)
SINCE = date(2024, 1, 1)


def make_standards(**values: int) -> None:
    """The standards of the base preset, or other values by code."""
    known = {
        Standard.ADVISER_DUTIES: 1,
        Standard.ADVISER_LECTURES: 1,
        Standard.ORGS: 5,
        Standard.COUNCIL_NOTICE: 3,
        Standard.CARE_CONTACT: 30,
    }
    for code, value in (known | values).items():
        CommunityStandard.objects.update_or_create(code=code, defaults={"value": value})


def make_service_member(area: Area, *, phone: str = "13912345678", until=None, **fields) -> ServiceMember:
    fields = {"kind": "police", "name": "马警官", "unit": "派出所", "duty_phone": "0951-110"} | fields
    member = ServiceMember(area=area, valid=(SINCE, until), **fields)
    member.seal_value("phone", phone)
    member.save()
    return member


def make_adviser(area: Area, *, phone: str = "13912345678", **fields) -> Adviser:
    fields = {
        "name": "沙律师",
        "firm": "塞上律师事务所",
        "licence_no": f"164012020{next(_numbers):08d}",
    } | fields
    adviser = Adviser(area=area, **fields)
    adviser.seal_value("phone", phone)
    adviser.save()
    return adviser


def make_assignment(area: Area, *, adviser: Adviser | None = None, until=None) -> AdviserAssignment:
    return AdviserAssignment.objects.create(
        area=area, adviser=adviser or make_adviser(area), valid=(SINCE, until)
    )


def make_duty(area: Area, *, adviser: Adviser | None = None, on: date | None = None, **fields) -> AdviserDuty:
    fields = {"from_time": time(9), "to_time": time(11), "place": "一楼顾问室"} | fields
    return AdviserDuty.objects.create(
        area=area, adviser=adviser or make_adviser(area), on=on or today(), **fields
    )


def make_record(area: Area, *, adviser: Adviser | None = None, **fields) -> AdviserRecord:
    fields = {"kind": "consultation", "minutes": 30, "topic": "物业费纠纷"} | fields
    return AdviserRecord.objects.create(area=area, adviser=adviser or make_adviser(area), **fields)


def make_topic(area: Area, state: str = "proposed", **fields) -> CouncilTopic:
    """A topic in a state, with what the database asks of it there."""
    fields.setdefault("title", f"小区停车位怎么分{next(_numbers)}")
    if state in {"executing", "executed"}:
        fields.setdefault("is_adopted", True)
    if state == "disclosed":
        fields.setdefault("disclosed_on", today())
    return CouncilTopic.objects.create(area=area, state=state, **fields)


def make_org_kind(code: str = "volunteers", name: str = "社区志愿者") -> OrgKind:
    return OrgKind.objects.get_or_create(code=code, defaults={"name": name})[0]


def make_org(
    area: Area,
    *,
    contact: str = "欧阳修远",
    phone: str = "13912345678",
    kind: OrgKind | None = None,
    **fields,
) -> CommunityOrg:
    fields = {"name": f"红马甲服务队{next(_numbers)}", "founded_on": SINCE} | fields
    org = CommunityOrg(area=area, kind=kind or make_org_kind(), **fields)
    org.seal_value("contact", contact)
    org.seal_value("phone", phone)
    org.save()
    return org
