from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import BacklogCutoff, DeedProject, ProjectPlan
from deeds.rules.cutoffs import is_after_cutoff, refuse_new_building
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.scope import demand


@transaction.atomic
def list_project(
    *, by, area: Area, name: str, developer: str = "", lead_office: str = "",
    finished_on: date | None = None, is_new: bool = False,
) -> DeedProject:  # fmt: skip
    """Enter a project into the ledger: as old backlog, or as new when its buildings are younger than the cut-off day.

    A new one is shown and worked on like the others, and counts as new alone.
    """
    demand(by, Right.MANAGE, area.code)
    if finished_on and finished_on > today():
        raise ValidationError(_("竣工日期不能晚于今天；没有竣工的项目不在这里登记。"))
    if not is_new:
        refuse_new_building(area.code, finished_on)
    elif not is_after_cutoff(area.code, finished_on):
        raise ValidationError(_("竣工日期不在截止日期之后，或没有填写，不是新增，请按历史遗留登记。"))
    project = DeedProject(
        area=area, name=name, developer=developer, lead_office=lead_office, finished_on=finished_on, is_new=is_new
    )  # fmt: skip
    project.place_in(area)
    project.full_clean(exclude=["area_code"])
    project.save()
    record("deeds.project.list", by=by, subject=project, after={"is_new": is_new})
    return project


@transaction.atomic
def write_plan(
    project: DeedProject, *, by, lead_office: str, approval_no: str = "", approved_on: date | None = None, **said
) -> ProjectPlan:  # fmt: skip
    """Write a project's plan (一项目一策), or put it right; the office in the lead is named with it."""
    demand(by, Right.MANAGE, project.area_code)
    plan = ProjectPlan.objects.select_for_update().filter(project=project).first()
    plan = plan or ProjectPlan(project=project)
    for field, value in (said | {"approval_no": approval_no, "approved_on": approved_on}).items():
        setattr(plan, field, value)
    plan.full_clean()
    plan.save()
    project.lead_office = lead_office
    project.full_clean()
    project.save(update_fields=["lead_office"])
    after = {"leader": plan.leader, "approval_no": approval_no, "lead_office": lead_office}
    record("deeds.plan.write", by=by, subject=project, after=after)
    return plan


@transaction.atomic
def set_cutoff(*, by, area: Area, on: date, document: str) -> BacklogCutoff:
    """Say from which day on what is finished is no old backlog in a county. What is listed stays as it is."""
    demand(by, Right.MANAGE, area.code)
    cutoff = BacklogCutoff.objects.select_for_update(of=("self",)).filter(area=area).first()
    before = {"on": cutoff.on.isoformat()} if cutoff else None
    cutoff = cutoff or BacklogCutoff(area=area)
    cutoff.on, cutoff.document = on, document
    cutoff.place_in(area)
    cutoff.full_clean(exclude=["area_code"])
    cutoff.save()
    record("deeds.cutoff.set", by=by, subject=cutoff, before=before, after={"on": on.isoformat()})
    return cutoff
