"""The ways of a cycle's meeting, of an action item, of a brief and of a message on its way out."""

from governance.dispatch.states.actions import ACTION_STEPS, PENDING
from governance.dispatch.states.briefs import BRIEF_STEPS
from governance.dispatch.states.cycles import CYCLE_STEPS
from governance.dispatch.states.deliveries import DELIVERY_STEPS, ON_ITS_WAY, UNSENT
from governance.dispatch.states.webhooks import HOOK_STEPS

__all__ = [
    "ACTION_STEPS",
    "BRIEF_STEPS",
    "CYCLE_STEPS",
    "DELIVERY_STEPS",
    "HOOK_STEPS",
    "ON_ITS_WAY",
    "PENDING",
    "UNSENT",
]
