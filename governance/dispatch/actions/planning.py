"""Whom a notice is carried to outside the portal, and by which ways: one row for each, written once."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from governance.dispatch.enums import DeliveryState, Right
from governance.dispatch.hours import Hours
from governance.dispatch.models import Delivery, Notice, NoticeChoice, NoticeHours, NoticeKind
from governance.dispatch.rules import kind_of, ways
from governance.dispatch.senders import channels_on
from governance.kernel.copying import add_rows
from governance.kernel.days import local_date
from governance.people.models import PostHolding

_AT_ONCE = 200
_COLUMNS = [
    "area_id", "area_code", "notice_id", "kind_id", "person_id", "channel", "state", "key", "is_for_digest",
    "created_at", "asked_at", "next_at", "tries", "reference", "error", "address_masked",
]  # fmt: skip


def plan_deliveries(now: datetime) -> int:
    """Settle for every notice that is new to whom it goes; how many there were. Run twice it does nothing twice."""
    total = 0
    while count := _plan_some(now):
        total += count
    return total


@transaction.atomic
def _plan_some(now: datetime) -> int:
    new = Notice.objects.filter(planned_at=None).order_by("pk").select_for_update(skip_locked=True)
    notices = list(new[:_AT_ONCE])
    if notices and (offered := channels_on()):
        add_rows(Delivery, _COLUMNS, _Plan.of(notices, now, offered).rows())
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(planned_at=now)
    return len(notices)


@dataclass
class _Plan:
    """What a batch of notices is planned by, read once: kinds, who sits where, and what each of them chose."""

    notices: list[Notice]
    now: datetime
    offered: list[str]
    kinds: list[NoticeKind] = field(default_factory=lambda: list(NoticeKind.objects.all()))
    city: Hours = field(default_factory=NoticeHours.of_city)
    offices: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    seats: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    choices: dict[tuple[int, int], NoticeChoice] = field(default_factory=dict)
    hours: dict[int, Hours] = field(default_factory=dict)

    @classmethod
    def of(cls, notices: list[Notice], now: datetime, offered: list[str]) -> "_Plan":
        plan = cls(notices, now, offered)
        plan._seat()
        people = {person for seat in plan.seats.values() for person in seat}
        chosen = NoticeChoice.objects.filter(person__in=people)
        plan.choices = {(choice.person_id, choice.kind_id): choice for choice in chosen}
        own = NoticeHours.objects.filter(person__in=people)
        plan.hours = {row.person_id: row.hours for row in own}
        return plan

    def _seat(self) -> None:
        """Those who hold a seat that may read notices on this day, by office and by seat."""
        places = Q(area_id__in={notice.area_id for notice in self.notices if notice.post_id is None})
        asked = Q(post_id__in={notice.post_id for notice in self.notices if notice.post_id})
        holdings = PostHolding.objects.live_on(local_date(self.now)).filter(
            places | asked, post__role__rights__contains=[Right.VIEW], user__is_active=True
        )
        for area, post, person in holdings.values_list("area_id", "post_id", "user_id"):
            self.offices[area].add(person)
            self.seats[post].add(person)

    def rows(self) -> Iterator[tuple]:
        for notice in self.notices:
            kind = kind_of(notice.kind, self.kinds)
            people = self.seats[notice.post_id] if notice.post_id else self.offices[notice.area_id]
            for person in sorted(people) if kind else ():
                choice = self.choices.get((person, kind.pk))
                for channel in ways(kind, choice, self.offered):
                    yield self._row(notice, kind, person, channel, waits=bool(choice and choice.is_digested))

    def _row(self, notice: Notice, kind: NoticeKind, person: int, channel: str, *, waits: bool) -> tuple:
        hours, state, at = self.hours.get(person, self.city), DeliveryState.WAITING, self.now
        if waits:
            state, at = DeliveryState.HELD, hours.next_digest(self.now)
        elif hours.is_quiet(self.now):
            state, at = DeliveryState.HELD, hours.quiet_ends(self.now)
        return (
            notice.area_id, notice.area_code, notice.pk, kind.pk, person, channel, str(state), uuid.uuid4(), waits,
            self.now, self.now, at, 0, "", "", "",
        )  # fmt: skip
