"""Programmes with classes, tasks, lines of progress and rules, set past the verbs."""

import json
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from django.conf import settings

from governance.areas.models import Area
from governance.kernel.days import today
from property.actions.programmes import load_programme_presets
from property.enums.programmes import CheckResult
from property.models import (
    ItemChange,
    ItemProgress,
    Programme,
    ProgrammeCategory,
    ProgrammeItem,
    ProgrammePreset,
    Regulation,
)

BEGUN = date(2024, 1, 1)
_numbers = count(1)
_PRESETS = Path(settings.BASE_DIR) / "config" / "presets" / "base" / "programme_presets.json"


def make_preset(key: str) -> ProgrammePreset:
    load_programme_presets(json.loads(_PRESETS.read_text(encoding="utf-8")))
    return ProgrammePreset.objects.get(key=key)


def make_programme(area: Area, **fields) -> Programme:
    """From the beginning of 2024 for ten years."""
    fields = {"name": f"第{next(_numbers)}专项", "kind": "other", "begins_on": BEGUN, **fields}
    return Programme.objects.create(area=area, **{"ends_on": date(2034, 1, 1), **fields})


def make_category(programme: Programme, name: str = "") -> ProgrammeCategory:
    number = next(_numbers)
    return ProgrammeCategory.objects.create(
        programme=programme, name=name or f"第{number}类", position=number % 30_000
    )


def make_item(area: Area, programme: Programme | None = None, **fields) -> ProgrammeItem:
    """A task led in an area, due in thirty days; in a programme of that area unless one is given."""
    if "category" not in fields:
        fields["category"] = make_category(programme or make_programme(area))
    fields = {
        "title": f"第{next(_numbers)}项任务",
        "lead_office": "住房和城乡建设局",
        "standard": "台账完整",
        "due_on": today() + timedelta(days=30),
        "added_on": BEGUN,
        **fields,
    }
    return ProgrammeItem.objects.create(area=area, **fields)


def make_progress(
    item: ProgrammeItem, percent: int, *, on: date | None = None, by=None, **fields
) -> ItemProgress:
    on = on or today()
    fields = {"text": "按计划推进", "written_on": on, **fields}
    return ItemProgress.objects.create(item=item, day=on, percent=percent, written_by=by, **fields)


def accept(line: ItemProgress, *, on: date | None = None) -> ItemProgress:
    line.result, line.checked_on = CheckResult.ACCEPTED, on or line.written_on
    line.save(update_fields=["result", "checked_on"])
    return line


def finish(item: ProgrammeItem, *, on: date | None = None) -> ProgrammeItem:
    """Reported and checked as complete."""
    accept(make_progress(item, 100, on=on))
    return item


def move_due(item: ProgrammeItem, due_on: date, *, on: date) -> ItemChange:
    change = ItemChange.objects.create(
        item=item, changed_on=on, what="完成期限", due_before=item.due_on, due_after=due_on, reason="工期调整"
    )
    item.due_on = due_on
    item.save(update_fields=["due_on"])
    return change


def make_regulation(area: Area, **fields) -> Regulation:
    fields = {
        "title": f"第{next(_numbers)}号制度",
        "owner_office": "住房和城乡建设局",
        "text": "第一条 总则。",
        **fields,
    }
    return Regulation.objects.create(area=area, **fields)
