"""What an administrator does about messages that did not go out, and how long the log is kept."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.dispatch.enums import DELIVERIES_KEPT, Channel, Right
from governance.dispatch.models import ChannelStop, Delivery
from governance.dispatch.senders import missing_settings
from governance.dispatch.states import ON_ITS_WAY
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move, move_rows
from governance.kernel.scope import demand
from governance.kernel.wording import listed

_AT_ONCE = 1000


def resend(delivery: Delivery, *, by) -> None:
    """Let one message that did not go out be tried anew, under its old key."""
    demand(by, Right.DELIVER, delivery.area_code)
    _demand_on(delivery.channel)
    move(delivery, "resend", by=by, changes=_anew())


@transaction.atomic
def resend_unsent(channel: str, *, by) -> int:
    """Let everything that did not go out by a way in somebody's area be tried anew; how many."""
    demand(by, Right.DELIVER, None)
    _demand_on(channel)
    rows = Delivery.objects.reached_by(by.reaches(Right.DELIVER), by).unsent().filter(channel=channel)
    held = Delivery.objects.filter(pk__in=list(rows.order_by("pk").values_list("pk", flat=True)[:_AT_ONCE]))
    count = move_rows(held, "resend", by=None, area_code="", changes=_anew())
    ChannelStop.objects.filter(channel=channel).delete()
    record("dispatch.resend_unsent", by=by, after={"channel": channel, "rows": count})
    return count


def _demand_on(channel: str) -> None:
    if missing := missing_settings(channel):
        words = _("{channel}没有启用，还缺设置：{names}。请先在服务器上填好。")
        raise Refused("channel_off", words.format(channel=Channel(channel).label, names=listed(missing)))


def _anew() -> dict:
    now = timezone.now()
    return {"asked_at": now, "next_at": now, "tries": 0, "error": ""}


def forget_old_deliveries(now: datetime) -> int:
    """Delete what was sent, or was never to be, and is older than the log is kept; how many."""
    old = Delivery.objects.filter(created_at__lt=now - DELIVERIES_KEPT).exclude(state__in=ON_ITS_WAY)
    single = old.filter(digest_on=None).delete()[0]
    # A digest goes after what was gathered into it.
    return single + old.filter(created_at__lt=now - DELIVERIES_KEPT - timedelta(days=2)).delete()[0]
