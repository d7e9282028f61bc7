"""Addresses outside that are told of issued papers: registered, tested, stopped and taken up again by their office."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.dispatch.enums import MOST_HOOKS, HookEvent, Right
from governance.dispatch.models import HookDelivery, Webhook
from governance.dispatch.senders.addresses import allowed_address
from governance.dispatch.senders.faults import Unsent
from governance.kernel.errors import Refused, refuse_if_invalid
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand

SECRET_PREFIX = "whs_"  # noqa: S105 — the visible start of every key, so that a leaked one is recognised


def register_webhook(*, by, area: Area, name: str, url: str, events: list[str]) -> tuple[Webhook, str]:
    """Let an address be told of papers issued in an area and below. Its secret is returned once."""
    demand(by, Right.MANAGE, area.code)
    try:
        allowed_address(url)
    except Unsent as fault:
        raise Refused("bad_address", fault.words) from fault
    secret = SECRET_PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        held = Area.objects.select_for_update(no_key=True).get(pk=area.pk)
        if Webhook.objects.filter(area=held).count() >= MOST_HOOKS:
            raise Refused("too_many_webhooks", _("一个单位最多登记 {} 个接收地址。").format(MOST_HOOKS))
        hook = Webhook(area=held, name=name, url=url, events=sorted(set(events)), created_by=by)
        hook.place_in(held)
        hook.seal_value("secret", secret)
        refuse_if_invalid(hook)
        hook.save()
        record("dispatch.webhook.register", by=by, subject=hook, after={"url": url, "events": hook.events})
    return hook, secret


def try_webhook(hook: Webhook, *, by) -> HookDelivery:
    """Send a test event, as any other."""
    demand(by, Right.MANAGE, hook.area_code)
    _refuse_if_stopped(hook)
    with transaction.atomic():
        sent = HookDelivery(webhook=hook, event=HookEvent.TEST, area=hook.area)
        sent.place_in(hook.area)
        sent.save()
        record("dispatch.webhook.test", by=by, subject=hook)
    return sent


def stop_webhook(hook: Webhook, *, by) -> None:
    """Tell the address nothing more; what waits stays until it is taken up again."""
    demand(by, Right.MANAGE, hook.area_code)
    _refuse_if_stopped(hook)
    with transaction.atomic():
        Webhook.objects.filter(pk=hook.pk).update(stopped_at=timezone.now(), stopped_because="")
        record("dispatch.webhook.stop", by=by, subject=hook)


def resume_webhook(hook: Webhook, *, by) -> None:
    """Take up an address that was stopped; what was issued meanwhile and is not too old is sent as well."""
    demand(by, Right.MANAGE, hook.area_code)
    if hook.is_live:
        raise Refused("webhook_live", _("这个地址没有停用，请刷新页面。"))
    with transaction.atomic():
        begun = {"stopped_at": None, "stopped_because": "", "failing_since": None}
        Webhook.objects.filter(pk=hook.pk).update(**begun)
        record("dispatch.webhook.resume", by=by, subject=hook)


def resend_event(sent: HookDelivery, *, by) -> None:
    """Try an event anew that was given up, under its old key."""
    demand(by, Right.MANAGE, sent.area_code)
    _refuse_if_stopped(sent.webhook)
    move(sent, "resend", by=by, changes={"next_at": timezone.now(), "tries": 0, "error": ""})


def _refuse_if_stopped(hook: Webhook) -> None:
    if not hook.is_live:
        raise Refused("webhook_stopped", _("这个地址已停用，请先恢复使用。"))
