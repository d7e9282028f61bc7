"""The dossier and the templates in words."""

from django.utils.translation import gettext as _

from disputes.actions.dossiers import FINISHED
from disputes.enums.papers import Paper, PaperStatus
from disputes.enums.rights import Right
from disputes.forms.papers import FileDossierForm, OnPaperForm, PagesForm
from disputes.models import Dispute, PaperTemplate
from disputes.models.course import dossier_of, missing_papers
from disputes.papers.values import serving_committee
from governance.audit.enums import Right as AuditRight
from governance.kernel.wording import listed

_TONES = {
    PaperStatus.THERE: "ok",
    PaperStatus.UNSIGNED: "near",
    PaperStatus.OPTIONAL: "paused",
}


def dossier_page(dispute: Dispute, user, *, tried=None, tried_kind: str = "", file_form=None) -> dict:
    """What the page of a dossier shows; `tried` is a form just refused, of the paper `tried_kind`."""
    case, may_work = dispute.case, user.may(Right.PAPERS, dispute.area_code)
    entries = dossier_of(dispute)
    lines = [_line(entry, tried if entry.kind == tried_kind else None) for entry in entries]
    dossier = getattr(dispute, "dossier", None)
    may_file = may_work and dossier is None and case.state in FINISHED
    return {
        "dispute": dispute,
        "case": case,
        "dossier": dossier,
        "lines": [line for line in lines if line["is_needed"]],
        "optional": [line for line in lines if not line["is_needed"]],
        "missing": missing_papers(dispute, entries),
        "committee": None if dossier else serving_committee(dispute),
        "may_work": may_work,
        "may_reveal": user.may(AuditRight.REVEAL, dispute.area_code),
        "file_form": file_form or (FileDossierForm() if may_file else None),
    }


def dossier_summary(dispute: Dispute, user) -> dict:
    """The dossier as the API tells it. Which pictures there are is for those who work on it."""
    dossier, may_work = getattr(dispute, "dossier", None), user.may(Right.PAPERS, dispute.area_code)
    entries = dossier_of(dispute)
    return {
        "number": dispute.case.number,
        "volume_number": dossier.number if dossier else "",
        "retention": dossier.retention if dossier else "",
        "filed_on": dossier.filed_on if dossier else None,
        "missing": missing_papers(dispute, entries),
        "papers": [
            {
                "paper": entry.kind,
                "name": entry.kind.label,
                "status": entry.status,
                "is_needed": entry.is_needed,
                "needs_signature": entry.needs_signature,
                "is_on_paper": bool(entry.filed and entry.filed.is_on_paper),
                "page_count": entry.filed.page_count if entry.filed else 0,
                "pages": _pages(entry.filed) if may_work else [],
            }
            for entry in entries
        ],
    }


def papers_of_case(dispute: Dispute) -> dict:
    """How the dossier stands, for the page of the case."""
    entries = [entry for entry in dossier_of(dispute) if entry.is_needed]
    lacking = [entry.kind.label for entry in entries if entry.status == PaperStatus.UNSIGNED]
    return {"dossier_lacking": listed(lacking), "dossier": getattr(dispute, "dossier", None)}


def _line(entry, tried) -> dict:
    filed = entry.filed
    return {
        "kind": entry.kind.value,
        "label": entry.kind.label,
        "status": entry.status.label,
        "tone": _TONES[entry.status],
        "is_needed": entry.is_needed,
        "needs_signature": entry.needs_signature,
        "pages": _pages(filed),
        "note": _note(filed),
        "filed": filed,
        "pages_form": tried if isinstance(tried, PagesForm) else PagesForm(auto_id=f"id_{entry.kind}_%s"),
        "paper_form": tried if isinstance(tried, OnPaperForm) else OnPaperForm(auto_id=f"id_{entry.kind}_%s"),
        "open": tried is not None,
    }


def _pages(filed) -> list:
    return [page for page in filed.pages.all() if page.removed_at is None] if filed else []


def _note(filed) -> str:
    if filed is None:
        return ""
    words = _("纸质原件已入卷，{count} 页") if filed.is_on_paper else _("签字页 {count} 页")
    return words.format(count=filed.page_count)


def template_lines(area_code: str) -> list[dict]:
    """Every paper with the template in force in a place."""
    own = PaperTemplate.objects.in_force_by_kind(area_code)
    return [{"kind": kind.value, "label": kind.label, "own": own.get(kind)} for kind in Paper]
