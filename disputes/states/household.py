"""The way of a household through a series: told, promised, paid or signed anew, or refused."""

from django.utils.translation import gettext_lazy as _

from disputes.enums.rights import Right
from disputes.enums.series import HouseholdState
from governance.kernel.lifecycle import Step, steps

_S = HouseholdState
_ALL = frozenset(_S)


def _step(name: str, label: str, sources, target: str, key: str) -> Step:
    return Step(name, label, frozenset(sources), target, Right.MEDIATE, needs_note=True, key=key)


# What a person may press, for one household or for hundreds.
BULK_STEPS = steps(
    _step("inform", _("告知"), {_S.LISTED}, _S.INFORMED, "i"),
    _step("promise", _("承诺"), {_S.LISTED, _S.INFORMED, _S.REFUSED}, _S.PROMISED, "p"),
    _step("pay", _("缴清"), {_S.LISTED, _S.INFORMED, _S.PROMISED, _S.REFUSED}, _S.PAID, "f"),
    _step("resign", _("重签"), _ALL - {_S.RESIGNED, _S.DROPPED}, _S.RESIGNED, "g"),
    _step("refuse", _("拒绝"), {_S.LISTED, _S.INFORMED, _S.PROMISED}, _S.REFUSED, "r"),
    _step("drop", _("销项"), {_S.LISTED, _S.INFORMED, _S.PROMISED, _S.REFUSED}, _S.DROPPED, "x"),
)
# How a wrong step is taken back: to wherever each household was before it.
BACK_STEPS = {
    state: _step(f"back_to_{state}", _("更正"), _ALL - {state}, state, "") for state in HouseholdState
}
HOUSEHOLD_STEPS = BULK_STEPS | {step.name: step for step in BACK_STEPS.values()}
