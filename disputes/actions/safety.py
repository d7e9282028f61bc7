"""What protects people: the police are told of a possible crime, minors' disputes are kept from most eyes."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.actions.restricting import settle_restriction
from disputes.enums.rights import Right
from disputes.enums.safety import ReportWay
from disputes.models import Dispute, PoliceReport
from governance.audit.actions import record
from governance.casework.models import Case
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import User


@transaction.atomic
def report_to_police(
    dispute: Dispute,
    *,
    by: User,
    reported_to: str,
    content: str,
    way: str = ReportWay.EMERGENCY,
    reported_at: datetime | None = None,
    external_number: str = "",
) -> PoliceReport:
    """报告公安机关. The dispute stays where it is: telling the police ends no mediation by itself."""
    case = _hold(dispute, by=by)
    if case.closed_on is not None:
        raise Refused(
            "case_closed", _("这件纠纷已经办结。有新情况请先重新办理再记录；紧急情况请直接拨打 110。")
        )
    report = PoliceReport(
        dispute=dispute,
        reported_at=reported_at or timezone.now(),
        reported_to=reported_to,
        way=way,
        content=content,
        reported_by=by,
        post_label=by.post_label[:120],
        external_number=external_number,
    )
    if report.reported_at > timezone.now():
        raise Refused("reported_in_future", _("报告时间不能晚于现在，请填写实际报告的时间。"))
    report.full_clean()
    report.save()
    with office_language():
        told = _("{way}，报告给{office}：{content}").format(
            way=report.get_way_display(), office=reported_to, content=content
        )
    case.note("police", by=by, note=told)
    record("dispute.police", by=by, subject=case, after={"report": report.pk, "to": reported_to})
    return report


@transaction.atomic
def number_police_report(report: PoliceReport, *, by: User, external_number: str) -> None:
    """The number the police gave, which often comes later; also when the dispute has long been closed."""
    case = _hold(report.dispute, by=by)
    before = report.external_number
    report.external_number = external_number.strip()
    if not report.external_number:
        raise Refused("number_required", _("请填写公安机关给的接警或受案编号。"))
    report.full_clean()
    report.save(update_fields=["external_number"])
    with office_language():
        told = _("公安机关编号 {number}").format(number=report.external_number)
    case.note("police_number", by=by, note=told)
    record(
        "dispute.police_number",
        by=by,
        subject=case,
        before={"external_number": before},
        after={"external_number": report.external_number},
    )


@transaction.atomic
def mark_minor(dispute: Dispute, *, by: User, involves_minor: bool, note: str) -> None:
    """Mark that a minor is involved, which restricts who sees the dispute; or that none is, if it was marked wrongly.

    Whoever marks it may lose sight of it. Unmarking takes the right to see restricted disputes.
    """
    case = _hold(dispute, by=by)
    if not involves_minor and not by.may(Right.RESTRICTED, case.area_code):
        raise PermissionDenied
    if not note.strip():
        raise Refused("reason_required", _("请写明理由，再标明是否涉及未成年人。"))
    if dispute.involves_minor == involves_minor:
        raise Refused("nothing_changed", _("这件纠纷已经是这样标明的，不用再改。"))
    dispute.involves_minor = involves_minor
    dispute.save(update_fields=["involves_minor"])
    settle_restriction(dispute)
    case.note("minor" if involves_minor else "no_minor", by=by, note=note)
    record("dispute.minor", by=by, subject=case, after={"involves_minor": involves_minor}, reason=note)


def _hold(dispute: Dispute, *, by: User) -> Case:
    case = dispute.case
    case.refresh_from_db(from_queryset=Case.objects.select_for_update(of=("self",)))
    if not by.may(Right.PROTECT, case.area_code):
        raise PermissionDenied
    return case
