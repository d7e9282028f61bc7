"""Cases as the pages show them, by noun."""

from governance.casework.presenting.cases import (
    OVERSIGHT,
    back_to,
    clock_shape,
    days_left,
    queue_row,
    timeline,
)

__all__ = ["OVERSIGHT", "back_to", "clock_shape", "days_left", "queue_row", "timeline"]
