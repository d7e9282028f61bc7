from django.core.exceptions import PermissionDenied

from disputes.actions.court import delegate
from disputes.actions.restricting import settle_restriction
from disputes.enums.centres import Disposal
from disputes.enums.disputes import PartyRole
from disputes.enums.rights import Right
from disputes.models import Category, Dispute, DisputeDraft, Matter, Party
from disputes.rules.parties import words_of
from disputes.states import DisputeState
from governance.areas.models import Area
from governance.casework.actions.cases import once_per_uuid, open_case
from governance.casework.actions.finding import add_keywords
from governance.casework.enums import Kind, Source
from governance.casework.models import Case
from governance.people.models import User
from grids.models import Visit


def register_dispute(
    *,
    by: User,
    area: Area,
    category: Category,
    title: str,
    parties: list[dict],
    client_uuid=None,
    source: str = Source.WINDOW,
    place: str = "",
    summary: str = "",
    matter: Matter | None = None,
    visit: Visit | None = None,
    delegation: dict | None = None,
    draft: DisputeDraft | None = None,
    **own,
) -> tuple[Dispute, bool]:
    """Register a dispute; answers it and whether it is new.

    The same content under the same `client_uuid` gives the same dispute again; other content is kept
    and refused. `parties` are dicts of `add_party`; `own` are the dispute's own fields. What a court
    delegates comes with a `delegation`: court, number there, day to give it back. Its `draft` ends with it.
    """
    if not by.may(Right.REGISTER, area.code):
        raise PermissionDenied
    asked = {"title": title, "source": source, "place": place, "summary": summary}
    named = {"area": area.code, "category": category.code, "matter": matter and matter.pk, "parties": parties}
    more = {"visit": visit and visit.pk, "delegation": delegation}
    named |= {name: value for name, value in more.items() if value}
    opening = {"by": by, "client_uuid": client_uuid, "content": asked | own | named}

    def create() -> Case:
        case = open_case(kind=Kind.DISPUTE, area=area, state=DisputeState.REGISTERED, **opening, **asked)
        dispute = _add_dispute(case, parties, category=category, matter=matter, visit=visit, **own)
        delegate(dispute, delegation)
        _take_from_window(matter, draft)
        return case

    case, created = once_per_uuid(create, **opening)
    return case.dispute, created


def _take_from_window(matter: Matter | None, draft: DisputeDraft | None) -> None:
    if matter and matter.disposal == Disposal.PENDING:
        matter.disposal = Disposal.DISPUTE
        matter.save(update_fields=["disposal"])
    if draft:
        draft.delete()


def _add_dispute(case: Case, parties: list[dict], **own) -> Dispute:
    dispute = Dispute(case=case, **own)
    dispute.scale = Dispute.scale_of(dispute.people_count)
    dispute.full_clean(validate_unique=False)
    dispute.save()
    settle_restriction(dispute)
    for party in parties:
        add_party(dispute, **party)
    return dispute


def add_party(
    dispute: Dispute,
    *,
    name: str,
    role: str = PartyRole.APPLICANT,
    phone: str = "",
    id_no: str = "",
    **fields,
) -> Party:
    """Write a party into a dispute, its numbers sealed. Called by verbs inside their transaction."""
    party = Party(dispute=dispute, name=name, role=role, **fields)
    party.seal_value("phone", phone)
    party.seal_value("id_no", id_no)
    party.full_clean()
    party.save()
    add_keywords(dispute.pk, words_of(party))
    return party
