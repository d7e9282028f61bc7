"""Briefs of cycles, and the meetings they are written of."""

from datetime import timedelta

from governance.areas.models import Area
from governance.dispatch import actions
from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import Brief, BriefTemplate, Cycle
from governance.kernel.days import today
from tests.factories.dispatch import make_item
from tests.factories.dispatch_meetings import make_held, make_task
from tests.factories.dispatch_visits import make_fault, make_sound, make_visit
from tests.factories.papers import docx_of
from tests.factories.people import make_user


def make_minuted(area: Area, *, by=None, **fields) -> Cycle:
    """A cycle with issued minutes: a task carried on, two late items of which one is carried, a new task."""
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    earlier = make_held(area, by=by, period="2026-W46", due_on=today() - timedelta(days=14))
    old = make_task(earlier, by=by, text="停工楼栋复工", standard="连续两周在场人数不低于计划")
    counts = {"task_count": 1, "late_count": 2, "carried_count": 1}
    cycle = make_held(area, by=by, **{"period": "2026-W48", **counts, **fields})
    make_item(
        cycle, key=old.key, times=3, title=old.text, owner="凤凰北街", action=old, first_on=earlier.due_on
    )
    make_item(cycle, key="sample:1", times=2, title="建欣苑 规划核实", first_on=earlier.due_on)
    make_item(cycle, key="sample:2", title="望湖苑 逾期交房", first_on=today())
    make_task(cycle, by=by, text="查清望湖苑欠费", standard="清单到户")
    actions.issue_minutes(cycle, by=by)
    cycle.refresh_from_db()
    return cycle


def make_brief(area: Area, kind: str = BriefKind.MINUTES, *, by=None, cycle: Cycle | None = None) -> Brief:
    """A draft; its official is the city's."""
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    return actions.prepare_brief(cycle or make_minuted(area, by=by), kind, by=by)


def make_issued_brief(area: Area, kind: str = BriefKind.MINUTES, *, by=None, **fields) -> Brief:
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    brief = make_brief(area, kind, by=by, **fields)
    actions.issue_brief(brief, by=by)
    brief.refresh_from_db()
    return brief


def make_brief_template(
    area: Area, by, kind: str = BriefKind.ITEMS, *, version: int = 1, words: str = "{{ 标题 }}"
):
    data = docx_of(words)
    return BriefTemplate.objects.create(
        area=area, kind=kind, version=version, data=data, file_name="a.docx", size=len(data), sha256="0" * 64,
        uploaded_by=by,
    )  # fmt: skip


def make_supervised(area: Area, *, by=None) -> Cycle:
    """A monthly cycle with issued minutes: one project visited with a fault, one without."""
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    cycle = make_held(area, by=by, kind=CycleKind.MONTHLY, period="2026-11")
    make_fault(make_visit(area, by=by, cycle=cycle, subject="望湖苑"), by=by)
    make_sound(make_visit(area, by=by, cycle=cycle, subject="没有问题的小区"), by=by)
    actions.issue_minutes(cycle, by=by)
    cycle.refresh_from_db()
    return cycle
