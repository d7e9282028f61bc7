"""The day's digest: what a person wants to read once a day goes out as one message by each way."""

from datetime import datetime

from django.db import transaction

from governance.dispatch.enums import DeliveryState
from governance.dispatch.models import Delivery, NoticeHours
from governance.kernel.days import local_date
from governance.kernel.lifecycle import move_rows


def gather_digests(now: datetime) -> int:
    """Make the digests that are due; how many. Rows that are under way elsewhere wait for the next sweep."""
    due = Delivery.objects.for_digest(now).order_by("person_id", "channel")
    pairs = due.values_list("person_id", "channel").distinct()
    return sum(_gather(person, channel, now) for person, channel in pairs)


@transaction.atomic
def _gather(person: int, channel: str, now: datetime) -> bool:
    due = Delivery.objects.for_digest(now).filter(person_id=person, channel=channel).order_by("pk")
    rows = list(due.select_for_update(skip_locked=True, of=("self",)))
    if not rows:
        return False
    digest, _is_new = Delivery.objects.get_or_create(
        person_id=person,
        channel=channel,
        digest_on=local_date(now),
        defaults={"area": rows[0].area, "created_at": now, "asked_at": now, "next_at": now},
    )
    held = Delivery.objects.filter(pk__in=[row.pk for row in rows])
    if digest.state != DeliveryState.WAITING or digest.begun_at:
        held.update(
            next_at=NoticeHours.of(person).next_digest(now)
        )  # today's is on its way: with the next one
        return False
    move_rows(held, "gather", by=None, area_code="", changes={"digest": digest})
    return True
