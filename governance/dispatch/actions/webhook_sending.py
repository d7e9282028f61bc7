"""Events to addresses outside: planned once for each paper and address, sent one at a time.

The try and its outcome are one transaction on the locked row; killed in between, the row is sent again under the same
key. An address that fails holds up no other, and one that fails for days is stopped and its office told.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.dispatch.enums import (
    BACK_OFF,
    HOOK_BACK,
    HOOK_LOG_KEPT,
    HOOK_STOPPED_AFTER,
    BriefState,
    DeliveryState,
    HookEvent,
)
from governance.dispatch.models import Brief, Correction, HookDelivery, Notice, Webhook
from governance.dispatch.models.deliveries import ERROR
from governance.dispatch.senders.faults import Unsent
from governance.dispatch.senders.webhook import send_event
from governance.kernel.copying import add_rows
from governance.kernel.days import local_date
from governance.kernel.lifecycle import move
from governance.kernel.scope import under
from governance.kernel.wording import office_language

_AT_ONCE = 200
_COLUMNS = ["area_id", "area_code", "webhook_id", "event", "brief_id", "correction_id", "state", "key",
            "created_at", "next_at", "tries", "error"]  # fmt: skip


def plan_events(now: datetime) -> None:
    """A row for each paper issued in the area of a live address since it was registered. Run twice it adds none."""
    for hook in Webhook.objects.live().order_by("pk"):
        since = max(hook.created_at, now - HOOK_BACK)
        papers = []
        if HookEvent.BRIEF in hook.events:
            issued = Brief.objects.filter(state=BriefState.ISSUED, issued_at__gte=since)
            papers += [(HookEvent.BRIEF, pk, None) for pk in _new(issued, hook, "brief")]
        if HookEvent.CORRECTION in hook.events:
            issued = Correction.objects.filter(issued_on__gte=local_date(since))
            papers += [(HookEvent.CORRECTION, None, pk) for pk in _new(issued, hook, "correction")]
        add_rows(HookDelivery, _COLUMNS, [_row(hook, *paper, now) for paper in papers])


def _new(issued, hook: Webhook, name: str):
    known = HookDelivery.objects.filter(webhook=hook, **{name: OuterRef("pk")})
    inside = issued.filter(under("area_code", hook.area_code))
    return inside.exclude(Exists(known)).order_by("pk").values_list("pk", flat=True)[:_AT_ONCE]


def _row(hook: Webhook, event: str, brief: int | None, correction: int | None, now: datetime) -> tuple:
    key = HookDelivery._meta.get_field("key").get_default()
    waiting = str(DeliveryState.WAITING)
    return (
        hook.area_id,
        hook.area_code,
        hook.pk,
        str(event),
        brief,
        correction,
        waiting,
        key,
        now,
        now,
        0,
        "",
    )


def send_events() -> int:
    """Send what is due; how many were taken. An address that fails is passed over until the next sweep."""
    due = HookDelivery.objects.due(timezone.now()).values_list("pk", "webhook_id")
    failing: set[int] = set()
    sent = 0
    with office_language():
        for pk, hook in list(due[:_AT_ONCE]):
            if hook not in failing:
                is_sent = _send(pk)
                sent += is_sent
                failing |= set() if is_sent else {hook}
    return sent


@transaction.atomic
def _send(pk: int) -> bool:
    """Try one event and keep what became of it."""
    now = timezone.now()
    rows = (
        HookDelivery.objects.due(now).filter(pk=pk).select_related("webhook", "brief", "correction", "area")
    )
    row = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if row is None:
        return False
    hook = row.webhook
    try:
        said = {"key": str(row.key), "event": row.event, "body": body_of(row)}
        status = send_event(hook.url, hook.open_value("secret"), **said)
    except Unsent as fault:
        _keep(row, fault, now)
        return False
    move(
        row, "send", by=None, changes={"sent_at": now, "status": status, "error": "", "tries": row.tries + 1}
    )
    Webhook.objects.filter(pk=hook.pk).exclude(failing_since=None).update(failing_since=None)
    return True


def _keep(row: HookDelivery, fault: Unsent, now: datetime) -> None:
    changes = {"error": fault.sentence[:ERROR], "tries": row.tries + 1}
    pause = timedelta(minutes=BACK_OFF[min(row.tries, len(BACK_OFF) - 1)])
    hook = Webhook.objects.select_for_update(of=("self",)).select_related("area").get(pk=row.webhook_id)
    if row.event != HookEvent.TEST:  # a person sees at once what became of a test
        hook.failing_since = hook.failing_since or now
    if now - row.created_at >= HOOK_STOPPED_AFTER or row.event == HookEvent.TEST:
        move(row, "give_up", by=None, changes=changes)
    else:
        move(row, "retry", by=None, changes=changes | {"next_at": now + pause})
    if hook.failing_since and now - hook.failing_since >= HOOK_STOPPED_AFTER:
        hook.stopped_at, hook.stopped_because = now, fault.sentence[:ERROR]
        _tell(hook)
    hook.save(update_fields=["failing_since", "stopped_at", "stopped_because"])


def _tell(hook: Webhook) -> None:
    words = _(
        "简报推送“{name}”连续 {days} 天发不出，已自动停用。请核对接收地址，修好后在“简报推送”里恢复使用。"
    )
    Notice.objects.get_or_create(
        kind="webhook.stopped",
        area=hook.area,
        post=None,
        period=f"webhook:{hook.pk}:{hook.failing_since:%Y%m%d%H%M}",
        defaults={
            "area_code": hook.area_code,
            "body": words.format(name=hook.name, days=HOOK_STOPPED_AFTER.days)[:300],
        },
    )


def body_of(row: HookDelivery) -> dict:
    """What the address is told: kind, number, area and link. No person, no figure."""
    paper = row.correction or row.brief
    area = Area.objects.get(pk=paper.area_id) if paper else row.area
    route = "dispatch:correction_detail" if row.correction else "dispatch:brief_detail"
    link = settings.OFFICE_URL.rstrip("/") + reverse(route, args=[paper.pk]) if paper else ""
    kind = "" if row.brief is None else row.brief.kind
    return {
        "event": row.event,
        "key": str(row.key),
        "kind": kind,
        "number": row.number,
        "area": {"code": area.code, "name": area.name},
        "link": link if settings.OFFICE_URL else "",
    }


def forget_old_events(now: datetime) -> int:
    """Delete the log that is older than it is kept; how many rows."""
    old = HookDelivery.objects.filter(created_at__lt=now - HOOK_LOG_KEPT).exclude(state=DeliveryState.WAITING)
    return old.delete()[0]
