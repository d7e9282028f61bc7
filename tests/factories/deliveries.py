"""Notices on their way out of the portal, what people chose, and the settings of ways that are on."""

import datetime as dt
import json
from itertools import count
from pathlib import Path

from django.conf import settings as project

from governance.areas.models import Area
from governance.dispatch.actions import load_notice_kinds
from governance.dispatch.models import ContactAddress, Delivery, NoticeHours, NoticeKind
from governance.people.models import User
from tests.factories.dispatch import make_notice
from tests.factories.people import make_user

_PRESET = Path(project.BASE_DIR) / "config" / "presets" / "base" / "notice_kinds.json"
_numbers = count(1)

# Every way switched on, with made-up credentials; `url` is where nobody listens.
NOWHERE = "http://127.0.0.1:9"
CHANNELS = {
    "mail": {
        "host": "127.0.0.1", "sender": "portal@example.gov.cn", "user": "", "password": "", "security": "none",
        "port": 9,
    },
    "sms": {"key_id": "testid", "key_secret": "testsecret", "sign": "善治", "template": "SMS_100001", "url": NOWHERE},
    "wecom": {"corp_id": "wwtest", "agent_id": "1000002", "secret": "secret", "url": NOWHERE},
    "dingtalk": {"app_key": "dingtest", "app_secret": "secret", "agent_id": "853658000", "url": NOWHERE},
}  # fmt: skip
ADDRESSES = {"mail": "wang@example.gov.cn", "sms": "13900001234", "wecom": "WangWu", "dingtalk": "wang001"}


def only(*channels: str) -> dict:
    """The settings with these ways on and the others off."""
    off = {
        name: {**found, "host": "", "key_id": "", "secret": "", "app_key": ""}
        for name, found in CHANNELS.items()
    }
    return {name: CHANNELS[name] if name in channels else off[name] for name in CHANNELS}


def make_kinds() -> dict[str, NoticeKind]:
    """The kinds of the base preset, by code."""
    load_notice_kinds(json.loads(_PRESET.read_text()))
    return {kind.code: kind for kind in NoticeKind.objects.all()}


def make_quiet(
    begin: str = "22:00", end: str = "07:00", *, digest: str = "17:30", person=None
) -> NoticeHours:
    clocks = [dt.time.fromisoformat(clock) for clock in (begin, end, digest)]
    return NoticeHours.objects.create(
        person=person, quiet_from=clocks[0], quiet_until=clocks[1], digest_at=clocks[2]
    )


def give_addresses(person: User, *channels: str) -> None:
    for channel in channels or ADDRESSES:
        address = ContactAddress(person=person, channel=channel)
        address.seal_value("value", ADDRESSES[channel])
        address.save()


def make_delivery(area: Area, *, person: User | None = None, channel: str = "sms", **fields) -> Delivery:
    """A message to somebody who sits in the area's office and has an address."""
    if person is None:
        person = make_user("city_official", area)
        give_addresses(person)
    kinds = make_kinds()
    notice = make_notice(
        area, kind="case.late", period=f"late {next(_numbers)}", planned_at=dt.datetime.now(dt.UTC)
    )
    defaults = {
        "area": area,
        "notice": notice,
        "kind": kinds["overdue"],
        "person": person,
        "channel": channel,
    }
    return Delivery.objects.create(**{**defaults, **fields})
