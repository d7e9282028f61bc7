from django.db import transaction
from django.utils import timezone

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.casework.notifying import Message
from governance.dispatch.models import Notice
from governance.kernel.copying import add_rows
from governance.kernel.days import today

NOTICE_COLUMNS = ["area_id", "area_code", "post_id", "kind", "period", "case_id", "body", "created_at"]


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
    add_rows(Notice, NOTICE_COLUMNS, rows)


def tell_office(area: Area, *, kind: str, key: str, body: str) -> None:
    """Tell the office that looks after an area, the community's below it, once a kind and key."""
    office = area.ancestors(on=today()).filter(level=Level.COMMUNITY).first() or area
    row = (office.pk, office.keeper.code, None, kind, key, None, body[:300], timezone.now())
    add_rows(Notice, NOTICE_COLUMNS, [row])


@transaction.atomic
def read_notice(notice: Notice, *, by) -> None:
    """Mark an office's notice as read by the first who reads it."""
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=timezone.now(), read_by=by)
