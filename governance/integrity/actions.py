from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.integrity.enums import ASK_AGAIN_AFTER, CLEARED_KEPT, RUNS_KEPT, Right
from governance.integrity.models import CheckRun, Finding
from governance.integrity.registry import checks
from governance.kernel.errors import Refused


@transaction.atomic
def ask_for_checks(codes: list[str], *, by) -> int:
    """Have these checks carried out soon; how many were not waiting or just done. Sweeps do the looking."""
    if not by.may(Right.RUN):
        raise PermissionDenied
    busy = CheckRun.objects.filter(code__in=codes)
    since = timezone.now() - ASK_AGAIN_AFTER
    settled = {*busy.waiting().values_list("code", flat=True)}
    settled |= {*busy.filter(done_at__gte=since, error="").values_list("code", flat=True)}
    wanted = [CheckRun(code=code, asked_by=by) for code in codes if code not in settled]
    if not wanted:
        minutes = int(ASK_AGAIN_AFTER.total_seconds() // 60)
        raise Refused(
            "just_checked", _("正在排队或刚刚查过，请 {minutes} 分钟后再试。").format(minutes=minutes)
        )
    CheckRun.objects.bulk_create(wanted, ignore_conflicts=True)
    record("integrity.ask", by=by, after={"checks": [run.code for run in wanted]})
    return len(wanted)


def make_night_runs(night: date) -> int:
    """Every check once a night, however often this is called; how many were still to be asked for."""
    done = set(CheckRun.objects.filter(night=night).values_list("code", flat=True))
    waiting = set(CheckRun.objects.waiting().values_list("code", flat=True))
    runs = [CheckRun(code=code, night=night) for code in checks() if code not in done | waiting]
    CheckRun.objects.bulk_create(runs, ignore_conflicts=True)
    return len(runs)


def remove_old_runs(now: datetime) -> int:
    """Drop runs and cleared findings whose time is over, and what checks found that are no more; how many rows."""
    runs = CheckRun.objects.filter(asked_at__lt=now - RUNS_KEPT)
    gone = Finding.objects.filter(cleared_at__lt=now - CLEARED_KEPT)
    unknown = Finding.objects.exclude(code__in=checks())
    return sum(rows.delete()[0] for rows in (runs, gone, unknown))
