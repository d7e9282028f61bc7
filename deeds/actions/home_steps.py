"""One press for many homes of a project: all of them, or none."""

from collections import defaultdict

from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import MOST_HOMES, UndertakingKind
from deeds.models import DeedProject, Home, HomeQuerySet, HomeStep, Undertaking
from deeds.models.home_steps import note_step
from deeds.states import BACK_STEPS, DAY_OF_STEP, PRESSED_STEPS, UndertakingState
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move_rows
from governance.kernel.scope import demand
from governance.kernel.wording import listed, plain

_NAMED = 3  # homes a sentence names; the rest it counts


@transaction.atomic
def step_homes(project: DeedProject, homes: HomeQuerySet, step_name: str, *, by, note: str) -> HomeStep:
    """Take homes (a query set) of one project through a step for one reason: all of them, or none."""
    step = PRESSED_STEPS.get(step_name)
    if step is None:
        raise Refused("unknown_step", _("没有这个办理动作，请刷新页面后重试。"))
    demand(by, step.right, project.area_code)
    note = _reason(note)
    chosen = _hold(project, homes)
    _refuse_wrong_states(chosen, step)
    if step.name == "issue":
        _refuse_lacking_papers(chosen)
    day = DAY_OF_STEP.get(step.name)
    _move(project, chosen, step.name, by=by, note=note, changes={day: today()} if day else {})
    done = note_step(project, step, [(row.pk, row.state, step.target) for row in chosen], by=by, note=note)
    _tell(project, done, by=by)
    return done


@transaction.atomic
def undo_home_step(done: HomeStep, *, by, note: str) -> HomeStep:
    """更正 a wrong step: every home goes back to where it was, unless one has moved on since."""
    step = PRESSED_STEPS.get(done.name)
    if done.undoes_id or step is None:
        raise Refused("not_undone", _("这一步不能在这里更正，请在项目页办理。"))
    demand(by, step.right, done.project.area_code)
    note = _reason(note)
    before = dict(done.changes.values_list("home", "from_state"))
    chosen = _hold(done.project, Home.objects.filter(pk__in=before))
    if HomeStep.objects.filter(undoes=done).exists():
        raise Refused("already_undone", _("这一步已经更正过，请刷新页面查看。"))
    moved = [row for row in chosen if row.state != step.target]
    if moved:
        raise Refused("moved_on", _("{}后来又有变动，不能整批更正，请逐套办理。").format(_named(moved)))
    counter = note_step(
        done.project, step, [(row.pk, row.state, before[row.pk]) for row in chosen], by=by, note=note, undoes=done
    )  # fmt: skip
    groups = defaultdict(list)
    for row in chosen:
        groups[before[row.pk]].append(row)
    day = DAY_OF_STEP.get(step.name)
    for state, rows in groups.items():
        changes = {day: None} if day else {}
        _move(done.project, rows, BACK_STEPS[state].name, by=by, note=note, changes=changes)
    _tell(done.project, counter, by=by)
    return counter


def _reason(note: str) -> str:
    note = plain(note)
    if not note:
        raise Refused("reason_required", _("批量办理需要写明依据或理由，请补充后再提交。"))
    return note


def _hold(project: DeedProject, homes: HomeQuerySet) -> list[Home]:
    """The homes, locked in order. `Refused` for none, for too many, or for one of another project."""
    rows = homes.order_by("pk").select_for_update(of=("self",))
    chosen = list(rows.only("pk", "project", "building", "unit", "room", "state")[: MOST_HOMES + 1])
    if not chosen:
        raise Refused("nothing_chosen", _("没有选择住房，请先勾选。"))
    if len(chosen) > MOST_HOMES:
        raise Refused("too_many", _("一次最多办理 {} 套，请分楼栋办理。").format(MOST_HOMES))
    if any(row.project_id != project.pk for row in chosen):
        raise Refused("other_project", _("所选住房不都属于这个项目，请重新选择。"))
    return chosen


def _refuse_wrong_states(chosen: list[Home], step) -> None:
    wrong = [row for row in chosen if row.state not in step.sources]
    if wrong:
        states = listed(dict.fromkeys(row.get_state_display() for row in wrong))
        raise Refused(
            "wrong_state",
            _(
                "{count} 套中有 {wrong} 套（{names}）现在是「{states}」，不能{step}，这一批都没有办理。"
            ).format(
                count=len(chosen), wrong=len(wrong), names=_named(wrong), states=states, step=step.label
            ),
        )


def _refuse_lacking_papers(chosen: list[Home]) -> None:
    """What `Home.missing_to_issue` asks of one home, of all of them at once."""
    waiting = Undertaking.objects.filter(
        home__in=[row.pk for row in chosen], kind=UndertakingKind.CONDITIONAL, state=UndertakingState.OPEN
    )
    lacking = set(waiting.values_list("home", flat=True))
    if lacking:
        names = _named([row for row in chosen if row.pk in lacking])
        raise Refused("papers_missing", _("{}还有容缺的材料没有补齐，请先核查补正，再发证。").format(names))


def _named(rows: list[Home]) -> str:
    names = listed(str(row) for row in rows[:_NAMED])
    return names if len(rows) <= _NAMED else _("{names}等 {count} 套").format(names=names, count=len(rows))


def _move(project: DeedProject, chosen: list[Home], step_name: str, *, by, note: str, changes: dict) -> None:
    rows = Home.objects.filter(pk__in=[row.pk for row in chosen])
    move_rows(rows, step_name, by=by, area_code=project.area_code, note=note, changes=changes)


def _tell(project: DeedProject, done: HomeStep, *, by) -> None:
    """One row of the trail for the whole batch."""
    name = "correct" if done.undoes_id else done.name
    after = {"step": done.pk, "homes": done.count}
    record(f"deeds.homes.{name}", by=by, subject=project, after=after, reason=done.note)
