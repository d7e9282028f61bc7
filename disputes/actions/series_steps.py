"""One press for many households of a series: all of them, or none."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.enums.series import MOST_CHOSEN
from disputes.models import Series, SeriesMember, SeriesMemberChange, SeriesStep
from disputes.states import BACK_STEPS, BULK_STEPS
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import Step, move_rows
from governance.kernel.wording import listed, plain
from governance.people.models import User

_LOOKED_AT = ("pk", "household", "state", "due_cents", "paid_cents", "version", "dispute")
_NAMED = 3  # households a sentence names; the rest it counts


def hold_series(series: Series, *, by: User, right: str = Right.MEDIATE) -> Series:
    """Lock an open series for a change, one more on its count. Called by verbs inside their transaction."""
    if not by.may(right, series.area_code):
        raise PermissionDenied
    held = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if held.closed_on:
        raise Refused("series_closed", _("系列案已经办结，不能再改。需要继续办理的，请先重新打开。"))
    held.version += 1
    held.save(update_fields=["version"])
    return held


@transaction.atomic
def step_households(
    series: Series, members, step_name: str, *, by: User, note: str, version: int | None = None
) -> SeriesStep:
    """Take the households (a query set of members) through a step for one reason.

    `version` is the series' as the person saw it: a household changed since is refused with all the others.
    """
    step = BULK_STEPS.get(step_name)
    if step is None:
        raise Refused("unknown_step", _("没有这个办理动作，请刷新页面后重试。"))
    held = hold_series(series, by=by)
    chosen = hold_chosen(held, members, version=version)
    _refuse_wrong_states(chosen, step)
    done = _write_down(held, step, chosen, by=by, note=note, paid=_paid_by(step))
    changes = {"changed_on": today(), "version": held.version}
    if step.name == "pay":
        changes["paid_cents"] = Greatest("paid_cents", Coalesce("due_cents", F("paid_cents")))
    _move(held, chosen, step, by=by, note=note, changes=changes)
    _tell(held, done, step, by=by)
    return done


@transaction.atomic
def undo_step(step: SeriesStep, *, by: User, note: str) -> SeriesStep:
    """更正 a wrong step by a counter step: every household goes back to where it was, unless one has moved on since."""
    held = hold_series(step.series, by=by)
    if step.undoes_id or SeriesStep.objects.filter(undoes=step).exists():
        raise Refused("already_undone", _("这一步已经更正过，请刷新页面查看。"))
    changes = list(step.changes.select_related("member"))
    chosen = hold_chosen(held, held.members.filter(changes__step=step))
    after = {change.member_id: change for change in changes}
    moved = [row for row in chosen if (row.state, row.paid_cents) != _left_by(after[row.pk])]
    if moved:
        raise Refused("moved_on", _("{}后来又有变动，不能整批更正，请逐户办理。").format(_named(moved)))
    done = _write_down(
        held, BACK_STEPS[changes[0].from_state], chosen, by=by, note=note,
        paid=lambda row: after[row.pk].paid_before, to=lambda row: after[row.pk].from_state, undoes=step,
    )  # fmt: skip
    paid_before = step.changes.filter(member=OuterRef("pk")).values("paid_before")
    for state in {change.from_state for change in changes}:
        back = [row for row in chosen if after[row.pk].from_state == state]
        fields = {"changed_on": today(), "version": held.version, "paid_cents": Subquery(paid_before)}
        _move(held, back, BACK_STEPS[state], by=by, note=note, changes=fields)
    _tell(held, done, BACK_STEPS[changes[0].from_state], by=by)
    return done


def hold_chosen(series: Series, members, *, version: int | None = None) -> list[SeriesMember]:
    """The households, locked in order. `Refused` for none, for too many, or when one has changed since `version`."""
    rows = members.filter(series=series).order_by("pk").select_for_update(of=("self",))
    chosen = list(
        rows.only("pk", "household", "state", "due_cents", "paid_cents", "version", "dispute")[
            : MOST_CHOSEN + 1
        ]
    )
    if not chosen:
        raise Refused("nothing_chosen", _("没有选择任何一户，请先勾选。"))
    if len(chosen) > MOST_CHOSEN:
        raise Refused("too_many", _("一次最多办理 {} 户，请分批办理。").format(MOST_CHOSEN))
    changed = [row for row in chosen if version is not None and row.version > version]
    if changed:
        raise Refused(
            "stale",
            _("{}刚刚被别人改过，这一批都没有办理。请刷新页面，看过最新情况再办。").format(_named(changed)),
        )
    return chosen


def _named(rows: list[SeriesMember]) -> str:
    names = listed(row.household for row in rows[:_NAMED])
    return names if len(rows) <= _NAMED else _("{names}等 {count} 户").format(names=names, count=len(rows))


def _refuse_wrong_states(chosen: list[SeriesMember], step: Step) -> None:
    wrong = [row for row in chosen if row.state not in step.sources]
    if wrong:
        states = listed(dict.fromkeys(row.get_state_display() for row in wrong))
        raise Refused(
            "wrong_state",
            _("{names}现在是「{states}」，不能{step}，这一批都没有办理。请去掉这几户再办。").format(
                names=_named(wrong), states=states, step=step.label
            ),
        )


def _paid_by(step: Step):
    """What a household has paid after the step: settled means that all of what is owed is in."""
    if step.name != "pay":
        return lambda row: row.paid_cents
    return lambda row: max(row.paid_cents, row.due_cents or 0)


def _left_by(change: SeriesMemberChange) -> tuple[str, int]:
    return change.to_state, change.paid_after


def _write_down(series, step: Step, chosen, *, by, note, paid, to=None, undoes=None) -> SeriesStep:
    """The step and what it does to each household, before it is done."""
    note = plain(note)
    if not note:
        raise Refused("reason_required", _("批量办理需要写明依据或理由，请补充后再提交。"))
    done = SeriesStep(
        series=series, name="correct" if undoes else step.name, note=note, count=len(chosen), by=by,
        post_label=by.post_label[:120], undoes=undoes,
    )  # fmt: skip
    done.full_clean()
    done.save()
    SeriesMemberChange.objects.bulk_create(
        SeriesMemberChange(
            step=done, member=row, from_state=row.state, to_state=to(row) if to else step.target,
            paid_before=row.paid_cents, paid_after=paid(row),
        )
        for row in chosen
    )  # fmt: skip
    return done


def _move(series: Series, chosen, step: Step, *, by, note: str, changes: dict) -> None:
    rows = SeriesMember.objects.filter(pk__in=[row.pk for row in chosen])
    move_rows(rows, step.name, by=by, area_code=series.area_code, note=note, changes=changes)


def _tell(series: Series, done: SeriesStep, step: Step, *, by: User) -> None:
    """One row of the trail for the whole batch."""
    after = {"step": done.pk, "households": done.count}
    record(f"series.{done.name}", by=by, subject=series, after=after, reason=done.note)
