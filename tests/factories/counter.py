"""Windows, units, numbers and drafts of a centre, past the verbs."""

import json
from datetime import timedelta

from disputes.models import CentreUnit, CentreWindow, DisputeDraft, MediationCentre, QueueTicket
from governance.areas.models import Area
from governance.kernel.days import today
from tests.factories.disputes import make_centre


def make_window(centre: MediationCentre, number: int = 1, **fields) -> CentreWindow:
    return CentreWindow.objects.create(centre=centre, number=number, **({"purpose": "综合受理"} | fields))


def make_unit(centre: MediationCentre, name: str = "司法所", **fields) -> CentreUnit:
    return CentreUnit.objects.create(centre=centre, name=name, **fields)


def make_ticket(centre: MediationCentre, number: int = 1, **fields) -> QueueTicket:
    return QueueTicket.objects.create(centre=centre, area=centre.area, number=number, **fields)


def make_ticket_in(area: Area) -> QueueTicket:
    return make_ticket(make_centre(area))


def make_draft(owner, **form) -> DisputeDraft:
    draft = DisputeDraft(owner=owner, expires_on=today() + timedelta(days=30))
    content = {"form": {"title": "漏水"} | form, "parties": [{"name": "张三", "role": "applicant"}]}
    draft.seal_value("content", json.dumps(content, ensure_ascii=False))
    draft.save()
    return draft
