"""What the case page says and offers for people's safety."""

from disputes.enums.rights import Right
from disputes.forms.safety import MinorForm, PoliceReportForm
from disputes.models import Dispute


def safety_of(dispute: Dispute, user, *, police_form=None, minor_form=None) -> dict:
    """The reports to the police, who may make one, and whether the dispute is kept from most eyes.

    The forms given are ones just refused.
    """
    case = dispute.case
    may_protect = user.may(Right.PROTECT, case.area_code)
    return {
        "reports": dispute.police_reports.all(),
        "may_protect": may_protect,
        "police_form": (police_form or PoliceReportForm()) if may_protect and not case.closed_on else None,
        "minor_form": minor_form or MinorForm(auto_id="id_minor_%s"),
        "may_unmark": user.may(Right.RESTRICTED, case.area_code),
        "loses_sight": not user.may(Right.RESTRICTED, case.area_code),
        "is_open": bool(police_form),
    }
