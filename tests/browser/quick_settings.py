"""The portal's settings with a dispatch tick of one second, for a test that waits for the next ones."""

from config import settings as portal

globals().update({name: value for name, value in vars(portal).items() if name.isupper()})
SCHEDULE = portal.SCHEDULE | {"make-cycles": ("governance.dispatch.tasks.make_cycles", 1)}
