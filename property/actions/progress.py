from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.files.actions import keep_picture
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import plain
from property.actions.items import hold_item
from property.actions.programmes import hold
from property.enums.programmes import CheckResult, ProgrammeRight
from property.models import ItemProgress, ProgrammeItem


def write_progress(
    item: ProgrammeItem,
    *,
    by,
    percent: int,
    text: str,
    day: date | None = None,
    back_reason: str = "",
    photos: Iterable = (),
) -> ItemProgress:
    """Say how far a task is: a further line, once however often it is sent; a lower percentage needs a reason."""
    if not may_report(item, by):
        raise PermissionDenied
    with transaction.atomic():
        hold(item.category.programme)
        held, day = hold_item(item), day or today()
        last = ItemProgress.objects.standing(today()).filter(item=held).first()
        _check_day(day, last)
        before = last.percent if last else 0
        line = ItemProgress(
            item=held,
            day=day,
            percent=percent,
            previous_percent=before,
            text=plain(text),
            back_reason=plain(back_reason) if percent < before else "",
            written_by=by,
        )
        if last and last.is_pending and _says_the_same(line, last):
            return last
        line.full_clean()
        line.save()
        _keep_evidence(line, photos, by)
        was, now = {"percent": before}, {"day": day, "percent": percent}
        record(
            "programme.write_progress", by=by, subject=held, before=was, after=now, reason=line.back_reason
        )
        return line


def _says_the_same(line: ItemProgress, last: ItemProgress) -> bool:
    names = ("written_by_id", "day", "percent", "text")
    return all(getattr(line, name) == getattr(last, name) for name in names)


def _keep_evidence(line: ItemProgress, photos: Iterable, by) -> None:
    area = line.item.area
    line.evidence.add(
        *(keep_picture(photo, area=area, by=by, view_right=ProgrammeRight.VIEW) for photo in photos)
    )


def check_progress(line: ItemProgress, *, by, is_accepted: bool, note: str = "") -> None:
    """Accept the last line of a task, or send it back with a reason; never one's own."""
    programme = line.item.category.programme
    if not by.may(ProgrammeRight.CHECK, programme.area_code):
        raise PermissionDenied
    with transaction.atomic():
        hold(programme)
        item = hold_item(line.item)
        held = ItemProgress.objects.select_for_update(of=("self",)).get(pk=line.pk)
        _check_open(held, item, by)
        held.result = CheckResult.ACCEPTED if is_accepted else CheckResult.SENT_BACK
        held.checked_by, held.checked_on, held.check_note = by, today(), plain(note)
        held.full_clean()
        held.save(update_fields=["result", "checked_by", "checked_on", "check_note"])
        after = {"line": held.pk, "percent": held.percent, "result": str(held.result)}
        record("programme.check_progress", by=by, subject=item, after=after, reason=held.check_note)


def may_report(item: ProgrammeItem, by) -> bool:
    """Whoever reports where the task lies; where one seat leads it, its holder or who runs the programme."""
    if not by.may(ProgrammeRight.REPORT, item.area_code):
        return False
    if item.lead_post_id is None or by.may(ProgrammeRight.RUN, item.category.programme.area_code):
        return True
    return any(seat.post_id == item.lead_post_id for seat in by.seats)


def _check_day(day: date, last: ItemProgress | None) -> None:
    if day > today():
        raise ValidationError(_("进展日期不能晚于今天。"))
    if last and day < last.day:
        raise ValidationError(
            _("已有 {} 的进展，新填的日期不能比它早；要更正请按今天再填一条。").format(last.day)
        )


def _check_open(line: ItemProgress, item: ProgrammeItem, by) -> None:
    if not line.is_pending:
        raise Refused("already_checked", _("这条进展已核验，请刷新页面查看。"))
    if line.written_by_id == by.pk:
        raise Refused("own_progress", _("自己填报的进展要由别人核验。"))
    newest = ItemProgress.objects.standing(today()).filter(item=item).first()
    if newest is not None and newest.pk != line.pk:
        raise Refused("newer_progress", _("这条进展之后又有新的填报，请核验最新一条。"))
