"""The meeting of a cycle: planned, attended, minuted, held, and issued once for good."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.dispatch.actions.numbers import next_number, take_turns
from governance.dispatch.choices import chairs_of, offices_around
from governance.dispatch.enums import Right
from governance.dispatch.models import AgendaPoint, Attendance, CorrectionNote, Cycle, PresetPoint
from governance.dispatch.papers.minutes import draw_minutes, hash_of
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_step, move
from governance.kernel.scope import demand
from governance.kernel.wording import office_language, plain
from governance.people.models import Post

_EXCEPT = ["area_code"]


@transaction.atomic
def load_preset_points(rows: list[dict]) -> None:
    """Add the agendas and checklists a preset brings; a sheet that has points keeps its own."""
    for row in rows:
        if not PresetPoint.objects.filter(sheet=row["sheet"]).exists():
            PresetPoint.objects.bulk_create(
                PresetPoint(sheet=row["sheet"], position=position, **point)
                for position, point in enumerate(row["points"], start=1)
            )


def plan_meeting(cycle: Cycle, *, by, meets_on: date, place: str = "", chair: Post | None = None) -> None:
    """Say when and where a cycle is held and who takes the chair; the first time lays out its agenda."""
    with meeting(cycle, by) as held:
        if chair and chair not in chairs_of(held.area):
            raise Refused("not_a_chair", _("主持岗位要是本单位能主持调度的岗位，请重新选择。"))
        before = {"meets_on": held.meets_on, "place": held.place}
        held.meets_on, held.place, held.chair = meets_on, plain(place), chair
        held.full_clean(exclude=_EXCEPT)
        held.save(update_fields=["meets_on", "place", "chair"])
        _lay_agenda(held)
        after = {"meets_on": meets_on, "place": held.place, "chair": chair and chair.pk}
        record("dispatch.plan", by=by, subject=held, before=before, after=after)


def add_point(cycle: Cycle, *, by, title: str) -> AgendaPoint:
    """One more point on the agenda, after the others."""
    with meeting(cycle, by) as held:
        _lay_agenda(held)
        last = held.points.aggregate(last=Max("position"))["last"] or 0
        point = AgendaPoint(cycle=held, position=last + 1, title=plain(title))
        point.full_clean()
        point.save()
        record("dispatch.add_point", by=by, subject=held, after={"title": point.title})
    return point


def take_attendance(cycle: Cycle, *, by, presences: dict[str, str]) -> None:
    """Write down which offices came: key of an office → presence; an empty one takes the office off the list."""
    with meeting(cycle, by) as held:
        known = {office.key: office for office in offices_around(held.area)}
        if strange := presences.keys() - known.keys():
            raise Refused("no_such_office", _("“{}”不在参会单位之列，请刷新页面。").format(min(strange)))
        for key, presence in presences.items():
            office = {"area": known[key].area, "post": known[key].post}
            if presence:
                Attendance.objects.update_or_create(cycle=held, **office, defaults={"presence": presence})
            else:
                Attendance.objects.filter(cycle=held, **office).delete()
        record("dispatch.attendance", by=by, subject=held, after=presences)


def write_minutes(point: AgendaPoint, *, by, minutes: str) -> None:
    """What the minutes say to a point of the agenda, until they are issued."""
    with meeting(point.cycle, by) as held:
        before = point.minutes
        point.minutes = plain(minutes)
        point.full_clean()
        point.save(update_fields=["minutes"])
        after = {"position": point.position, "minutes": point.minutes}
        record("dispatch.minutes", by=by, subject=held, before={"minutes": before}, after=after)


def hold_meeting(cycle: Cycle, *, by) -> None:
    """The meeting took place."""
    move(cycle, "hold", by=by)


def issue_minutes(cycle: Cycle, *, by) -> None:
    """Freeze the minutes word for word, under the next number of the office's year. Whoever comes second is told."""
    demand_step(cycle, Cycle.STEPS["issue"], by)
    with transaction.atomic(), office_language():
        take_turns(cycle.area_id)
        rows = Cycle.objects.select_related("area", "chair__area", "chair__role")
        held = rows.select_for_update(of=("self",)).get(pk=cycle.pk)
        _refuse_if_issued(held)
        day = today()
        year = Cycle.objects.filter(area_id=held.area_id, kind=held.kind, issue_year=day.year)
        number = next_number(year)
        content = draw_minutes(held) | {"issued_on": day.isoformat(), "issue": [day.year, number]}
        changes = {
            "issued_on": day, "issue_year": day.year, "issue_no": number,
            "content": content, "content_hash": hash_of(content),
        }  # fmt: skip
        move(held, "issue", by=by, changes=changes)


def correct_minutes(cycle: Cycle, *, by, text: str) -> CorrectionNote:
    """Say what is wrong in issued minutes; they stay as they are."""
    demand(by, Right.MANAGE, cycle.area_code)
    if not Cycle.objects.get(pk=cycle.pk).is_issued:
        raise Refused("not_issued", _("纪要还没有印发，请直接修改，不用写更正说明。"))
    note = CorrectionNote(cycle=cycle, text=plain(text), written_by=by)
    note.full_clean()
    with transaction.atomic():
        note.save()
        record("dispatch.correct", by=by, subject=cycle, after={"text": note.text})
    return note


@contextmanager
def meeting(cycle: Cycle, by) -> Iterator[Cycle]:
    """A meeting whose minutes are not issued, locked, for somebody who runs it; all in one transaction."""
    if not by.may(Right.MANAGE, cycle.area_code):
        raise PermissionDenied
    with transaction.atomic():
        held = Cycle.objects.select_for_update(of=("self",)).select_related("area__level").get(pk=cycle.pk)
        _refuse_if_issued(held)
        yield held


def _refuse_if_issued(cycle: Cycle) -> None:
    if cycle.is_issued:
        raise Refused("issued", _("这一期的纪要已经印发，不能再改；有错请写更正说明。"))


def _lay_agenda(cycle: Cycle) -> None:
    if not cycle.points.exists():
        AgendaPoint.objects.bulk_create(
            AgendaPoint(cycle=cycle, position=point.position, title=point.title, hint=point.hint)
            for point in PresetPoint.objects.filter(sheet=cycle.kind)
        )
