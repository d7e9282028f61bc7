from governance.dispatch.enums import Right
from governance.dispatch.models import Notice


def unread_count(user) -> int:
    """How many notices wait for the user's offices, up to 100: one indexed query for the frame of every page."""
    if not user.may(Right.VIEW):
        return 0
    waiting = Notice.objects.for_user(user).for_inbox(user).unread()
    return waiting.order_by()[:100].count()
