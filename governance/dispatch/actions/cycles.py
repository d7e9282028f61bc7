"""Making cycles: what is due comes into being once, with everything that is late or still open frozen in it."""

import logging
from collections import Counter
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.dispatch.due import Due, due_cycles
from governance.dispatch.enums import CycleKind, Right
from governance.dispatch.models import ActionItem, Cycle, CycleItem, CycleRun, Notice
from governance.dispatch.models.cycles import ITEM_OWNER, ITEM_TITLE
from governance.dispatch.topics import LateItem, Topic, chosen_topics, lag_words, late_items, topics
from governance.kernel.scope import demand
from governance.kernel.wording import listed, office_language

log = logging.getLogger(__name__)


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
        late = list(late_items(due.area, due.due_on, due.topics))
        _freeze_items(cycle, late, left_out=_labels_beside(due.topics))
        _notify_office(cycle)
    return cycle


def make_due_cycles(now: datetime, *, within: str = "", by=None) -> list[Cycle]:
    """Create whatever is due at `now` (in the subtree `within`), and keep a log of it.

    Safe to run late, again, and twice at once. One office's failure is logged and retried at the next tick, alone.
    """
    made: list[Cycle] = []
    faults: dict[tuple[str, date], list[str]] = {}
    for due in due_cycles(now):
        if not due.area.code.startswith(within):
            continue
        try:
            cycle = open_cycle(due)
        except Exception as fault:
            log.exception("cycle %s %s of %s failed", due.kind, due.period, due.area.code)
            faults.setdefault((due.kind, due.due_on), []).append(f"{due.area.name} {type(fault).__name__}")
        else:
            made += [cycle] if cycle else []
    _log_runs(made, faults, by)
    return made


def _log_runs(made: list[Cycle], faults: dict[tuple[str, date], list[str]], by) -> None:
    for (kind, due_on), count in Counter((cycle.kind, cycle.due_on) for cycle in made).items():
        CycleRun.objects.create(kind=kind, due_on=due_on, made=count, by=by)
    for (kind, due_on), offices in faults.items():
        error = listed(offices)[:300]
        run, is_new = CycleRun.objects.get_or_create(
            kind=kind, due_on=due_on, error=error, defaults={"by": by}
        )
        if not is_new:
            CycleRun.objects.filter(pk=run.pk).update(tries=F("tries") + 1, last_at=timezone.now())


def run_now(area: Area, *, by) -> list[Cycle]:
    """Create what is due in an area without waiting for the clock's next tick."""
    demand(by, Right.RUN, area.code)
    made = make_due_cycles(timezone.now(), within=area.code, by=by)
    record("dispatch.run", by=by, subject=area, after={"cycles": len(made)})
    return made


def _labels_beside(codes: tuple[str, ...]) -> set[str]:
    """The topics a schedule leaves out: what the last cycle listed of them is not done, only no longer asked for."""
    return {str(topic.label) for topic in topics()} - {str(topic.label) for topic in chosen_topics(codes)}


def _freeze_items(cycle: Cycle, late: list[tuple[Topic, LateItem]], left_out: set[str]) -> None:
    """Carry what the last cycle of the same kind and office listed or decided and is still open; count the rest."""
    before = _listed_before(cycle, left_out)
    decided = ActionItem.objects.filter(cycle__kind=cycle.kind, cycle__area=cycle.area)
    open_tasks = decided.pending_on(cycle.due_on).exclude(cycle=cycle).for_page()
    items = [_task(cycle, task, before) for task in open_tasks] + [
        _item(cycle, topic, found, before) for topic, found in late
    ]
    CycleItem.objects.bulk_create(items)
    cycle.late_count = len(late)
    cycle.task_count = len(items) - len(late)
    cycle.carried_count = sum(item.is_carried for item in items if item.action is None)
    cycle.closed_count = len(before.keys() - {item.key for item in items})
    cycle.save(update_fields=["late_count", "task_count", "carried_count", "closed_count"])


def _listed_before(cycle: Cycle, left_out: set[str]) -> dict:
    """Key → (times, first day) of what stood in the cycle before or was decided by its meeting."""
    earlier = Cycle.objects.filter(kind=cycle.kind, area=cycle.area, period__lt=cycle.period)
    last = earlier.order_by("-period").first()
    if last is None:
        return {}
    decided = {task.key: (1, task.decided_on) for task in last.actions.filter(decided_on__lte=cycle.due_on)}
    rows = last.items.exclude(topic__in=left_out).values_list("key", "times", "first_on")
    return decided | {key: (times, first_on or last.due_on) for key, times, first_on in rows}


def _item(cycle: Cycle, topic: Topic, found: LateItem, before: dict) -> CycleItem:
    times, first_on = before.get(found.key, (0, cycle.due_on))
    return CycleItem(
        cycle=cycle,
        key=found.key,
        topic=str(topic.label),
        title=found.title[:ITEM_TITLE],
        url=found.url,
        owner=found.owner[:ITEM_OWNER],
        owner_area_id=found.owner_id,
        lag=found.lag,
        days_late=max(found.days_late, 0),
        times=times + 1,
        first_on=first_on,
    )


def _task(cycle: Cycle, task: ActionItem, before: dict) -> CycleItem:
    times, first_on = before.get(task.key, (1, task.decided_on))
    days = (cycle.due_on - task.due_on).days
    return CycleItem(
        cycle=cycle,
        key=task.key,
        action=task,
        topic=_("调度任务"),
        title=task.text[:ITEM_TITLE],
        url=reverse("dispatch:action_detail", args=[task.pk]),
        owner=task.owner[:ITEM_OWNER],
        owner_area=task.area,
        lag=lag_words(days),
        days_late=max(days, 0),
        times=times + 1,
        first_on=first_on,
    )


def _notify_office(cycle: Cycle) -> None:
    body = _("{period} {kind}：逾期事项 {late} 件，其中上期未销 {carried} 件。").format(
        period=cycle.period,
        kind=CycleKind(cycle.kind).label,
        late=cycle.late_count,
        carried=cycle.carried_count,
    )
    if cycle.task_count:
        body += _("另有以前定下的任务 {} 项没有销号。").format(cycle.task_count)
    notice = Notice(area=cycle.area, kind=f"cycle.{cycle.kind}", period=cycle.period, cycle=cycle, body=body)
    notice.save()
