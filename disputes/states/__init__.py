"""The lifecycles of a dispute, of a household of a series and of a number drawn in the hall."""

from disputes.states.dispute import STEPS, DisputeState
from disputes.states.household import BACK_STEPS, BULK_STEPS, HOUSEHOLD_STEPS
from disputes.states.ticket import TICKET_STEPS

__all__ = ["BACK_STEPS", "BULK_STEPS", "HOUSEHOLD_STEPS", "STEPS", "TICKET_STEPS", "DisputeState"]
