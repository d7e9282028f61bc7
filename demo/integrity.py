"""The data check-up of last night, with findings of different age."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from demo.chance import chance
from governance.integrity.models import CheckRun, CheckTally, Finding
from governance.integrity.registry import checks
from governance.integrity.working import work_off
from governance.kernel.days import today

# These read everything, or look for what the portal does only once it runs; the first night does them.
LEFT_OUT = {"facts-differ", "area-closure", "area-misplaced-rows", "snapshot-missing"}
OLDEST = 45  # days


def make_checkup() -> None:
    """Last night's runs; some findings have been there for weeks."""
    dice, night = chance("checkup"), today() - timedelta(days=1)
    CheckRun.objects.bulk_create(
        CheckRun(code=code, night=night) for code in checks() if code not in LEFT_OUT
    )
    work_off()
    CheckRun.objects.update(
        asked_at=F("asked_at") - timedelta(days=1), done_at=F("done_at") - timedelta(days=1)
    )
    tallies = list(CheckTally.objects.order_by("pk"))
    for tally in tallies:
        tally.found += dice.choice((0, 0, 0, 1))
    CheckTally.objects.bulk_update(tallies, ["found"], batch_size=1000)
    findings = list(Finding.objects.order_by("pk"))
    for finding in findings:
        finding.first_seen_at = timezone.now() - timedelta(days=dice.randint(1, OLDEST))
    Finding.objects.bulk_update(findings, ["first_seen_at"], batch_size=1000)
