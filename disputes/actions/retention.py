"""What the register of personal values promises: who came and what was told is forgotten when its time is over.

What is counted stays: that somebody came, how a matter was disposed of, that the police were told and when.
"""

from datetime import date

from django.db.models import Case, Value, When
from django.utils.translation import gettext as _

from disputes.enums.centres import RECEPTIONS_KEPT
from disputes.enums.safety import REPORTS_KEPT
from disputes.models import Matter, PoliceReport, Reception
from governance.audit.actions import forget
from governance.kernel.wording import office_language


def forget_receptions(day: date) -> int:
    """Empty visitors and what they raised, some years after they came; answers how many rows."""
    before, gone = day - RECEPTIONS_KEPT, _gone()
    matters = Matter.objects.filter(received_on__lt=before).exclude(title=gone)
    answered = Case(When(answer="", then=Value("")), default=Value(gone))
    return forget(receptions_over(day), visitor_masked="", representatives="", received_by=None) + forget(
        matters, title=gone, answer=answered, external_number="", result=""
    )


def receptions_over(day: date):
    """Receptions whose time is over and that still say who came or who received them."""
    over = Reception.objects.filter(received_on__lt=day - RECEPTIONS_KEPT)
    return over.exclude(visitor_masked="", representatives="", received_by=None)


def forget_police_reports(day: date) -> int:
    """Empty what the police were told of a dispute that was closed years ago; answers how many rows."""
    gone = _gone()
    told = PoliceReport.objects.filter(dispute__case__closed_on__lt=day - REPORTS_KEPT).exclude(content=gone)
    return forget(told, content=gone, external_number="", reported_by=None)


def _gone() -> str:
    """What stands where a text may not be empty."""
    with office_language():
        return _("保存期限已满，内容已删除")
