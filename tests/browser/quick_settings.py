"""The portal's settings with a dispatch tick of one second, for a test that waits for the next ones."""

from config.settings import *  # noqa: F403
from config.settings import SCHEDULE

SCHEDULE = SCHEDULE | {"make-cycles": ("governance.dispatch.tasks.make_cycles", 1)}
