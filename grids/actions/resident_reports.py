"""Reports of residents without an account: kept once, not lost in a flood, like ones brought together."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.casework.actions.cases import public_code
from governance.casework.enums import Source
from governance.kernel.days import today
from governance.kernel.errors import Refused
from grids.actions.events import follow_event, keep_photos, report_event
from grids.actions.tries import count_try
from grids.enums.public import ALIKE_READ, ALIKE_WITHIN, TOPIC_CATEGORIES, NoticeForm, ReportTopic, TryPurpose
from grids.models import Event, EventCategory, EventReporter, PrivacyNotice, PublicCode, ResidentReport
from grids.rules.likeness import is_alike


@dataclass(frozen=True)
class Told:
    """What one resident said."""

    topic: ReportTopic | str
    text: str
    place: str = ""
    name: str = ""
    phone: str = ""
    photos: tuple = ()


def report_as_resident(code: PublicCode, told: Told, *, client_uuid: UUID) -> ResidentReport:
    """Take a report in at the place of an open code, once for a `client_uuid`.

    The same thing told at the same place lately is not opened twice: the resident joins it. The page has counted
    the sender's tries before it read the form; the place counts only what got past that, so that one sender
    cannot close it to others.
    """
    earlier = ResidentReport.objects.filter(client_uuid=client_uuid).first()
    if earlier:
        return _same(earlier, told)
    if not (code.is_open and code.area.keeper.is_open):
        raise Refused("code_closed", _("这张海报上的码已经停用，请打电话，或扫新贴的海报。"))
    count_try(TryPurpose.REPORT_PLACE, str(code.pk))
    try:
        with transaction.atomic():
            PublicCode.objects.select_for_update().get(
                pk=code.pk
            )  # two alike at once: the second sees the first
            return _take_in(code, told, client_uuid)
    except IntegrityError:
        earlier = ResidentReport.objects.filter(client_uuid=client_uuid).first()
        if earlier is None:
            raise
        return _same(earlier, told)


def _same(earlier: ResidentReport, told: Told) -> ResidentReport:
    """A form sent again gives what it gave; another text in the same form is not the same report."""
    if (earlier.topic, earlier.text) == (told.topic, told.text.strip()):
        return earlier
    raise Refused(
        "already_sent",
        _("这张表已经提交过，编号 {number}。要报另一件事，请返回重新打开上报页面。").format(
            number=earlier.event.case.number
        ),
    )


def _take_in(code: PublicCode, told: Told, client_uuid: UUID) -> ResidentReport:
    event = _alike(code, told)
    report = ResidentReport(
        code=code,
        notice=PrivacyNotice.objects.in_force(NoticeForm.REPORT, today()),
        client_uuid=client_uuid,
        topic=told.topic,
        text=told.text.strip(),
        place=told.place.strip(),
        has_joined=event is not None,
        public_code=public_code(),
    )
    report.place_in(code.area.keeper)
    if event is None:
        _open_event(report, told)
    else:
        _join(report, event, told)
    report.full_clean(validate_unique=False)
    report.save(force_insert=True)
    record("resident_reports.take_in", by=None, subject=report, after={"joined": report.has_joined})
    return report


def _alike(code: PublicCode, told: Told) -> Event | None:
    """The open event of the same topic at the same place that tells of the same thing, the latest first."""
    lately = ResidentReport.objects.filter(
        area=code.area.keeper,
        topic=told.topic,
        reported_at__gte=timezone.now() - ALIKE_WITHIN,
        event__case__closed_on__isnull=True,
    )
    rows = lately.select_related("event__case__area").order_by("-id")[:ALIKE_READ]
    return next((row.event for row in rows if is_alike(row.text, told.text)), None)


def _open_event(report: ResidentReport, told: Told) -> None:
    """An event of its own, followed by the case's own code."""
    reporter = {"name": told.name, "phone": told.phone} if told.name or told.phone else None
    event, _created = report_event(
        by=None,
        area=report.area,
        category=category_of(report.topic),
        text=report.text,
        place=report.place or report.area.name,
        source=Source.RESIDENT,
        reporter=reporter,
        photos=told.photos,
    )
    report.event, report.public_code = event, event.case.public_code
    report.reporter = event.reporters.first()


def _join(report: ResidentReport, event: Event, told: Told) -> None:
    report.event = event
    report.reporter = follow_event(event, name=told.name, phone=told.phone)
    keep_photos(event, told.photos, by=None)


def category_of(topic: str) -> EventCategory:
    """The class of the catalogue a topic is filed under; what the city's catalogue lacks is 其他."""
    wanted = TOPIC_CATEGORIES[ReportTopic(topic)]
    rows = EventCategory.objects.in_bulk([wanted, TOPIC_CATEGORIES[ReportTopic.OTHER]])
    found = rows.get(wanted) or rows.get(TOPIC_CATEGORIES[ReportTopic.OTHER])
    if found is None:
        raise Refused("no_catalogue", _("本地还没有设好事件类别，请直接打电话。"))
    return found


def separate_report(report: ResidentReport) -> None:
    """It was another thing after all: the report that joined becomes an event of its own, and its telephone moves."""
    with transaction.atomic():
        held = ResidentReport.objects.select_for_update(of=("self",)).select_related("area").get(pk=report.pk)
        if not held.has_joined:
            raise Refused("own_event", _("这件事已经单独上报，编号没有变。"))
        event, _created = report_event(
            by=None, area=held.area.keeper, category=category_of(held.topic), text=held.text,
            place=held.place or held.area.name, source=Source.RESIDENT,
        )  # fmt: skip
        EventReporter.objects.filter(pk=held.reporter_id).update(event=event)
        held.event, held.has_joined = event, False
        held.save(update_fields=["event", "has_joined"])
        record("resident_reports.separate", by=None, subject=held)
    report.refresh_from_db()
