"""Which disputes only named roles may see: religious and ethnic matters, and those that involve a minor."""

from django.utils.translation import gettext as _

from disputes.enums.centres import Disposal
from disputes.enums.rights import Right
from disputes.models import Dispute, FiledPaper, Obligation
from disputes.rules.sight import picture_right
from governance.files.models import Attachment
from governance.kernel.wording import office_language


def settle_restriction(dispute: Dispute) -> None:
    """Mark the case by its category and its parties; what was said at the window is then on the file alone.

    Called by verbs inside their transaction, after the category or the flag has changed.
    """
    case, marked = dispute.case, dispute.category.is_restricted or dispute.involves_minor
    if marked != case.is_restricted:
        case.is_restricted = marked
        case.save(update_fields=["is_restricted"])
        _guard_pictures(dispute)
    if case.is_restricted and dispute.matter_id:
        with office_language():
            dispute.matter.title = _("限定可见的事项")
        dispute.matter.answer, dispute.matter.disposal = "", Disposal.DISPUTE
        dispute.matter.save(update_fields=["title", "answer", "disposal"])


def _guard_pictures(dispute: Dispute) -> None:
    """Signed pages and receipts kept so far follow the dispute out of sight, or back into it."""
    pages = FiledPaper.objects.filter(dispute=dispute).values("pages")
    receipts = Obligation.objects.filter(agreement__dispute=dispute).values("receipt")
    for rows, usual in ((pages, Right.PAPERS), (receipts, Right.VIEW)):
        Attachment.objects.filter(pk__in=rows).update(view_right=picture_right(dispute, usual))
