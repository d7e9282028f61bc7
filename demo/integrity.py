"""The data check-up of last night: a few checks with findings of different age. The worker carries out the rest."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from demo.chance import chance
from governance.integrity.actions import make_night_runs
from governance.integrity.models import CheckRun, CheckTally, Finding
from governance.integrity.working import work_off
from governance.kernel.days import today

LAST_NIGHT = (
    "grid-unstaffed", "grid-size", "post-vacant", "party-term-over", "committee-term-over", "notice-unread",
    "calendar-missing",
)  # fmt: skip
OLDEST = 45  # days


def make_checkup() -> None:
    """Last night's runs, some findings since weeks, and tonight's runs in line."""
    dice, night = chance("checkup"), today() - timedelta(days=1)
    CheckRun.objects.bulk_create(CheckRun(code=code, night=night) for code in LAST_NIGHT)
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
    make_night_runs(today())
