from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.audit.actions import record
from governance.casework.notifying import Message
from governance.dispatch.due import Due, due_cycles
from governance.dispatch.enums import CycleKind, Right
from governance.dispatch.models import Cycle, CycleItem, CycleRule, Notice
from governance.dispatch.topics import LateItem, late_items
from governance.kernel.copying import add_rows
from governance.kernel.days import today
from governance.kernel.wording import office_language
from governance.party.enums import ELECTION_LADDER
from governance.party.models import PartyTerm


@transaction.atomic
def open_cycle(due: Due) -> Cycle | None:
    """Create the cycle with its frozen items and its notice; None when somebody else did meanwhile.

    The unique key decides a race: whoever comes second waits for the first and then finds the cycle there.
    """
    cycle, created = Cycle.objects.get_or_create(
        kind=due.kind, period=due.period, area=due.area, defaults={"due_on": due.due_on}
    )
    if not created:
        return None
    with office_language():
        _freeze_items(cycle, late_items(due.area, due.due_on))
        _notify_office(cycle)
    return cycle


def make_due_cycles(now: datetime, *, within: str = "") -> list[Cycle]:
    """Create whatever is due at `now` (in the subtree `within`). Safe to run late, again, and twice at once."""
    due = [due for due in due_cycles(now) if due.area.code.startswith(within)]
    return [cycle for cycle in map(open_cycle, due) if cycle]


def run_now(area: Area, *, by) -> list[Cycle]:
    """Create what is due in an area without waiting for the clock's next tick."""
    if not by.may(Right.RUN, area.code):
        raise PermissionDenied
    made = make_due_cycles(timezone.now(), within=area.code)
    record("dispatch.run", by=by, subject=area, after={"cycles": len(made)})
    return made


def load_cycle_rules(rows: list[dict]) -> None:
    """Add the rules a preset brings; a level that has one keeps it as its administrators set it."""
    for row in rows:
        CycleRule.objects.get_or_create(
            kind=row.pop("kind"), level_id=row.pop("level"), area=None, defaults=row
        )


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


def _freeze_items(cycle: Cycle, late: list[LateItem]) -> None:
    last = Cycle.objects.filter(kind=cycle.kind, area=cycle.area, due_on__lt=cycle.due_on).order_by("-due_on")
    before = dict(CycleItem.objects.filter(cycle=last[:1]).values_list("key", "times"))
    items = [_item(cycle, found, times=before.get(found.key, 0) + 1) for found in late]
    CycleItem.objects.bulk_create(items)
    cycle.late_count = len(items)
    cycle.carried_count = sum(item.is_carried for item in items)
    cycle.closed_count = len(before) - cycle.carried_count
    cycle.save(update_fields=["late_count", "carried_count", "closed_count"])


def _item(cycle: Cycle, found: LateItem, *, times: int) -> CycleItem:
    return CycleItem(
        cycle=cycle,
        key=found.key,
        topic=found.topic,
        title=found.title[:160],
        url=found.url,
        owner=found.owner[:80],
        lag=found.lag,
        days_late=max(found.days_late, 0),
        times=times,
    )


def _notify_office(cycle: Cycle) -> None:
    body = _("{period} {kind}：逾期事项 {late} 件，其中上期未销 {carried} 件。").format(
        period=cycle.period,
        kind=CycleKind(cycle.kind).label,
        late=cycle.late_count,
        carried=cycle.carried_count,
    )
    notice = Notice(area=cycle.area, kind=f"cycle.{cycle.kind}", period=cycle.period, cycle=cycle, body=body)
    notice.save()
