from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.audit.enums import SHORTEST_REASON
from governance.audit.enums import Right as AuditRight
from governance.files.enums import LINK_LIVES, MOST_WAITING
from governance.files.layouts import TableLayout
from governance.files.models import TableExport
from governance.kernel.errors import Refused
from governance.people.models import User


def start_export(
    layout: TableLayout, *, by: User, query: str = "", is_unmasked: bool = False, reason: str = ""
) -> TableExport:
    """Have a list made into a file for `by`, exactly as filtered by `query`.

    Personal numbers are masked. Unmasked they take the right to reveal and a reason, and the trail says so before
    the file exists. A query that the list itself would refuse is refused here.
    """
    if not by.may(layout.view_right):
        raise PermissionDenied
    if TableExport.objects.worked_on().filter(created_by=by).count() >= MOST_WAITING:
        raise Refused("too_many_exports", _("您有几份表格还没有生成完，请稍等再导出。"))
    layout.rows(by, query)
    area = next(holding.area for holding in by.live_holdings if layout.view_right in holding.post.role.rights)
    if is_unmasked:
        _check_reveal(layout, by, area, reason)
    with transaction.atomic():
        kept = TableExport(
            layout=layout.key,
            view_right=layout.view_right,
            query=query,
            is_unmasked=is_unmasked,
            created_by=by,
            area=area,
            expires_at=timezone.now() + LINK_LIVES,
        )
        kept.place_in(area)
        kept.full_clean(exclude=["file"])
        kept.save()
        after = {"layout": layout.key, "unmasked": is_unmasked}
        record("files.start_export", by=by, subject=kept, after=after, reason=reason.strip())
    return kept


def _check_reveal(layout: TableLayout, by: User, area: Area, reason: str) -> None:
    if not layout.has_sealed or not by.may(AuditRight.REVEAL, area.code):
        raise PermissionDenied
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refused(
            "reason_required", _("导出完整号码需要写明用途（至少 {} 个字）。").format(SHORTEST_REASON)
        )
