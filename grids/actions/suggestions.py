from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.casework.actions.cases import draw_number, public_code
from governance.casework.clock import calendar_for
from governance.kernel.clock import add_workdays
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.sealing import blind_index
from governance.people.models import User
from grids.enums.events import EventSatisfaction
from grids.enums.public import ANSWER_DAYS, NoticeForm, SuggestionKind, SuggestionSubject
from grids.enums.rights import SuggestionRight
from grids.models import PrivacyNotice, PublicCode, Suggestion
from grids.rules.suggestions import addressee

SERIES, LETTER = "suggestion", "T"


@dataclass(frozen=True)
class Raised:
    """A suggestion as it stands, and whether this sending made it."""

    suggestion: Suggestion
    is_new: bool


def raise_suggestion(
    *,
    by: User | None,
    area: Area,
    client_uuid: UUID,
    kind: SuggestionKind | str,
    subject: SuggestionSubject | str,
    text: str,
    phone: str = "",
    code: PublicCode | None = None,
) -> Raised:
    """Take in a 投诉、建议 or 咨询, once for a `client_uuid`; `by` None is a resident, or an officer unnamed.

    A resident's goes to the community of the place, an officer's to the office above their own, see `addressee`.
    """
    earlier = Suggestion.objects.filter(client_uuid=client_uuid).first()
    if earlier:
        return Raised(earlier, is_new=False)
    suggestion = Suggestion(
        client_uuid=client_uuid, kind=kind, subject=subject, text=text.strip(), author=by, code=code
    )
    try:
        with transaction.atomic():
            _save(suggestion, area=addressee(area), phone=phone)
    except IntegrityError:
        earlier = Suggestion.objects.filter(client_uuid=client_uuid).first()
        if earlier is None:
            raise
        return Raised(earlier, is_new=False)
    return Raised(suggestion, is_new=True)


def _save(suggestion: Suggestion, *, area: Area, phone: str) -> None:
    suggestion.place_in(area)
    suggestion.number = draw_number(suggestion.area, SERIES, LETTER)
    suggestion.public_code = public_code()
    suggestion.notice = PrivacyNotice.objects.in_force(NoticeForm.SUGGESTION, today())
    suggestion.due_on = answer_due()
    suggestion.seal_value("phone", phone)
    suggestion.tail_index = tail_index(suggestion.public_code, phone)
    suggestion.full_clean(validate_unique=False)
    suggestion.save(force_insert=True)
    after = {"kind": suggestion.kind, "subject": suggestion.subject}
    record("suggestions.raise", by=suggestion.author, subject=suggestion, after=after)


def answer_due() -> date:
    """The last day for an answer, counted from today."""
    return add_workdays(calendar_for(), today(), ANSWER_DAYS)


def tail_index(code: str, phone: str) -> str:
    """The keyed hash of the last four digits, its own for every code; nothing without a phone."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    return blind_index("phone_tail", f"{code}:{digits[-4:]}") if len(digits) >= 4 else ""


def answer_suggestion(suggestion: Suggestion, *, by: User, text: str) -> None:
    """Answer; whoever raised it reads the words by the code."""
    move(suggestion, "answer", by=by, note=text.strip(), changes={"answered_on": today()})


def close_suggestion(suggestion: Suggestion, *, by: User, note: str = "") -> None:
    """Nothing more is to be said: the answer stands."""
    move(suggestion, "close", by=by, note=note.strip(), changes={"closed_on": today()})


def reopen_suggestion(suggestion: Suggestion, *, by: User | None, note: str) -> None:
    """Take it up again; the limit begins anew. `by` None is whoever raised it, known by the code."""
    changes = {
        "answered_on": None,
        "closed_on": None,
        "satisfaction": "",
        "due_on": answer_due(),
        "reopened_count": suggestion.reopened_count + 1,
    }
    move(suggestion, "reopen", by=by, note=note.strip(), changes=changes)


def rate_answer(suggestion: Suggestion, *, satisfaction: EventSatisfaction | str, note: str = "") -> None:
    """Whoever raised it says how content they are; that ends it."""
    move(
        suggestion,
        "close",
        by=None,
        note=note.strip(),
        changes={"satisfaction": satisfaction, "closed_on": today()},
    )


def publish_answer(suggestion: Suggestion, *, by: User, question: str, answer: str) -> None:
    """Show question and answer to everybody, in words that name nobody; the officer writes both anew."""
    if not by.may(SuggestionRight.ANSWER, suggestion.area_code):
        raise PermissionDenied
    if suggestion.answered_on is None:
        raise Refused("not_answered", _("还没有答复，不能公开。请先答复。"))
    with transaction.atomic():
        suggestion.public_text, suggestion.public_answer = question.strip(), answer.strip()
        suggestion.published_on = today()
        suggestion.full_clean()
        suggestion.save(update_fields=["public_text", "public_answer", "published_on"])
        record("suggestions.publish", by=by, subject=suggestion)
