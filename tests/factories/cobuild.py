"""Resources, needs, joint projects and wishes, set past the verbs."""

from datetime import date, timedelta

from governance.areas.models import Area
from governance.kernel.days import today
from governance.party.enums import NeedState
from governance.party.models import CobuildKind, CommunityNeed, CoProject, Partner, PartnerResource, Wish
from tests.factories.party import make_partner


def make_kind(code: str = "venue", name: str = "场地设施") -> CobuildKind:
    return CobuildKind.objects.get_or_create(code=code, defaults={"name": name})[0]


def make_resource(place: Area | Partner, **fields) -> PartnerResource:
    """Offered by a partner, or by a new one of an area."""
    partner = place if isinstance(place, Partner) else make_partner(place, name=f"{place.name}某单位")
    fields = {"kind": make_kind(), "text": "会议室周末开放", "from_on": date(2026, 1, 1), **fields}
    return PartnerResource.objects.create(partner=partner, area=partner.area, **fields)


def make_need(area: Area, **fields) -> CommunityNeed:
    soon = today() + timedelta(days=30)
    fields = {
        "kind": make_kind(),
        "text": "缺一处活动场地",
        "posted_on": today(),
        "wanted_by": soon,
        **fields,
    }
    return CommunityNeed.objects.create(area=area, **fields)


def make_project(area: Area, **fields) -> CoProject:
    resource = make_resource(area)
    need = make_need(area, state=NeedState.MATCHED, matched_on=today())
    project = CoProject.objects.create(area=area, need=need, partner=resource.partner, **fields)
    project.resources.add(resource)
    return project


def make_wish(area: Area, *, contact: str = "马秀兰", phone: str = "13900139000", **fields) -> Wish:
    wish = Wish(area=area, **{"text": "想要一个书包", **fields})
    wish.seal_value("contact", contact)
    wish.seal_value("phone", phone)
    wish.save()
    return wish


def make_fulfilled(area: Area) -> Wish:
    partner = make_partner(area, name=f"{area.name}心愿单位")
    return make_wish(
        area, state="done", partner=partner, claimed_on=today(), done_on=today(), result="已经送到"
    )
