"""At the window: a visit with the matters it brought, and what becomes of each."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.actions.drafts import keep_draft
from disputes.enums.centres import HANDED_ON, MOST_REPRESENTATIVES, Channel, Disposal
from disputes.enums.disputes import PartyRole
from disputes.enums.rights import Right
from disputes.models import DisputeDraft, Matter, MediationCentre, QueueTicket, Reception
from governance.audit.actions import record
from governance.casework.enums import Source
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.masking import mask_name
from governance.kernel.wording import listed
from governance.people.models import User

_SOURCES = {Channel.WINDOW: Source.WINDOW, Channel.PHONE: Source.HOTLINE}


@dataclass(frozen=True)
class Raised:
    """A matter as it is told: `note` is the answer given, or the office it goes to, or what the dispute is about."""

    title: str
    disposal: str = Disposal.PENDING
    note: str = ""


@dataclass(frozen=True)
class Visitor:
    """Who came. Names and the telephone go on into the drafts of disputes alone; the visit keeps them masked."""

    name: str
    phone: str = ""
    people_count: int = 1
    representatives: tuple[str, ...] = ()


@transaction.atomic
def receive_visitor(
    centre: MediationCentre,
    *,
    by: User,
    visitor: Visitor,
    matters: list[Raised],
    channel: str = Channel.WINDOW,
    ticket: QueueTicket | None = None,
) -> tuple[Reception, list[DisputeDraft]]:
    """接待登记: one visit with 0..n matters; each to become a dispute is already a draft with applicant and title."""
    if not by.may(Right.REGISTER, centre.area_code):
        raise PermissionDenied
    _check_group(visitor)
    reception = Reception(
        centre=centre,
        area=centre.area,
        received_at=timezone.now(),
        received_on=today(),
        channel=channel,
        visitor_masked=mask_name(visitor.name)[:40],
        people_count=visitor.people_count,
        representatives=listed(mask_name(name) for name in visitor.representatives)[:60],
        received_by=by,
        ticket=ticket,
    )
    if ticket is not None:
        _serve(ticket, centre, by=by)
    reception.save()
    drafts = []
    for raised in matters:
        matter = _add_matter(reception, raised)
        if raised.disposal == Disposal.DISPUTE:
            drafts.append(_begin_dispute(matter, raised, visitor, channel, by=by))
    record("reception.receive", by=by, subject=reception, after={"matters": len(matters)})
    return reception, drafts


@transaction.atomic
def dispose_matter(
    matter: Matter,
    *,
    by: User,
    disposal: str,
    note: str = "",
    external_number: str = "",
    result: str = "",
    result_on: date | None = None,
) -> None:
    """Say what became of a matter that opens no dispute: answered, or handed on, and later with what result."""
    if not by.may(Right.REGISTER, matter.area_code):
        raise PermissionDenied
    if disposal == Disposal.DISPUTE:
        raise Refused("register_dispute", _("立为纠纷的，请直接登记纠纷，事项会自动关联。"))
    if matter.disputes.exists():
        raise Refused("matter_is_dispute", _("这个事项已经立为纠纷，结果请在纠纷里记录。"))
    before = {"disposal": matter.disposal}
    _set_disposal(matter, disposal, note)
    matter.external_number, matter.result = external_number, result
    matter.result_on = (result_on or today()) if result else None
    matter.full_clean()
    matter.save()
    record("matter.dispose", by=by, subject=matter, before=before, after={"disposal": disposal})


def _check_group(visitor: Visitor) -> None:
    named = len(visitor.representatives)
    if named > MOST_REPRESENTATIVES:
        raise Refused(
            "too_many_representatives",
            _("多人共同反映的，代表最多 {} 人，请推选后再登记。").format(MOST_REPRESENTATIVES),
        )
    if named > visitor.people_count:
        raise Refused("more_representatives_than_people", _("代表比来访人数还多，请核对人数。"))


def _serve(ticket: QueueTicket, centre: MediationCentre, *, by: User) -> None:
    if ticket.centre_id != centre.pk:
        raise Refused("ticket_elsewhere", _("这个号是别的中心的，请核对。"))
    move(ticket, "serve", by=by, changes={"ended_at": timezone.now()})


def _add_matter(reception: Reception, raised: Raised) -> Matter:
    matter = Matter(
        reception=reception, area=reception.area, title=raised.title, received_on=reception.received_on
    )
    _set_disposal(matter, raised.disposal, raised.note)
    matter.full_clean(exclude=["area_code"])
    matter.save()
    return matter


def _set_disposal(matter: Matter, disposal: str, note: str) -> None:
    matter.disposal = disposal
    matter.answer = note if disposal in (Disposal.ANSWERED, Disposal.PENDING) else ""
    matter.handed_to = note[:60] if disposal in HANDED_ON else ""


def _begin_dispute(
    matter: Matter, raised: Raised, visitor: Visitor, channel: str, *, by: User
) -> DisputeDraft:
    """What was said once is not typed again: visitor → applicant, matter → title and summary."""
    applicants = [{"name": visitor.name, "phone": visitor.phone}]
    applicants += [{"name": name} for name in visitor.representatives if name != visitor.name]
    form = {
        "title": raised.title,
        "summary": raised.note,
        "source": _SOURCES.get(channel, Source.WINDOW),
        "people_count": max(visitor.people_count, 2),
        "area": matter.area_code,
    }
    parties = [{"role": PartyRole.APPLICANT, **given} for given in applicants]
    return keep_draft(by=by, content={"form": form, "parties": parties}, matter=matter)
