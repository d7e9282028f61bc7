"""Tasks a meeting sets to offices, from the decision until they are struck off with evidence."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.dispatch.actions.meetings import meeting
from governance.dispatch.choices import Office, offices_around
from governance.dispatch.enums import Right
from governance.dispatch.models import ActionItem, AgendaPoint, CoOffice, Cycle, CycleItem
from governance.dispatch.models.cycles import ITEM_OWNER
from governance.files.actions import keep_picture
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_source, demand_step, move
from governance.kernel.wording import plain


def decide(
    cycle: Cycle,
    *,
    by,
    text: str,
    office: str,
    due_on: date,
    standard: str = "",
    co_offices: Sequence[str] = (),
    point: AgendaPoint | None = None,
    item: CycleItem | None = None,
) -> ActionItem:
    """Set a task to an office, decided on the day of the meeting.

    `office` is the key of one around the meeting's, `co_offices` those of others that help.
    """
    with meeting(cycle, by) as held:
        if held.meets_on is None:
            raise Refused("not_planned", _("先登记开会的日期和地点，再定任务。"))
        said = {"standard": plain(standard), "point": point, "item": item}
        task = set_task(held, by, office, text=text, due_on=due_on, decided_on=held.meets_on, **said)
        _let_help(task, held, by, office, co_offices)
        return task


def set_task(
    cycle: Cycle, by, office: str, *, text: str, due_on: date, decided_on: date, **said
) -> ActionItem:
    """Write a task of a locked cycle down for an office around its own."""
    owner = _owner(cycle, office)
    task = ActionItem(
        cycle=cycle, post=owner.post, text=plain(text), due_on=due_on, decided_on=decided_on, **said
    )
    task.place_in(owner.area)
    task.full_clean(exclude=["area_code"])
    task.save()
    record(
        "dispatch.decide", by=by, subject=task, after={"text": task.text, "office": office, "due_on": due_on}
    )
    return task


def _let_help(task: ActionItem, cycle: Cycle, by, owner: str, keys: Sequence[str]) -> None:
    if not keys:
        return
    if owner in keys:
        raise Refused("owner_helps", _("责任单位不用再选成配合单位，请去掉。"))
    known = {office.key: office for office in offices_around(cycle.area)}
    if strange := set(keys) - known.keys():
        words = _("配合单位“{}”不是本单位、下一级单位或者本级部门，请重新选择。")
        raise Refused("no_such_office", words.format(min(strange)))
    for office in (known[key] for key in dict.fromkeys(keys)):
        row = CoOffice(item=task, post=office.post, name=office.name[:ITEM_OWNER])
        row.place_in(office.area)
        row.save()
    record("dispatch.let_help", by=by, subject=task, after={"offices": sorted(keys)})


def report_action(task: ActionItem, *, by, evidence: str = "", picture=None) -> None:
    """The owner says that it is done, and shows it: anew each time it was returned."""
    with _stepping(task, "report", by):
        task.evidence, task.picture = plain(evidence), _kept(picture, task, by)
        move(task, "report", by=by, changes={"evidence": task.evidence, "picture": task.picture})


def close_action(task: ActionItem, *, by, evidence: str = "", picture=None) -> None:
    """The office that set the task strikes it off, with the owner's evidence or its own."""
    with _stepping(task, "close", by):
        task.evidence = plain(evidence) or task.evidence
        task.picture = _kept(picture, task, by) or task.picture
        shown = {"evidence": task.evidence, "picture": task.picture}
        move(task, "close", by=by, changes=shown | {"ended_on": today()})


def return_action(task: ActionItem, *, by, note: str) -> None:
    """What was reported does not do: back to the owner, with the reason."""
    move(task, "return", by=by, note=plain(note))


def withdraw_action(task: ActionItem, *, by, note: str) -> None:
    """The task no longer holds; it stays readable, with the reason."""
    move(task, "withdraw", by=by, note=plain(note), changes={"ended_on": today()})


@contextmanager
def _stepping(task: ActionItem, step_name: str, by) -> Iterator[None]:
    """Nothing is kept of a picture whose step is refused."""
    step = ActionItem.STEPS[step_name]
    demand_step(task, step, by)
    demand_source(task, step)
    with transaction.atomic():
        yield


def _kept(picture, task: ActionItem, by) -> Attachment | None:
    return picture and keep_picture(picture, area=task.area, by=by, view_right=Right.VIEW)


def _owner(cycle: Cycle, key: str) -> Office:
    found = next((office for office in offices_around(cycle.area) if office.key == key), None)
    if found is None:
        raise Refused("no_such_office", _("责任单位要是本单位、下一级单位或者本级部门，请重新选择。"))
    return found
