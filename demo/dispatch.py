"""Four weeks of dispatch in the city, one county and one street: meetings, tasks carried and struck off; one month."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from demo.city import CITY, JINFENG, SHANGHAI_WEST, City
from governance.areas.models import Area
from governance.dispatch.actions import open_cycle
from governance.dispatch.due import Due, period_of, worked_day
from governance.dispatch.enums import ActionState, CycleKind, CycleState, Presence, Sheet, WorkdayRule
from governance.dispatch.models import (
    ActionItem,
    ActionMove,
    AgendaPoint,
    Attendance,
    CoOffice,
    Cycle,
    Notice,
    PresetPoint,
    SupervisionVisit,
    VisitCheck,
)
from governance.dispatch.papers.minutes import draw_minutes, hash_of
from governance.kernel.days import month_start, week_start
from governance.kernel.wording import office_language

RUNS = {CITY: "city_official", JINFENG: "county_official", SHANGHAI_WEST: "street_dispatcher"}
# Week of the decision (0 the oldest), task, its standard, which office below, days given, week it ended (None: open).
TASKS = (
    (0, "查清辖区欠缴维修资金的户数，列出清单", "清单到户，注明欠费原因", 0, 7, 1),
    (0, "两个停工楼栋复工，每周报在场人数", "连续两周在场人数不低于计划", 1, 14, None),
    (1, "超期的纠纷逐件核实，报办结时间", "每件有承办人和办结时间", 0, 7, 2),
    (1, "规划核实的缺项材料由专人跑办", "材料补齐并取得受理单", 2, 10, 3),
    (2, "三个小区换届筹备组成立", "名单公示满七日", 1, 7, None),
    (2, "把本周交付节点告知购房人", "公告张贴并留底", 0, 5, 3),
)
HELPED = {0, 1, 4}  # tasks with a second office beside their owner's
SAID = (
    "上期任务逐项过了一遍，没有销号的由责任单位说明了原因。",
    "总体与计划持平，两栋进度落后，已定任务。",
    "在场人数比上周增加，机械到位。",
    "本周拨付两笔，平均用时四天。",
    "逐条定了责任单位和期限。",
    "来访两批次，反映集中在交付时间。",
    "下周三个节点，均已落实到单位。",
    "",
)


VISITED = ("望湖苑二期", "金塔花园")
SEEN = (  # as reported, as verified, what is wrong where it is wrong
    ("主体 12 层", "主体 11 层", "上报进度比现场快一层"),
    ("脚手架已验收", "有两处未挂验收牌", "脚手架验收不全"),
    ("拨付 320 万元", "凭证 320 万元", ""),
    ("供暖管网完成", "差 60 米没有接通", "供暖管网没有接通"),
)


def make_dispatch(city: City) -> None:
    this_week = week_start(city.today)
    mondays = [this_week - timedelta(weeks=ago) for ago in (3, 2, 1, 0)]
    with office_language():
        for code, role in RUNS.items():
            area, by = Area.objects.get(pk=city.areas[code]), city.people[(role, code)]
            tasks: dict[int, ActionItem] = {}
            for week, monday in enumerate(mondays):
                _week(city, area, by, week, monday, tasks)
            _month(city, area, by)


def _week(city: City, area: Area, by: int, week: int, monday: date, tasks: dict[int, ActionItem]) -> None:
    day = worked_day(WorkdayRule.NEXT, monday)
    if day > city.today:
        return
    for number in [number for number in tasks if TASKS[number][5] == week]:
        _end(tasks.pop(number), by, day - timedelta(days=3))
    cycle = _open(CycleKind.WEEKLY, area, monday, day)
    _meet(cycle, city.posts[(RUNS[area.code], area.code)])
    if week < 3:
        tasks |= _decide(cycle, by, week)
        _issue(cycle, week + 1)


def _month(city: City, area: Area, by: int) -> None:
    """The supervision of this month, issued."""
    first = month_start(city.today)
    day = worked_day(WorkdayRule.NEXT, first)
    if area.code == SHANGHAI_WEST or day > city.today:
        return
    cycle = _open(CycleKind.MONTHLY, area, first, day)
    _meet(cycle, city.posts[(RUNS[area.code], area.code)])
    _decide(cycle, by, 0)
    _visit(cycle, by)
    _issue(cycle, 1)


def _visit(cycle: Cycle, by: int) -> None:
    """Two projects seen on the spot, four faults, one of them put right by now."""
    below = list(Area.objects.children_of(cycle.area).order_by("code")[:2])
    points = list(PresetPoint.objects.filter(sheet=Sheet.VISIT))
    for number, (area, subject) in enumerate(zip(below, VISITED, strict=False)):
        visit = SupervisionVisit(cycle=cycle, subject=subject, visited_on=cycle.due_on)
        visit.place_in(area)
        visit.save()
        for point, (reported, verified, finding) in zip(points, SEEN, strict=False):
            wrong = finding if (point.position + number) % 2 == 0 else ""
            task = wrong and ActionItem.objects.create(
                cycle=cycle,
                area=area,
                text=f"{subject}：{finding}",
                decided_on=cycle.due_on,
                due_on=cycle.due_on + timedelta(days=30),
            )
            VisitCheck.objects.create(
                visit=visit, position=point.position, title=point.title, hint=point.hint,
                reported=reported, verified=verified, finding=wrong, action=task or None,
            )  # fmt: skip
    _end(ActionItem.objects.filter(cycle=cycle, check_found__isnull=False).first(), by, cycle.due_on)


def _open(kind: str, area: Area, own_day: date, day: date) -> Cycle:
    cycle = open_cycle(Due(kind, period_of(kind, own_day), area, day))
    made_at = datetime.combine(day, time(7), timezone.get_default_timezone())
    Cycle.objects.filter(pk=cycle.pk).update(created_at=made_at)
    Notice.objects.filter(cycle=cycle).update(created_at=made_at)
    return Cycle.objects.select_related("area__level").get(pk=cycle.pk)


def _meet(cycle: Cycle, chair: int) -> None:
    cycle.meets_on, cycle.place, cycle.chair_id = cycle.due_on, "第一会议室", chair
    cycle.save(update_fields=["meets_on", "place", "chair"])
    AgendaPoint.objects.bulk_create(
        AgendaPoint(
            cycle=cycle, position=row.position, title=row.title, hint=row.hint, minutes=SAID[row.position - 1]
        )
        for row in PresetPoint.objects.filter(sheet=cycle.kind)
    )
    below = list(Area.objects.children_of(cycle.area).order_by("code"))
    came = [Presence.PRESENT] * len(below)
    came[-1:] = [Presence.SENT_WORD]
    Attendance.objects.bulk_create(
        Attendance(cycle=cycle, area=area, presence=presence)
        for area, presence in zip([cycle.area, *below], [Presence.PRESENT, *came], strict=False)
    )


def _decide(cycle: Cycle, by: int, week: int) -> dict[int, ActionItem]:
    below = list(Area.objects.children_of(cycle.area).order_by("code")[:3])
    point = cycle.points.order_by("position").first()
    found = {
        number: ActionItem.objects.create(
            cycle=cycle,
            point=point,
            area=below[office % len(below)],
            text=text,
            standard=standard,
            decided_on=cycle.due_on,
            due_on=cycle.due_on + timedelta(days=days),
        )
        for number, (when, text, standard, office, days, _end) in enumerate(TASKS)
        if when == week
    }
    for number in found.keys() & HELPED:
        helper = CoOffice(item=found[number], name=below[-1].name)
        helper.place_in(below[-1])
        helper.save()
    return found


def _end(task: ActionItem, by: int, day: date) -> None:
    """Reported by the owner and struck off, past the verbs, some days before the next meeting."""
    task.evidence, task.ended_on = "已按完成标准办理，材料归档备查。", day
    task.state = ActionState.CLOSED
    task.save(update_fields=["evidence", "ended_on", "state"])
    ActionMove.objects.bulk_create(
        ActionMove(item=task, step=step, text=task.evidence, by_id=by) for step in ("report", "close")
    )


def _issue(cycle: Cycle, number: int) -> None:
    cycle.state, cycle.issued_on = CycleState.ISSUED, cycle.due_on
    cycle.issue_year, cycle.issue_no = cycle.due_on.year, number
    issue = {"issued_on": cycle.due_on.isoformat(), "issue": [cycle.due_on.year, number]}
    cycle.content = draw_minutes(cycle) | issue
    cycle.content_hash = hash_of(cycle.content)
    cycle.save()
