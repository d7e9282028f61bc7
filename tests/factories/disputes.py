"""Disputes with lawful parties, past the verbs."""

import json
from datetime import timedelta
from itertools import count
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from disputes.enums.disputes import PartyRole
from disputes.enums.mediation import AgreementForm, Satisfaction
from disputes.models import (
    Agreement,
    AgreementParty,
    Category,
    Dispute,
    FollowUp,
    Matter,
    MediationCentre,
    MediationSession,
    Party,
    Reception,
)
from governance.areas.models import Area
from governance.kernel.days import today
from tests.factories.casework import make_case

_numbers = count(1)
_PRESET = Path(settings.BASE_DIR) / "config" / "presets" / "base"


def make_categories() -> None:
    """All categories of the base preset."""
    for row in json.loads((_PRESET / "dispute_categories.json").read_text()):
        Category.objects.get_or_create(
            code=row["code"],
            defaults={
                "name": row["name"],
                "parent_id": row["parent"],
                "bars_confirmation": row.get("bars_confirmation", False),
                "community_may_lead": row.get("community_may_lead", False),
            },
        )


def make_category(code: str = "0402", name: str = "物业及其管理") -> Category:
    parent = Category.objects.get_or_create(code=code[:2], defaults={"name": "物权相关纠纷"})[0]
    own = {"name": name, "parent": parent, "community_may_lead": True}
    return Category.objects.get_or_create(code=code, defaults=own)[0]


def make_party(dispute: Dispute, role: str = PartyRole.APPLICANT, **fields) -> Party:
    phone, id_no = fields.pop("phone", "13800138000"), fields.pop("id_no", "")
    party = Party(dispute=dispute, role=role, name=fields.pop("name", "欧阳修远"), **fields)
    party.seal_value("phone", phone)
    party.seal_value("id_no", id_no)
    party.save()
    return party


def make_dispute(
    area: Area, state: str = "registered", *, category: str = "0402", parties: bool = True, **fields
) -> Dispute:
    """A dispute in any state; case fields by name, the dispute's own as `dispute={…}`."""
    own = fields.pop("dispute", {})
    case = make_case(area, state=state, **fields)
    dispute = Dispute.objects.create(case=case, category=make_category(category), **own)
    if parties:
        make_party(dispute, PartyRole.APPLICANT, name="张三")
        make_party(dispute, PartyRole.RESPONDENT, name="李小四", phone="13900139000")
    return dispute


def make_accepted(area: Area, state: str = "mediating", **fields) -> Dispute:
    """Accepted today, due in a week."""
    due = timezone.now() + timedelta(days=7)
    return make_dispute(
        area, state, **({"accepted_on": today(), "due_at": due, "handle_due_at": due} | fields)
    )


def make_agreement(dispute: Dispute, form: str = AgreementForm.WRITTEN, **fields) -> Agreement:
    agreement = Agreement.objects.create(
        dispute=dispute, form=form, **({"content": "被申请人一次付清。", "effective_on": today()} | fields)
    )
    for party in dispute.parties.all():
        AgreementParty.objects.create(agreement=agreement, party=party, signed_on=agreement.effective_on)
    return agreement


def make_follow_up(dispute: Dispute, **fields) -> FollowUp:
    return FollowUp.objects.create(dispute=dispute, **({"satisfaction": Satisfaction.SATISFIED} | fields))


def make_session(dispute: Dispute, **fields) -> MediationSession:
    return MediationSession.objects.create(dispute=dispute, **fields)


def make_centre(area: Area, **fields) -> MediationCentre:
    defaults = {"name": f"综治中心{next(_numbers)}", "level_id": area.level_id, "opened_on": today()}
    return MediationCentre.objects.create(area=area, **(defaults | fields))


def make_reception(centre: MediationCentre, **fields) -> Reception:
    defaults = {"received_at": timezone.now(), "received_on": today(), "visitor_masked": "张*"}
    return Reception.objects.create(centre=centre, area=centre.area, **(defaults | fields))


def make_matter(reception: Reception, **fields) -> Matter:
    defaults = {"title": "工资未付", "received_on": reception.received_on}
    return Matter.objects.create(reception=reception, area=reception.area, **(defaults | fields))
