"""The board of checks as one person sees it: counts of the person's own areas, the last run beside the night before."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Sum
from django.urls import resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.integrity.models import CheckRun, CheckTally, Finding
from governance.integrity.registry import checks
from governance.kernel.checking import Check, Severity
from governance.kernel.days import local_date, today

TONES = {Severity.SERIOUS: "late", Severity.WARNING: "near", Severity.NOTE: "paused"}


@dataclass(frozen=True)
class Line:
    """How a check stands: `found` None before its first run, `before` None without a night to compare with."""

    check: Check
    found: int | None
    before: int | None
    since: datetime | None
    run: CheckRun | None
    is_waiting: bool

    @property
    def code(self) -> str:
        return self.check.code

    @property
    def tone(self) -> str:
        return TONES[self.check.severity]

    @property
    def error(self) -> str:
        return self.run.error if self.run else ""

    @property
    def change(self) -> int | None:
        return None if self.found is None or self.before is None else self.found - self.before

    @property
    def url(self) -> str:
        return list_of(self.check)

    @property
    def age(self) -> str:
        """For how long something has been wrong."""
        if self.since is None:
            return ""
        days = (today() - local_date(self.since)).days
        return ngettext("已有 {n} 天", "已有 {n} 天", days).format(n=days) if days else _("今天发现")

    @property
    def change_words(self) -> str:
        if self.change is None:
            return ""
        if not self.change:
            return _("与前一夜相同")
        words = _("比前一夜多 {n}") if self.change > 0 else _("比前一夜少 {n}")
        return words.format(n=abs(self.change))

    @property
    def standing(self) -> str:
        return " · ".join(words for words in (self.age, self.change_words) if words) or "—"


def lines_for(user, codes: list[str] | None = None) -> list[Line]:
    """Every check, or some, as a person's areas stand; in the order they are registered."""
    wanted = [check for code, check in checks().items() if codes is None or code in codes]
    runs = CheckRun.objects.filter(code__in=[check.code for check in wanted])
    ended = {run.code: run for run in runs.last_ended()}
    good = {run.code: run.pk for run in runs.last_good()}
    nights = {run.code: run.pk for run in runs.nights_before(today())}
    waiting = set(runs.waiting().values_list("code", flat=True))
    counts = _counts(user, [*good.values(), *nights.values()])
    oldest = Finding.objects.for_user(user).oldest()
    return [
        Line(
            check=check,
            found=counts.get(good[check.code], 0) if check.code in good else None,
            before=counts.get(nights[check.code], 0) if check.code in nights else None,
            since=oldest.get(check.code),
            run=ended.get(check.code),
            is_waiting=check.code in waiting,
        )
        for check in wanted
    ]


def _counts(user, runs: list[int]) -> dict[int, int]:
    rows = CheckTally.objects.for_user(user).filter(run__in=runs).order_by()
    return dict(rows.values_list("run").annotate(Sum("found")))


def board(lines: list[Line]) -> dict:
    """What the board shows: a tile and a block for each severity, then what is in order and what was never run."""
    wrong = [line for line in lines if line.found or line.error]
    blocks = [
        {
            "severity": severity,
            "tone": TONES[severity],
            "lines": sorted(
                (line for line in wrong if line.check.severity == severity),
                key=lambda line: -(line.found or 0),
            ),
        }
        for severity in Severity
    ]
    for block in blocks:
        block["found"] = sum(line.found or 0 for line in block["lines"])
    done = [line.run.done_at for line in lines if line.run]
    return {
        "blocks": blocks,
        "is_wrong": bool(wrong),
        "sound": [line for line in lines if line.found == 0 and not line.error],
        "unlooked": [line for line in lines if line.found is None and not line.error],
        "is_waiting": any(line.is_waiting for line in lines),
        "last_done": max(done, default=None),
    }


def list_of(check: Check) -> str:
    """The list of what a check finds."""
    return f"{reverse('integrity:finding_list')}?{urlencode({'check': check.code})}"


def page_of(finding: Finding, check: Check, user) -> str:
    """Where a finding is mended, for whoever may open that page there; empty for others, or without a page."""
    if not check.page or (check.target and not finding.target):
        return ""
    address = reverse(check.page, args=[finding.target] if check.target and not check.query else [])
    right = right_to_open(address)
    if right and not user.may(right, finding.area_code):
        return ""
    return f"{address}?{urlencode({check.query: finding.target})}" if check.query else address


def right_to_open(address: str) -> str:
    """The right a page takes, as the page itself declares it; empty where it says nothing."""
    view = resolve(address).func
    return getattr(getattr(view, "view_class", view), "required_right", "")
