"""The ways of a cycle's meeting, of an action item and of a brief."""

from governance.dispatch.states.actions import ACTION_STEPS, PENDING
from governance.dispatch.states.briefs import BRIEF_STEPS
from governance.dispatch.states.cycles import CYCLE_STEPS

__all__ = ["ACTION_STEPS", "BRIEF_STEPS", "CYCLE_STEPS", "PENDING"]
