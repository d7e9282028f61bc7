from datetime import timedelta
from itertools import count

from django.utils import timezone

from governance.areas.models import Area
from governance.integrity.models import CheckRun, CheckTally, Finding

_numbers = count(1)


def make_finding(area: Area, *, code: str = "grid-unstaffed", ago: int = 0, **fields) -> Finding:
    seen = timezone.now() - timedelta(days=ago)
    number = next(_numbers)
    return Finding.objects.create(
        **{
            "area": area,
            "code": code,
            "key": str(number),
            "label": f"第{number}网格",
            "target": str(number),
            "first_seen_at": seen,
            "last_seen_at": seen,
            **fields,
        }
    )


def make_run(code: str = "grid-unstaffed", *, ago: int = 0, found: dict[str, int] | None = None, **fields):
    """A run that came to an end so many days ago, by night; `found` are its counts by area code."""
    done = timezone.now() - timedelta(days=ago)
    counts = found or {}
    fields = {"night": timezone.localdate(done), "asked_at": done, "done_at": done, **fields}
    run = CheckRun.objects.create(code=code, found=sum(counts.values()), **fields)
    CheckTally.objects.bulk_create(CheckTally(run=run, area_code=a, found=n) for a, n in counts.items())
    return run
