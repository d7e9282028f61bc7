"""金凤区's three-year action on property, its 20 tasks in all states; its rules in five batches; one street's own."""

from datetime import date, timedelta

from demo.chance import Wheel, chance
from demo.city import JINFENG, SHANGHAI_WEST, City
from property.enums.programmes import CheckResult
from property.models import (
    ItemChange,
    ItemProgress,
    Programme,
    ProgrammeCategory,
    ProgrammeItem,
    ProgrammePreset,
    Regulation,
    RegulationMove,
)
from property.states.regulations import RegulationState

# How far the twenty tasks are, class by class: the last percentage, and how long its day is away or past.
COURSE = (
    (100, -60), (100, -20), (100, -5), (60, 120), (85, -18),
    (100, -30), (95, 25), (40, 5), (100, -12), (70, 210),
    (55, 90), (100, -45), (30, -9), (0, 150), (20, 260),
    (92, 40), (0, 200), (100, -3), (65, 6), (10, 330),
)  # fmt: skip
UNCHECKED = {2, 17}  # tasks reported as complete that nobody has checked yet
DROPPED = 16
STREETS = {3: "上海西路街道", 10: "上海西路街道", 12: "上海西路街道"}
TOLD = {
    0: "完成底数比对，差错已退回核改。",
    1: "已排定计划，正在逐个小区推进。",
    2: "过半小区完成，难点小区逐个会商。",
    3: "收尾阶段，正在补齐台账。",
    4: "全部完成，材料已整理归档，请核验。",
}


def make_programmes(city: City) -> None:
    dice = chance("programmes")
    action = _open(city, JINFENG, "property_action", "金凤区物业管理提升三年行动", 400, 1095)
    _fill(city, action, dice)
    rules = _open(city, JINFENG, "regulations", "金凤区物业管理制度建设", 330, 365)
    _rules(city, rules, dice)
    _open(city, SHANGHAI_WEST, "model_community", "上海西路街道五好社区创建", 45, 365)


def _open(city: City, code: str, preset: str, name: str, begun: int, days: int) -> Programme:
    pattern = ProgrammePreset.objects.get(key=preset)
    begins_on = city.today - timedelta(days=begun)
    programme = Programme.objects.create(
        area_id=city.areas[code], area_code=code, kind=pattern.kind, preset=preset, name=name,
        begins_on=begins_on, ends_on=begins_on + timedelta(days=days),
    )  # fmt: skip
    for position, row in enumerate(pattern.categories, start=1):
        category = ProgrammeCategory.objects.create(programme=programme, name=row["name"], position=position)
        ProgrammeItem.objects.bulk_create(_item(programme, category, task) for task in row["items"])
    return programme


def _item(programme: Programme, category: ProgrammeCategory, task: dict) -> ProgrammeItem:
    return ProgrammeItem(
        area_id=programme.area_id,
        area_code=programme.area_code,
        category=category,
        title=task["title"],
        lead_office=task["lead"],
        co_offices=task.get("with", ""),
        standard=task["standard"],
        evidence=task.get("evidence", ""),
        due_on=min(programme.begins_on + timedelta(days=task["days"]), programme.ends_on),
        added_on=programme.begins_on,
    )


def _fill(city: City, programme: Programme, dice) -> None:
    """Each task moved to its place of the course, with the lines that led there."""
    writer, checker = city.people[("property_officer", JINFENG)], city.people[("county_official", JINFENG)]
    rows = ProgrammeItem.objects.filter(category__programme=programme).order_by("category__position", "pk")
    lines: list[ItemProgress] = []
    for number, (item, (percent, days)) in enumerate(zip(rows, COURSE, strict=True)):
        item.due_on = city.today + timedelta(days=days)
        if number in STREETS:
            item.area_id, item.area_code = city.areas[SHANGHAI_WEST], SHANGHAI_WEST
            item.lead_office = STREETS[number]
        if number == DROPPED:
            item.dropped_on, item.drop_reason = (
                city.today - timedelta(days=10),
                "与市级规程合并，不再单独推进",
            )
        item.save()
        is_checked = percent == 100 and number not in UNCHECKED
        lines += _lines(item, percent, is_checked, city.today, writer, checker, dice)
    ItemProgress.objects.bulk_create(lines)
    moved = rows.get(due_on=city.today + timedelta(days=25))
    ItemChange.objects.create(
        item=moved, changed_on=city.today - timedelta(days=8), what="完成期限", by_id=checker,
        due_before=moved.due_on - timedelta(days=30), due_after=moved.due_on, reason="等待年度审计结果",
    )  # fmt: skip


def _lines(
    item, percent: int, is_checked: bool, today: date, writer: int, checker: int, dice
) -> list[ItemProgress]:
    steps = [share for share in (15, 40, 70, 90) if share < percent] + ([percent] if percent else [])
    last = min(today - timedelta(days=dice.randint(2, 12)), item.due_on)
    found, before = [], 0
    for back, share in zip(range(len(steps) - 1, -1, -1), steps, strict=True):
        day = last - timedelta(days=back * dice.randint(24, 32))
        accepted = back > 0 or is_checked
        found.append(
            ItemProgress(
                item=item, day=day, written_on=day, percent=share, previous_percent=before,
                text=TOLD[min(share * 4 // 100, 4)], written_by_id=writer,
                result=CheckResult.ACCEPTED if accepted else CheckResult.PENDING,
                checked_by_id=checker if accepted else None,
                checked_on=min(day + timedelta(days=2), today) if accepted else None,
            )
        )  # fmt: skip
        before = share
    return found


def _rules(city: City, programme: Programme, dice) -> None:
    """Fifteen rules in five batches: the early ones issued, the later ones on their way."""
    lines: list[ItemProgress] = []
    items = ProgrammeItem.objects.filter(category__programme=programme).select_related("category")
    for number, item in enumerate(items.order_by("category__position", "pk")):
        batch = item.category.position
        state = _state_of_batch(batch, dice)
        due_on = programme.begins_on + timedelta(days=70 * batch)
        issued_on = due_on - timedelta(days=dice.randint(3, 20)) if state == RegulationState.ISSUED else None
        rule = Regulation.objects.create(
            area_id=item.area_id, area_code=item.area_code, item=item, batch=batch, state=state,
            title=item.title.removeprefix("制定《").removesuffix("》"), owner_office=item.lead_office,
            text=_text_of(item), issued_on=issued_on,
            issued_no=f"金政办发〔{issued_on.year}〕{number + 11}号" if issued_on else "",
        )  # fmt: skip
        RegulationMove.objects.create(regulation=rule, step="draft", target=RegulationState.DRAFTING)
        if issued_on:
            lines.append(
                ItemProgress(
                    item=item, day=issued_on, written_on=issued_on, percent=100, text=f"已印发：{rule.issued_no}。",
                    result=CheckResult.ACCEPTED, checked_on=issued_on + timedelta(days=1),
                )
            )  # fmt: skip
    ItemProgress.objects.bulk_create(lines)


def _state_of_batch(batch: int, dice) -> str:
    if batch < 4:
        return RegulationState.ISSUED
    if batch == 4:
        return Wheel({RegulationState.ISSUED: 1, RegulationState.CONSULTING: 2}).spin(dice)
    return Wheel({RegulationState.CONSULTING: 1, RegulationState.DRAFTING: 2}).spin(dice)


def _text_of(item: ProgrammeItem) -> str:
    return (
        f"第一条　为规范有关工作，结合本区实际，制定本制度。\n第二条　{item.standard}\n"
        f"第三条　本制度由{item.lead_office}负责解释。"
    )
