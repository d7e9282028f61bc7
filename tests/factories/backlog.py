"""What hangs on a deed project: its plan, who is entitled to a home, what was let pass, the cut-off day of a county."""

from datetime import date, timedelta

from deeds.enums import UndertakingKind
from deeds.models import BacklogCutoff, DeedProject, EntitledPerson, Home, ProjectPlan, Undertaking
from deeds.states import UndertakingState
from governance.areas.models import Area
from governance.kernel.days import today


def make_plan(project: DeedProject, **fields) -> ProjectPlan:
    return ProjectPlan.objects.create(
        **{
            "project": project,
            "leader": "西夏区政府副区长",
            "team": "自然资源局\n住房城乡建设局",
            "text": "先补测绘，再补验收，最后集中办理首次登记。",
            "public_line": "正在补办验收手续，办好后逐户通知。",
            "approval_no": "西政专纪〔2026〕8号",
            "approved_on": today() - timedelta(days=30),
            **fields,
        }
    )


def make_entitled(home: Home, *, name="李晓明", phone="13909510001", id_no="") -> EntitledPerson:
    person = EntitledPerson(home=home)
    for field, value in {"name": name, "phone": phone, "id_no": id_no}.items():
        person.seal_value(field, value)
    person.save()
    return person


def make_undertaking(
    project: DeedProject, *, kind=UndertakingKind.CONDITIONAL, state="open", **fields
) -> Undertaking:
    settled = state != UndertakingState.OPEN
    return Undertaking.objects.create(
        **{
            "project": project,
            "area": project.area,
            "kind": kind,
            "what": "维修资金缴存凭证",
            "consequence": "逾期未补正的，退件",
            "signatory": "某置业公司",
            "made_on": today() - timedelta(days=40),
            "due_on": today() + timedelta(days=20),
            "state": state,
            "settled_on": today() - timedelta(days=5) if settled else None,
            "finding": "核对原件" if settled else "",
            **fields,
        }
    )


def make_cutoff(county: Area, on: date = date(2021, 8, 16)) -> BacklogCutoff:
    return BacklogCutoff.objects.create(area=county, on=on, document="银政办发〔2021〕60号")
