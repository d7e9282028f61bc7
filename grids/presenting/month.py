"""我的本月小结: what somebody did in a month, as a draft of one's own words. No score, no rank, no comparison."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from governance.casework.enums import Kind
from governance.casework.models import Case
from governance.kernel.days import month_key, month_start
from governance.kernel.wording import listed
from governance.people.models import User
from grids.enums.visits import MET, VisitKind, VisitOutcome, Way
from grids.models import NeedRequest, Visit

EARLIEST = 2000


@dataclass(frozen=True)
class Month:
    """One month of a person: contacts by kind and way as `(words, number)`, and what came of them."""

    first: date
    contacts: int
    households: int
    in_vain: int
    kinds: list[tuple[str, int]]
    ways: list[tuple[str, int]]
    needs_opened: int
    needs_solved: int
    events_reported: int
    events_closed: int
    errands_taken: int
    errands_closed: int

    @property
    def key(self) -> str:
        return month_key(self.first)

    @property
    def title(self) -> str:
        return _("{year} 年 {month} 月").format(year=self.first.year, month=self.first.month)

    @property
    def before(self) -> str:
        return month_key(date(self.first.year - (self.first.month == 1), (self.first.month - 2) % 12 + 1, 1))

    @property
    def after(self) -> str:
        return month_key(date(self.first.year + (self.first.month == 12), self.first.month % 12 + 1, 1))


def month_asked(text: str, day: date) -> date:
    """The first day of a month written `2026-11`; this month when none is asked for."""
    if not text:
        return month_start(day)
    year, dash, month = text.partition("-")
    if not (dash and year.isdecimal() and month.isdecimal() and len(year) == 4 and len(month) == 2):
        raise BadRequest(_("月份请写成 2026-11 这样。"))
    if int(year) < EARLIEST or not 1 <= int(month) <= 12 or date(int(year), int(month), 1) > day:
        raise BadRequest(_("没有这个月份的小结，请选择本月或以前的月份。"))
    return date(int(year), int(month), 1)


def month_of(person: User, first: date, *, within: str = "") -> Month:
    """What a person did in the month that begins on `first`, inside an area: three statements."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    days = {"visited_on__gte": first, "visited_on__lte": last}
    visits = Visit.objects.within(within).filter(worker=person, **days).aggregate(**_visit_counts())
    in_month = {"opened": "opened_on", "solved": "solved_on"}
    needs = NeedRequest.objects.within(within).filter(worker=person)
    asked = needs.aggregate(**{name: _counted(column, first, last) for name, column in in_month.items()})
    cases = Case.objects.within(within).filter(registered_by=person)
    return Month(
        first=first,
        contacts=visits["contacts"],
        households=visits["households"],
        in_vain=visits["in_vain"],
        kinds=[(kind.label, visits[f"kind_{kind}"]) for kind in VisitKind if visits[f"kind_{kind}"]],
        ways=[(way.label, visits[f"way_{way}"]) for way in Way if visits[f"way_{way}"]],
        needs_opened=asked["opened"],
        needs_solved=asked["solved"],
        **cases.aggregate(**_case_counts(first, last)),
    )


def _visit_counts() -> dict:
    met = Q(outcome__in=MET)
    counts = {f"kind_{kind}": Count("pk", filter=met & Q(kind=kind)) for kind in VisitKind}
    counts |= {f"way_{way}": Count("pk", filter=met & Q(way=way)) for way in Way}
    return counts | {
        "contacts": Count("pk", filter=met),
        "households": Count("household", filter=met, distinct=True),
        "in_vain": Count("pk", filter=Q(outcome=VisitOutcome.NOT_MET)),
    }


def _case_counts(first: date, last: date) -> dict:
    event, errand = Q(kind=Kind.EVENT), Q(kind=Kind.ERRAND)
    return {
        "events_reported": _counted("registered_on", first, last, event),
        "events_closed": _counted("closed_on", first, last, event),
        "errands_taken": _counted("registered_on", first, last, errand),
        "errands_closed": _counted("closed_on", first, last, errand),
    }


def _counted(column: str, first: date, last: date, condition: Q | None = None) -> Count:
    return Count("pk", filter=(condition or Q()) & Q(**{f"{column}__gte": first, f"{column}__lte": last}))


def draft_of(month: Month, *, place: str) -> str:
    """The month in sentences, to be changed as one likes: nothing is sent anywhere."""
    ways = listed(_("{way} {n} 次").format(way=way, n=number) for way, number in month.ways)
    kinds = listed(_("{kind} {n} 次").format(kind=kind, n=number) for kind, number in month.kinds)
    lines = [
        _("{month}，在{place}联系居民 {households} 户 {contacts} 次。").format(
            month=month.title, place=place, households=month.households, contacts=month.contacts
        ),
        ways and _("按方式：{ways}。").format(ways=ways),
        kinds and _("按类型：{kinds}。").format(kinds=kinds),
        _("登记居民诉求 {opened} 件，解决 {solved} 件。").format(
            opened=month.needs_opened, solved=month.needs_solved
        ),
        _("上报事件 {reported} 件，办结 {closed} 件。").format(
            reported=month.events_reported, closed=month.events_closed
        ),
        _("帮办代办 {taken} 件，办结 {closed} 件。").format(
            taken=month.errands_taken, closed=month.errands_closed
        ),
        _("主要做法和感受："),
        _("下月打算："),
    ]
    return "\n".join(line for line in lines if line)
