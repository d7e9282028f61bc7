from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.actions.cases import begin_step, take_step
from governance.files.actions import keep_picture
from governance.files.enums import AttachmentKind
from governance.kernel.errors import Refused
from governance.kernel.wording import listed, office_language
from governance.people.models import User
from grids.enums.events import FEWEST_UNITS
from grids.enums.rights import EventRight
from grids.models import Event, JointVerification, VerificationParticipant


@transaction.atomic
def record_verification(
    event: Event,
    *,
    by: User,
    place: str,
    minutes: str,
    participants: list[dict],
    held_at: datetime | None = None,
    measured_value: Decimal | None = None,
    measured_unit: str = "",
    photos: Iterable = (),
    note: str = "",
    version: int | None = None,
) -> JointVerification:
    """登记联合核实 on the spot, by the handler. `participants` are dicts of `unit`, `name`, `role`, `has_signed`
    and a `signature` upload; joint means at least two units. What was measured stands in the minutes of the case.
    """
    case = begin_step(event.case, "record_verification", by=by, version=version)
    held_at = held_at or timezone.now()
    units = list(dict.fromkeys(row["unit"].strip() for row in participants))
    _check_joint(units, held_at)
    found = JointVerification(
        event=event,
        held_at=held_at,
        place=place,
        minutes=minutes,
        measured_value=measured_value,
        measured_unit=measured_unit if measured_value is not None else "",
        recorded_by=by,
    )
    found.full_clean()
    found.save()
    for row in participants:
        _add_participant(found, by=by, **row)
    kept = [keep_picture(photo, area=case.area, by=by, view_right=EventRight.VIEW) for photo in photos]
    found.photos.add(*kept)
    take_step(case, "record_verification", by=by, note=_in_words(found, units) + note)
    return found


def _check_joint(units: list[str], held_at: datetime) -> None:
    if held_at > timezone.now():
        raise Refused("in_future", _("核实时间在将来，请核对后重新提交。"))
    if len(units) < FEWEST_UNITS:
        raise Refused("not_joint", _("联合核实至少要有两个单位到场，请补充参加单位。"))


def _add_participant(found: JointVerification, *, by: User, signature=None, **fields) -> None:
    event = found.event
    if signature:
        fields["signature"] = keep_picture(
            signature, area=event.case.area, by=by, view_right=EventRight.VIEW, kind=AttachmentKind.SIGNATURE
        )
        fields["has_signed"] = True
    participant = VerificationParticipant(verification=found, **fields)
    participant.full_clean()
    participant.save()


def _in_words(found: JointVerification, units: list[str]) -> str:
    with office_language():
        words = _("{units}到场核实。").format(units=listed(units))
        if found.measured_value is not None:
            words += _("实测 {value} {unit}。").format(
                value=found.shown_value, unit=found.get_measured_unit_display()
            )
    return words
