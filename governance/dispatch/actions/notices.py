from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.casework.notifying import Message
from governance.dispatch.models import Notice
from governance.kernel.copying import add_rows
from governance.kernel.days import today
from governance.kernel.wording import office_language
from governance.party.enums import ELECTION_LADDER
from governance.party.models import PartyTerm

_NOTICE = ["area_id", "area_code", "post_id", "kind", "period", "case_id", "body", "created_at"]


@transaction.atomic
def send_notices(messages: list[Message]) -> None:
    """Keep what casework tells offices and seats; what was told once is not told again."""
    now = timezone.now()
    rows = [
        (
            message.area.pk,
            message.area.keeper.code,
            message.post and message.post.pk,
            message.kind,
            message.key,
            message.case.pk,
            message.body[:300],
            now,
        )
        for message in messages
    ]
    add_rows(Notice, _NOTICE, rows)


def tell_office(area: Area, *, kind: str, key: str, body: str) -> None:
    """Tell the office that looks after an area, the community's below it, once a kind and key."""
    office = area.ancestors(on=today()).filter(level=Level.COMMUNITY).first() or area
    row = (office.pk, office.keeper.code, None, kind, key, None, body[:300], timezone.now())
    add_rows(Notice, _NOTICE, [row])


@transaction.atomic
def remind_of_elections(day: date) -> None:
    """Tell each office at the steps of the ladder that a term of its Party organisation ends, or has ended."""
    terms = PartyTerm.objects.due_within(day, ELECTION_LADDER[0]).select_related("org__area")
    for term in terms.filter(org__dissolved_on__isnull=True).order_by("due_on", "pk"):
        left = (term.due_on - day).days
        step = min(step for step in ELECTION_LADDER if max(left, 0) <= step)
        with office_language():
            words = (
                _("{org}任期还有 {left} 天届满（{due}），请筹备换届。")
                if left > 0
                else _("{org}任期已于 {due} 届满，请尽快换届；延期换届须报上级批准。")
            )
            body = words.format(org=term.org, left=left, due=term.due_on)
        tell_office(term.org.area, kind=f"party.term.{step}", key=f"term:{term.pk}", body=body)


@transaction.atomic
def read_notice(notice: Notice, *, by) -> None:
    """Mark an office's notice as read by the first who reads it."""
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=timezone.now(), read_by=by)
