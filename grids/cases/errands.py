from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind
from grids.enums.rights import ErrandRight
from grids.states.errands import ERRAND_STEPS, ErrandState

ERRAND = CaseKind(
    kind=Kind.ERRAND,
    states=ErrandState,
    steps=ERRAND_STEPS,
    detail="errand",
    detail_page="grids:errand_detail",
    step_page="grids:errand_step",
    register_page="grids:errand_new",
    register_label=_("发起代办"),
    register_right=ErrandRight.HANDLE,
    quick=frozenset({"gather"}),
)
