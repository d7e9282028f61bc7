"""The agreement of a dispute as its page shows it: text and signatures, schedule, the court's window."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from disputes.enums.rights import Right
from disputes.forms.drafting import AgreementSheet
from disputes.forms.performance import PerformForm, ReleaseForm
from disputes.forms.sittings import SittingForm
from disputes.models import Agreement, Dispute, MediationSession
from disputes.presenting.money import yuan
from disputes.presenting.tracks import tracks_of
from disputes.states import STEPS
from governance.kernel.days import today
from governance.kernel.templatetags.ui import date_words


def settlement_of(dispute: Dispute, user) -> dict:
    """Every section of the case page from the table to the receipts."""
    return {
        "settlement": agreement_of(dispute, user),
        "performance": performance_of(dispute, user),
        "confirmation": window_of(dispute),
        "tracks": tracks_of(dispute),
    }


def agreement_of(dispute: Dispute, user) -> dict:
    """The agreement in force, what is being worded, and whether the person may word it."""
    may = user.may(Right.MEDIATE, dispute.case.area_code)
    agreement = dispute.latest_agreement
    return {
        "agreement": agreement,
        "amount": yuan(agreement.amount_cents) if agreement else "",
        "shares": [
            {"share": share, "amount": yuan(share.amount_cents)}
            for share in (agreement.parties.select_related("party") if agreement else ())
        ],
        "draft": dispute.draft_agreement,
        "may_draft": may and dispute.case.state in STEPS["agree_in_writing"].sources,
        "may_sit": may and dispute.case.closed_on is None,
        "may_record": may and dispute.case.state in STEPS["fail"].sources,
        "sittings": dispute.sessions.select_related("mediator").prefetch_related(
            "attendance__party", "attendance__post__area", "attendance__post__role"
        ),
    }


def performance_of(dispute: Dispute, user, *, tried: dict | None = None) -> dict:
    """The schedule line by line, with the forms that end a line for whoever may; `tried` are forms just refused."""
    agreement = dispute.latest_agreement
    case = dispute.case
    may = user.may(Right.MEDIATE, case.area_code) and case.closed_on is None
    rows = agreement.obligations.select_related("obliged", "entitled", "receipt") if agreement else []
    lines = []
    for row in rows:
        offered = may and row.is_open
        form = (tried or {}).get(row.pk) or PerformForm(auto_id=f"id_duty{row.pk}_%s") if offered else None
        release = ReleaseForm(auto_id=f"id_release{row.pk}_%s") if offered else None
        lines.append(
            {"row": row, "amount": yuan(row.amount_cents), "words": _stand(row), "tone": _tone(row)}
            | {"form": form, "release": release}
        )
    return {"lines": lines, "open": sum(line["row"].is_open for line in lines)}


def _tone(row) -> str:
    if row.performed_on:
        return "ok"
    if row.released_on:
        return "paused"
    return "late" if row.is_overdue else "primary"


def _stand(row) -> str:
    if row.performed_on:
        return _("已履行")
    if row.released_on:
        return _("不再履行")
    days = (row.due_on - today()).days
    if days < 0:
        return ngettext("逾期 {n} 天", "逾期 {n} 天", -days).format(n=-days)
    if days == 0:
        return _("今天到期")
    return ngettext("还有 {n} 天", "还有 {n} 天", days).format(n=days)


def window_of(dispute: Dispute) -> dict | None:
    """司法确认: the application and its ruling, or how long there is still time to apply."""
    agreement = dispute.latest_agreement
    if agreement is None:
        return None
    confirmation = getattr(agreement, "confirmation", None)
    return {
        "agreement": agreement,
        "confirmation": confirmation,
        "words": _window(dispute, agreement, confirmation),
    }


def _window(dispute: Dispute, agreement: Agreement, confirmation) -> str:
    if confirmation is not None:
        return ""
    if dispute.category.bars_confirmation:
        return _("这类协议法院不受理司法确认。")
    return _countdown(agreement.last_day_to_confirm)


def _countdown(last: date) -> str:
    left = (last - today()).days
    if left < 0:
        return _("申请司法确认的期限已过（最后一天是 {day}）。").format(day=date_words(last))
    if left == 0:
        return _("今天是可以申请司法确认的最后一天。")
    words = ngettext(
        "还剩 {n} 天可以申请司法确认（最后一天是 {day}）。",
        "还剩 {n} 天可以申请司法确认（最后一天是 {day}）。",
        left,
    )
    return words.format(n=left, day=date_words(last))


def draft_beside(dispute: Dispute, sheet: AgreementSheet, sentence: str) -> dict:
    """What somebody else has saved of the draft, beside what was typed here."""
    draft = dispute.agreements.draft().get()
    theirs = AgreementSheet(dispute)
    sheet.meet(draft)
    pairs = [
        (field.label, field.value(), sheet.words[field.name].value())
        for field in theirs.words.visible_fields()
    ]
    return {"conflict": sentence, "pairs": _differing(pairs)}


def sitting_beside(sitting: MediationSession, form: SittingForm, sentence: str) -> dict:
    """What somebody else has saved of the record, beside what was typed here."""
    sitting.refresh_from_db()
    pairs = [
        (form[name].label, getattr(sitting, name), form[name].value())
        for name in ("held_on", "place", "record")
    ]
    form.data = form.data.copy()
    form.data["version"] = sitting.version
    return {"conflict": sentence, "pairs": _differing(pairs)}


def _differing(pairs: list[tuple]) -> list[dict]:
    return [
        {"label": label, "theirs": theirs, "mine": mine}
        for label, theirs, mine in pairs
        if str(theirs or "").strip() != str(mine or "").strip()
    ]
