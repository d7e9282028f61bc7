"""A lifecycle is a table of steps; `move` and `move_rows` are the only places that assign `state`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _

from governance.kernel.errors import Refused, refuse_if_missing


@dataclass(frozen=True)
class Step:
    """One arrow of a lifecycle.

    `label` is the word on the button, `right` the named right it takes, `key` the letter that
    presses it on the desk, `needs_note` whether a reason is compulsory. A step without a `target`
    only records: the row stays in whichever of the `sources` it is in.
    """

    name: str
    label: str
    sources: frozenset[str]
    target: str
    right: str
    needs_note: bool = False
    key: str = ""
    extras: tuple[str, ...] = field(default=())

    def target_from(self, source: str) -> str:
        """Where the step leads from a state."""
        return self.target or source


def steps(*rows: Step) -> dict[str, Step]:
    """The table of a lifecycle, by name."""
    return {row.name: row for row in rows}


class Staged(models.Model):
    """A row with a lifecycle: `STEPS` beside it, `record_move` for its timeline and audit."""

    STEPS: dict[str, Step] = {}

    class Meta:
        abstract = True

    def missing_to(self, step: Step) -> list[str]:
        """What is still lacking before a step, as sentences; empty when nothing is."""
        return getattr(self, f"missing_to_{step.name}", list)()

    def barred(self, step: Step, user) -> str:
        """Why a step is not this person's although they hold its right, as a sentence; empty when it is."""
        return ""

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        """Write the timeline and audit rows of a move. Called inside its transaction."""
        raise AssertionError(f"{type(self).__name__} records no moves")


def move(
    obj: Staged,
    step_name: str,
    *,
    by,
    note: str = "",
    changes: dict | None = None,
    held: Staged | None = None,
) -> None:
    """Take `obj` through a step: lock, check, set the state and `changes`, record. All or nothing.

    `changes` are the fields that change together with the state. `by` None is the system itself
    (a sweep), which needs no right. `held` is the row as the caller has locked and read it in this transaction,
    when it has. Raises `Refused` (wrong moment, something missing, no reason) or `PermissionDenied`.
    """
    step = obj.STEPS[step_name]
    with transaction.atomic(savepoint=held is None):  # who holds the row is in a transaction of its own
        held = held or type(obj)._base_manager.select_for_update(of=("self",)).get(pk=obj.pk)
        _check(obj, held, step, by=by, note=note)
        source = held.state
        obj.state = step.target_from(source)
        for name, value in (changes or {}).items():
            setattr(obj, name, value)
        obj.save(update_fields=["state", *(changes or {})])
        obj.record_move(step=step, source=source, by=by, note=note)


def _check(obj: Staged, held: Staged, step: Step, *, by, note: str) -> None:
    """What the row was before its fields changed decides who may; what it is after them, what is missing."""
    if by is not None:
        demand_step(held, step, by)
    demand_source(held, step)
    demand_reason(step, note)
    refuse_if_missing(obj.missing_to(step))


def demand_reason(step: Step, note: str) -> None:
    """Raise `Refused` when the step takes a reason and none is given."""
    if step.needs_note and not note.strip():
        raise Refused("reason_required", _("{step}需要写明理由，请补充后再提交。").format(step=step.label))


def demand_source(obj: Staged, step: Step) -> None:
    """Raise `Refused` when the step does not begin in the row's present state."""
    if obj.state not in step.sources:
        raise Refused(
            "wrong_state",
            _("现在是「{state}」，不能{step}。请刷新页面查看最新进展。").format(
                state=obj.get_state_display(), step=step.label
            ),
        )


def move_rows(
    rows: models.QuerySet,
    step_name: str,
    *,
    by,
    area_code: str,
    note: str = "",
    changes: dict | None = None,
    table: dict[str, Step] | None = None,
) -> int:
    """Take every row through a step in two statements, all or none; returns how many there were.

    For hundreds of like rows that lie in `area_code`. The caller records the batch, in the same transaction.
    `table` holds their steps where the rows of a model have several lifecycles.
    Checks of single rows (`missing_to_<step>`) do not run: the database's constraints do.
    """
    step = (table or rows.model.STEPS)[step_name]
    if by is not None and step.right and not by.may(step.right, area_code):
        raise PermissionDenied
    demand_reason(step, note)
    with transaction.atomic():
        held = dict(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk", "state"))
        wrong = sum(state not in step.sources for state in held.values())
        if wrong:
            raise Refused(
                "wrong_state",
                _("所选 {count} 条中有 {wrong} 条现在不能{step}，请刷新后重新选择。").format(
                    count=len(held), wrong=wrong, step=step.label
                ),
            )
        moved = {"state": step.target} if step.target else {}
        rows.model._base_manager.filter(pk__in=held).update(**moved, **(changes or {}))
    return len(held)


def may_step(obj: Staged, step: Step, user) -> bool:
    """Whether the user holds the step's right where the row lies, and the row leaves the step to them."""
    return _has_right(obj, step, user) and not obj.barred(step, user)


def demand_step(obj: Staged, step: Step, user) -> None:
    """Raise `PermissionDenied` without the step's right, `Refused` when the row leaves the step to others."""
    if not _has_right(obj, step, user):
        raise PermissionDenied
    if sentence := obj.barred(step, user):
        raise Refused("not_yours", sentence)


def _has_right(obj: Staged, step: Step, user) -> bool:
    return not step.right or user.may(step.right, obj.area_code)


def open_steps(obj: Staged, user) -> list[Step]:
    """The steps the user may take now, in table order: the buttons of the page."""
    return [step for step in obj.STEPS.values() if obj.state in step.sources and may_step(obj, step, user)]


def state_choices_of(table: Iterable[Step]) -> set[str]:
    """Every state a table mentions: what a check constraint must allow."""
    return {step.target for step in table if step.target} | {
        source for step in table for source in step.sources
    }
