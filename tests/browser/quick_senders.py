"""The portal's settings with sweeps of messages every second, for tests that wait for the next ones."""

from config import settings as portal

globals().update({name: value for name, value in vars(portal).items() if name.isupper()})
SCHEDULE = portal.SCHEDULE | {
    name: (portal.SCHEDULE[name][0], 1)
    for name in ("plan-messages", "send-mails", "send-texts", "send-by-wecom", "send-by-dingtalk")
}
