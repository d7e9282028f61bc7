"""联调联处: what each organ at the table is to do, and the opinion it gives under its own name."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.parties import hold_open_case
from disputes.enums.rights import Right
from disputes.models import Dispute, JointTask
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import Post, User


@transaction.atomic
def set_task(dispute: Dispute, *, by: User, organ: Post, task: str, due_on: date) -> JointTask:
    """交办 a task to an organ that was called to the table."""
    case = hold_open_case(dispute, by=by, right=Right.MEDIATE)
    if not dispute.called_organs.filter(to_post=organ).exists():
        raise Refused("not_at_the_table", _("{organ}还没有被请来联调，请先吹哨。").format(organ=organ))
    if due_on < today():
        raise Refused("due_past", _("完成期限已经过去，请填写今天或以后的日期。"))
    if dispute.tasks.filter(organ=organ, task=task.strip()).exists():
        raise Refused("task_once", _("这个单位已经有同样的任务，请换一种写法。"))
    given = JointTask(dispute=dispute, organ=organ, task=task.strip(), due_on=due_on, set_by=by)
    given.full_clean()
    given.save()
    with office_language():
        note = _("{organ}：{task}").format(organ=organ, task=given.task)
    case.note("joint_task", by=by, note=note)
    record("dispute.set_task", by=by, subject=case, after={"organ": organ.pk, "due": str(due_on)})
    return given


def demand_voice(task: JointTask, user: User) -> None:
    """Let in who sits in the organ's seat, or mediates there; whose opinion it is, the verb says."""
    if not _sits_in(task, user) and not user.may(Right.MEDIATE, task.dispute.case.area_code):
        raise PermissionDenied


def _sits_in(task: JointTask, user: User) -> bool:
    return task.organ_id in {seat.post_id for seat in user.seats}


@transaction.atomic
def give_opinion(task: JointTask, *, by: User, opinion: str, is_done: bool = False) -> None:
    """写意见, by whoever sits in the organ's seat and nobody else; done is done."""
    case = hold_open_case(task.dispute, by=by, right=Right.VIEW)
    demand_voice(task, by)
    if not _sits_in(task, by):
        raise Refused("not_your_organ", _("意见由{organ}自己写，别的单位不能代写。").format(organ=task.organ))
    held = JointTask.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if not opinion.strip():
        raise Refused("opinion_required", _("请写明意见，再提交。"))
    held.opinion, held.opinion_on = opinion.strip(), today()
    held.done_on = (held.done_on or today()) if is_done else None
    held.full_clean()
    held.save()
    with office_language():
        note = _("{organ}：{opinion}").format(organ=held.organ, opinion=held.opinion)
    case.note("joint_opinion", by=by, note=note)
    record("dispute.give_opinion", by=by, subject=case, after={"task": held.pk, "done": is_done})
