from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import listed, office_language, plain
from property.actions.programmes import check_room, demand_run, hold
from property.enums.programmes import ItemState
from property.models import ItemChange, Programme, ProgrammeCategory, ProgrammeItem

CHANGEABLE = (
    "title", "area", "lead_office", "lead_post", "co_offices", "standard", "evidence", "due_on"
)  # fmt: skip


def add_item(category: ProgrammeCategory, *, by, area: Area | None = None, **fields) -> ProgrammeItem:
    """A further task; it lies in the area of the office that leads it, the programme's own unless said otherwise."""
    programme = category.programme
    demand_run(programme.area_code, by)
    with transaction.atomic():
        held = hold(programme)
        check_room(held)
        item = ProgrammeItem(category=category, **_clean(fields))
        item.place_in(area or held.area)
        _check(item, held)
        item.save()
        after = {"title": item.title, "lead_office": item.lead_office, "due_on": item.due_on}
        record("programme.add_item", by=by, subject=item, after=after)
        return item


def change_item(item: ProgrammeItem, *, by, reason: str, **fields) -> ItemChange:
    """Change what a task says, from today and for a reason. Its day as an earlier day knew it stays readable."""
    programme = item.category.programme
    demand_run(programme.area_code, by)
    with transaction.atomic():
        held, row = hold(programme), hold_item(item)
        _demand_unfinished(row)
        said = _clean(fields)
        fields = {
            name: said[name] for name in CHANGEABLE if name in said and said[name] != getattr(row, name)
        }
        if not fields:
            raise Refused("nothing_changed", _("没有改动任何内容，请修改后再提交。"))
        due_before, before = row.due_on, {name: str(getattr(row, name)) for name in fields}
        for name, value in fields.items():
            setattr(row, name, value)
        row.place_in(row.area)
        _check(row, held)
        row.save()
        moved = {"due_before": due_before, "due_after": row.due_on} if "due_on" in fields else {}
        with office_language():
            what = listed(row._meta.get_field(name).verbose_name for name in fields)
        change = ItemChange(item=row, what=what, reason=plain(reason), by=by, **moved)
        change.full_clean()
        change.save()
        after = {name: str(value) for name, value in fields.items()}
        record("programme.change_item", by=by, subject=row, before=before, after=after, reason=change.reason)
        return change


def drop_item(item: ProgrammeItem, *, by, reason: str) -> None:
    """Take an unfinished task off the programme; it stays on the page, with the reason, and counts no more."""
    programme = item.category.programme
    demand_run(programme.area_code, by)
    with transaction.atomic():
        hold(programme)
        row = hold_item(item)
        _demand_unfinished(row)
        row.dropped_on, row.drop_reason = today(), plain(reason)
        row.full_clean(exclude=["area_code"])
        row.save(update_fields=["dropped_on", "drop_reason"])
        record("programme.drop_item", by=by, subject=row, reason=row.drop_reason)


def hold_item(item: ProgrammeItem) -> ProgrammeItem:
    """The task, locked; refused when it is off the programme."""
    rows = ProgrammeItem.objects.select_for_update(of=("self",)).select_related("area", "lead_post")
    held = rows.get(pk=item.pk)
    if held.dropped_on:
        raise Refused("item_dropped", _("这项任务已于 {} 撤销，不能再办理。").format(held.dropped_on))
    return held


def _demand_unfinished(item: ProgrammeItem) -> None:
    if item.state_on(today()) == ItemState.DONE:
        raise Refused("item_done", _("这项任务已完成并核验，不能再调整或撤销。"))


def _clean(fields: dict) -> dict:
    unknown = set(fields) - set(CHANGEABLE)
    assert not unknown, f"a task has no {unknown}"
    return {name: plain(value) if isinstance(value, str) else value for name, value in fields.items()}


def _check(item: ProgrammeItem, programme: Programme) -> None:
    """What the database cannot see: the task lies within its programme, in place and in time."""
    item.full_clean(exclude=["area_code"])
    if not item.area_code.startswith(programme.area_code):
        raise ValidationError(_("牵头单位不在「{}」的区划内，请另选。").format(programme.name))
    if not isinstance(item.due_on, date) or not programme.begins_on <= item.due_on <= programme.ends_on:
        raise ValidationError(
            _("完成期限要在专项的期限内：{} 至 {}。").format(programme.begins_on, programme.ends_on)
        )
    if item.lead_post and item.lead_post.area_id != item.area_id:
        raise ValidationError(_("牵头岗位要在牵头单位所在的区划里，请另选。"))
