"""Reporting an event, by whoever saw it."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.casework.actions.cases import once_per_uuid, open_case, take_step
from governance.casework.enums import Kind, Outcome, Source
from governance.casework.models import Case
from governance.files.actions import keep_picture
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.events import MOST_PHOTOS, TITLE_LENGTH, EventGrade
from grids.enums.rights import EventRight
from grids.models import Event, EventCategory, EventReporter, Household, Visit
from grids.states.events import EventState


def report_event(
    *,
    by: User | None,
    area: Area,
    category: EventCategory,
    text: str,
    place: str = "",
    household: Household | None = None,
    visit: Visit | None = None,
    grade: int | None = None,
    source: str = Source.GRID,
    client_uuid=None,
    reporter: dict | None = None,
    photos: Iterable = (),
) -> tuple[Event, bool]:
    """上报 an event; answers it and whether it is new.

    `by` None is a resident without an account; whoever told of it is the `reporter`, `{"name", "phone"}`,
    both optional. The same content under the same `client_uuid` gives the same event again. The grade
    自办 closes it at once: it was settled where it was found. `photos` are uploads, kept with the event.
    Raises `PermissionDenied`, or `Refused` for a category nothing is reported under and for what is no picture.
    """
    photos = list(photos)
    _check_report(by, area, category, photos)
    title = f"{category.name}：{' '.join(text.split())[:TITLE_LENGTH]}"
    place = (place.strip() or (household.label if household else ""))[:100]
    told = {"title": title, "place": place, "summary": text.strip(), "source": source}
    own = {"category": category, "grade": grade, "household": household, "visit": visit}
    keys = {name: getattr(value, "pk", value) for name, value in own.items()}
    content = told | keys | {"area": area.code, "reporter": reporter or {}}
    opening = {"by": by, "client_uuid": client_uuid, "content": content}

    def create() -> Case:
        case = open_case(kind=Kind.EVENT, area=area, state=EventState.REPORTED, **opening, **told)
        _add_event(case, by=by, reporter=reporter, photos=photos, **own)
        return case

    case, created = once_per_uuid(create, **opening)
    return case.event, created


def _check_report(by: User | None, area: Area, category: EventCategory, photos: list) -> None:
    if by is not None and not by.may(EventRight.REPORT, area.code):
        raise PermissionDenied
    if category.follow_up or not category.is_open:
        raise Refused(
            "category_closed",
            _("「{category}」不在这里上报。{hint}").format(category=category, hint=category.hint),
        )
    if len(photos) > MOST_PHOTOS:
        raise Refused("too_many_photos", _("一次最多上传 {} 张照片，请去掉几张再提交。").format(MOST_PHOTOS))


def _add_event(case: Case, *, by: User | None, reporter: dict | None, photos: list, **own) -> None:
    event = Event(case=case, **own)
    event.grade = own["category"].grade if own["grade"] is None else own["grade"]
    event.full_clean(validate_unique=False)
    event.save()
    if reporter:
        add_reporter(event, **reporter)
    keep_photos(event, photos, by=by)
    if event.grade == EventGrade.OWN:
        end_self_handled(event, by=by)


def end_self_handled(event: Event, *, by: User | None, note: str = "") -> None:
    """自办: settled where it was found. Called inside the transaction of a verb."""
    event.grade = EventGrade.OWN
    event.save(update_fields=["grade"])
    ended = {"outcome": Outcome.RESOLVED, "resolved_on": today(), "closed_on": today(), "due_at": None}
    take_step(event.case, "self_handle", by=by, note=note, **ended)


def add_reporter(event: Event, *, name: str = "", phone: str = "") -> EventReporter:
    """Write down who told of an event or asks to follow it, the number sealed. Called inside a transaction."""
    reporter = EventReporter(event=event, name=name.strip())
    reporter.seal_value("phone", phone.strip())
    reporter.full_clean()
    reporter.save()
    return reporter


def keep_photos(
    event: Event, photos: Iterable, *, by: User | None, results: bool = False
) -> list[Attachment]:
    """Keep pictures beside an event: of what was found, or of what it looks like now."""
    shelf = event.result_photos if results else event.photos
    kept = [keep_picture(photo, area=event.case.area, by=by, view_right=EventRight.VIEW) for photo in photos]
    shelf.add(*kept)
    return kept


@transaction.atomic
def follow_event(event: Event, *, name: str = "", phone: str = "", by: User | None = None) -> EventReporter:
    """Another resident tells of the same thing and is answered along with the first."""
    reporter = add_reporter(event, name=name, phone=phone)
    event.case.note("follow", by=by)
    record("event.follow", by=by, subject=event.case)
    return reporter


@transaction.atomic
def add_event_photo(event: Event, photo, *, by: User, client_uuid=None) -> Attachment:
    """One more picture of what was found, once for a `client_uuid`, while the event is open."""
    case = Case.objects.select_for_update().get(pk=event.pk)
    earlier = client_uuid and event.photos.filter(client_uuid=client_uuid).first()
    if earlier:
        return earlier
    if case.closed_on is not None:
        raise Refused("already_closed", _("这件事已经结案，不能再加照片。"))
    if event.photos.count() >= MOST_PHOTOS:
        raise Refused("too_many_photos", _("最多 {} 张照片，已经够了。").format(MOST_PHOTOS))
    kept = keep_picture(photo, area=case.area, by=by, view_right=EventRight.VIEW, client_uuid=client_uuid)
    event.photos.add(kept)
    record("event.add_photo", by=by, subject=case)
    return kept
