from datetime import datetime, time

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.audit.enums import SHORTEST_REASON
from governance.audit.enums import Right as AuditRight
from governance.files.enums import LINK_LIVES, MOST_A_DAY, MOST_WAITING, FileFormat
from governance.files.layouts import TableLayout
from governance.files.lists import ListTable, said_filters
from governance.files.models import TableExport
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import User


def start_export(
    source: TableLayout | ListTable,
    *,
    by: User,
    query: str = "",
    file_format: str = FileFormat.XLSX,
    is_unmasked: bool = False,
    reason: str = "",
) -> TableExport:
    """Have a list made into a file for `by`, exactly as filtered by `query`.

    Personal numbers are masked. Those of a register may be had whole with the right to reveal and a reason, and the
    trail says so before the file exists. A query that the list itself would refuse is refused here.
    """
    chosen = source.chosen(by, query)
    area = _seat_of(by, source.view_right)
    if is_unmasked:
        _check_reveal(source, by, area, reason)
    with transaction.atomic(), office_language():
        _refuse_too_many(User.objects.select_for_update().get(pk=by.pk))
        filters = said_filters(source, by, query)
        kept = TableExport(
            layout=source.key,
            view_right=source.view_right,
            file_format=file_format,
            query=query,
            filters=[{"label": said["label"], "value": said["value"]} for said in filters],
            withheld=chosen.withheld,
            is_unmasked=is_unmasked,
            created_by=by,
            area=area,
            expires_at=timezone.now() + LINK_LIVES,
        )
        kept.place_in(area)
        kept.full_clean(exclude=["file"])
        kept.save()
        after = {"layout": source.key, "format": file_format, "unmasked": is_unmasked}
        after["filters"] = [_as_recorded(said) for said in filters]
        record("files.start_export", by=by, subject=kept, after=after, reason=reason.strip())
    return kept


def _as_recorded(said: dict) -> str:
    """A filter for the trail: what somebody typed may be a name or a number, and is not kept."""
    return f"{said['label']}：{_('已填写') if said['is_typed'] else said['value']}"


def _seat_of(by: User, right: str) -> Area:
    """The area of the seat by which the person sees the list."""
    for holding in by.live_holdings:
        if not right or right in holding.post.role.rights:
            return holding.area
    raise PermissionDenied


def _refuse_too_many(by: User) -> None:
    """`by` is locked, so that two presses at once count each other."""
    own = TableExport.objects.filter(created_by=by)
    if own.worked_on().count() >= MOST_WAITING:
        raise Refused("too_many_exports", _("您有几份表格还没有生成完，请稍等再导出。"))
    begin = timezone.make_aware(datetime.combine(today(), time.min))
    if own.filter(created_at__gte=begin).count() >= MOST_A_DAY:
        words = _("您今天已经导出 {} 份，达到每天的上限，请明天再导出，或者先筛选、合并成一份。")
        raise Refused("too_many_exports_today", words.format(MOST_A_DAY))


def _check_reveal(source: TableLayout | ListTable, by: User, area: Area, reason: str) -> None:
    if not source.has_sealed or not by.may(AuditRight.REVEAL, area.code):
        raise PermissionDenied
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(
            "reason_required", _("导出完整号码需要写明用途（至少 {} 个字）。").format(SHORTEST_REASON)
        )
