"""How the ways out are doing, and what a person has chosen, as pages and the API show them."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.dispatch.enums import Channel
from governance.dispatch.models import (
    ChannelStop,
    ContactAddress,
    Delivery,
    NoticeChoice,
    NoticeHours,
    NoticeKind,
)
from governance.dispatch.senders import missing_settings
from governance.dispatch.states import ON_ITS_WAY, UNSENT


@dataclass(frozen=True)
class Way:
    """One way out: whether it is on, since when it is shut and why, what waits and what did not go out lately."""

    channel: str
    label: str
    missing: list[str]
    stopped_until: datetime | None
    stopped_since: datetime | None
    error: str
    waiting: int
    oldest_waiting: datetime | None
    failed_in_a_day: int

    @property
    def is_on(self) -> bool:
        return not self.missing

    @property
    def tone(self) -> str:
        return "paused" if self.missing else "late" if self.stopped_until else "ok"

    @property
    def state(self) -> str:
        return _("没有启用") if self.missing else _("暂停") if self.stopped_until else _("正常")


def ways_out(user) -> list[Way]:
    """The health of each way, for what the user may see."""
    now = timezone.now()
    due = Q(state__in=ON_ITS_WAY, next_at__lte=now)
    failed = Q(state__in=UNSENT, created_at__gt=now - timedelta(days=1))
    rows = Delivery.objects.for_user(user).filter(due | failed).order_by().values("channel")
    counts = {
        row["channel"]: row
        for row in rows.annotate(
            waiting=Count("pk", filter=due),
            oldest=Min("next_at", filter=due),
            failed=Count("pk", filter=failed),
        )
    }
    stops = {stop.channel: stop for stop in ChannelStop.objects.filter(until__gt=now)}
    return [_way(channel, counts.get(channel, {}), stops.get(channel)) for channel in Channel]


def _way(channel: Channel, counts: dict, stop: ChannelStop | None) -> Way:
    return Way(
        channel=channel.value,
        label=str(channel.label),
        missing=missing_settings(channel),
        stopped_until=stop.until if stop else None,
        stopped_since=stop.since if stop else None,
        error=stop.error if stop else "",
        waiting=counts.get("waiting", 0),
        oldest_waiting=counts.get("oldest"),
        failed_in_a_day=counts.get("failed", 0),
    )


def is_address_known() -> bool:
    """Whether messages can carry a link: the portal must know its own address."""
    return bool(settings.OFFICE_URL)


def addresses_of(person) -> list[dict]:
    """Where a person is reached by each way, masked."""
    kept = dict(ContactAddress.objects.filter(person=person).values_list("channel", "value_masked"))
    kept.setdefault(Channel.SMS, person.phone_masked)
    return [
        {
            "channel": channel.value,
            "label": str(channel.label),
            "is_on": not missing_settings(channel),
            "masked": kept.get(channel, ""),
        }
        for channel in Channel
    ]


def chosen_by(person) -> dict:
    """The settings of a person for the API: hours, kinds with their ways, addresses."""
    chosen = {row.kind_id: row for row in NoticeChoice.objects.filter(person=person)}
    return {
        **asdict(NoticeHours.of(person.pk)),
        "kinds": [_kind_row(kind, chosen.get(kind.pk)) for kind in NoticeKind.objects.all()],
        "addresses": addresses_of(person),
    }


def _kind_row(kind: NoticeKind, choice: NoticeChoice | None) -> dict:
    return {
        "code": kind.code,
        "name": kind.name,
        "channels": kind.channels,
        "is_compulsory": kind.is_compulsory,
        "muted": choice.muted if choice else [],
        "is_digested": bool(choice and choice.is_digested),
    }
