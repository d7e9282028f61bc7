from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction

from governance.kernel.slowness import Slow
from governance.operations.enums import COUNTED_FOR, MOST_ROWS
from governance.operations.models import ROUTE, SlowStatement

_ADD = """
    insert into operations_slowstatement as s
        (digest, route, text, calls, seconds, longest, first_at, last_at)
    select digest, route, min(text), count(*), sum(seconds), max(seconds), min(at), max(at)
    from unnest(%s::text[], %s::text[], %s::text[], %s::float8[], %s::timestamptz[])
        as given (digest, route, text, seconds, at)
    group by 1, 2 order by 1, 2
    on conflict (digest, route) do update set
        calls = s.calls + excluded.calls, seconds = s.seconds + excluded.seconds,
        longest = greatest(s.longest, excluded.longest), last_at = greatest(s.last_at, excluded.last_at)
"""


@transaction.atomic
def add_up_slow(found: Iterable[Slow], now: datetime) -> None:
    """Add what was slow to the rows of its statement and page, and let go of what is old or past the number kept."""
    found = list(found)
    if found:
        columns = [
            [one.digest for one in found],
            [one.route[:ROUTE] for one in found],
            [one.text for one in found],
            [one.seconds for one in found],
            [one.at for one in found],
        ]
        with connection.cursor() as cursor:
            cursor.execute(_ADD, columns)
    SlowStatement.objects.filter(first_at__lt=now - COUNTED_FOR).delete()
    beyond = SlowStatement.objects.order_by("-seconds", "-pk").values_list("pk", flat=True)[MOST_ROWS:]
    SlowStatement.objects.filter(pk__in=list(beyond)).delete()
