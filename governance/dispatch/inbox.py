from governance.dispatch.enums import Right
from governance.kernel.replica import reading

# As `Notice.objects.for_inbox(user).unread()`, which every page of the frame asks: written once.
_UNREAD = """
    select count(*) from (
        select from dispatch_notice where read_at is null
        and area_id = any(%s) and (post_id is null or post_id = any(%s)) limit 100
    ) waiting
"""


def unread_count(user) -> int:
    """How many notices wait for the user's offices, up to 100: one indexed query for the frame of every page."""
    seats = user.seats_with(Right.VIEW)
    if not seats:
        return 0
    with reading().cursor() as cursor:
        cursor.execute(_UNREAD, [[seat.area_id for seat in seats], [seat.post_id for seat in seats]])
        return cursor.fetchone()[0]
