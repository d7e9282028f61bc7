"""The ways of a cycle's meeting and of an action item."""

from governance.dispatch.states.actions import ACTION_STEPS, PENDING
from governance.dispatch.states.cycles import CYCLE_STEPS

__all__ = ["ACTION_STEPS", "CYCLE_STEPS", "PENDING"]
