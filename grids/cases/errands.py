from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind
from governance.casework.models import Case
from grids.enums.rights import ErrandRight
from grids.states.errands import ERRAND_STEPS, ErrandState


def phones_of(case: Case) -> list[str]:
    """The number of whom the errand is run for; its last digits go with the code of the progress page."""
    errand = case.errand
    phone = (errand.resident or errand).open_value("phone")
    return [phone] if phone else []


ERRAND = CaseKind(
    kind=Kind.ERRAND,
    states=ErrandState,
    steps=ERRAND_STEPS,
    detail="errand",
    detail_page="grids:errand_detail",
    step_page="grids:errand_step",
    view_right=ErrandRight.VIEW,
    register_page="grids:errand_new",
    register_label=_("发起代办"),
    register_right=ErrandRight.HANDLE,
    quick=frozenset({"gather"}),
    phones=phones_of,
)
