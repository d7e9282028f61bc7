from datetime import datetime

from django.utils import timezone

from governance.operations.models import SlowStatement


def make_slow(route: str = "disputes:case_list", *, at: datetime | None = None, **given) -> SlowStatement:
    """A statement that a page waited for twice."""
    at = at or timezone.now()
    said = {"digest": "0" * 32, "text": 'SELECT * FROM "casework_case" WHERE "number" = %s', "calls": 2}
    said |= {"seconds": 1.0, "longest": 0.7, "first_at": at, "last_at": at}
    return SlowStatement.objects.create(route=route, **said | given)
