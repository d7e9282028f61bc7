from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import plain
from property.enums.programmes import MOST_ITEMS, ItemState, ProgrammeKind, ProgrammeRight
from property.models import Programme, ProgrammeCategory, ProgrammeItem, ProgrammePreset, Regulation


def load_programme_presets(rows: list[dict]) -> None:
    """Patterns of programmes, by key; again changes only what differs."""
    for row in rows:
        ProgrammePreset.objects.update_or_create(key=row.pop("key"), defaults=row)


def open_programme(
    area: Area,
    *,
    by,
    name: str,
    begins_on: date,
    ends_on: date,
    kind: str = ProgrammeKind.OTHER,
    preset: ProgrammePreset | None = None,
) -> Programme:
    """Begin a programme in an area, empty or with the classes, tasks and rules of a preset."""
    demand_run(area.code, by)
    with transaction.atomic():
        programme = Programme(
            name=plain(name),
            kind=preset.kind if preset else kind,
            preset=preset.key if preset else "",
            begins_on=begins_on,
            ends_on=ends_on,
        )
        programme.place_in(area)
        programme.full_clean(exclude=["area_code"])
        programme.save()
        for position, row in enumerate(preset.categories if preset else (), start=1):
            _copy_category(programme, position, row)
        after = {"name": programme.name, "preset": programme.preset, "ends_on": ends_on}
        record("programme.open", by=by, subject=programme, after=after)
        return programme


def _copy_category(programme: Programme, position: int, row: dict) -> None:
    category = ProgrammeCategory.objects.create(programme=programme, name=row["name"], position=position)
    for task in row["items"]:
        due_on = min(programme.begins_on + timedelta(days=task["days"]), programme.ends_on)
        item = ProgrammeItem(
            category=category,
            title=task["title"],
            lead_office=task["lead"],
            co_offices=task.get("with", ""),
            standard=task["standard"],
            evidence=task.get("evidence", ""),
            due_on=due_on,
        )
        item.place_in(programme.area)
        item.save()
        if task.get("regulation"):
            _copy_regulation(item, position, task)


def _copy_regulation(item: ProgrammeItem, batch: int, task: dict) -> None:
    """The rule a task is to bring about, unless the register has it already."""
    known = Regulation.objects.filter(area=item.area, title=task["regulation"]).exists()
    if not known:
        rule = Regulation(title=task["regulation"], owner_office=task["lead"], batch=batch, item=item)
        rule.place_in(item.area)
        rule.save()


def add_category(programme: Programme, *, by, name: str) -> ProgrammeCategory:
    """A further class of tasks, after the others."""
    demand_run(programme.area_code, by)
    with transaction.atomic():
        held = hold(programme)
        last = held.categories.order_by("-position").first()
        category = ProgrammeCategory(
            programme=held, name=plain(name), position=last.position + 1 if last else 1
        )
        category.full_clean()
        category.save()
        record("programme.add_category", by=by, subject=held, after={"category": category.name})
        return category


def close_programme(programme: Programme, *, by, note: str = "") -> None:
    """End a programme whose tasks are all complete or dropped."""
    demand_run(programme.area_code, by)
    with transaction.atomic():
        held, day = hold(programme), today()
        tasks = ProgrammeItem.objects.filter(category__programme=held).listed_on(day).with_state(day)
        unfinished = tasks.exclude(state=ItemState.DONE).count()
        if unfinished:
            raise Refused(
                "unfinished",
                _("还有 {} 项任务没有完成，请先完成并核验，或写明理由撤销。").format(unfinished),
            )
        held.closed_on, held.closing_note = day, plain(note)
        held.full_clean()
        held.save(update_fields=["closed_on", "closing_note"])
        record("programme.close", by=by, subject=held, after={"closed_on": day}, reason=held.closing_note)


def demand_run(area_code: str, by) -> None:
    if not by.may(ProgrammeRight.RUN, area_code):
        raise PermissionDenied


def hold(programme: Programme) -> Programme:
    """The programme, locked: what changes its tasks waits for what closes it. Refused when it is closed."""
    held = Programme.objects.select_for_update().get(pk=programme.pk)
    if held.closed_on:
        raise Refused(
            "programme_closed", _("「{}」已于 {} 办结，不能再改动。").format(held.name, held.closed_on)
        )
    return held


def check_room(programme: Programme) -> None:
    if ProgrammeItem.objects.filter(category__programme=programme).count() >= MOST_ITEMS:
        raise Refused("too_many_items", _("一个专项最多 {} 项任务，请另开一个专项。").format(MOST_ITEMS))
