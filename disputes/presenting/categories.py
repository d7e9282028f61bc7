"""Disputes of a period by kind: by GB/T 31000 on two levels, or as another office counts them. One set of rows."""

from dataclasses import asdict, dataclass, field, fields
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.enums.classification import Scheme
from disputes.enums.mediation import AgreementForm
from disputes.filters.classification import CategoryReportFilter
from disputes.models import Agreement, Category, CategoryMap, Dispute, DisputeQuerySet, SchemeKind
from disputes.models.classification import kinds_by_category
from disputes.models.counted import Counted
from governance.casework.enums import Outcome
from governance.kernel.days import month_start, quarter_start, today


@dataclass
class Tally:
    """What is reported of some disputes."""

    cases: int = 0
    settled: int = 0
    written: int = 0
    oral: int = 0
    failed: int = 0
    refused: int = 0
    people: int = 0
    amount_cents: int = 0

    @property
    def yuan(self) -> Decimal:
        return Decimal(self.amount_cents) / 100

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))


@dataclass
class Line:
    """A kind with its tally; `level` 2 stands under the line of level 1 before it."""

    code: str
    name: str
    tally: Tally = field(default_factory=Tally)
    level: int = 1
    list_url: str = ""


def tallies(rows: DisputeQuerySet) -> dict[str, Tally]:
    """The tally of each category, in two statements. Of several agreements of a dispute the last one counts."""
    accepted = rows.filter(case__accepted_on__isnull=False)
    found = {
        row.pop("category_id"): Tally(**row)
        for row in accepted.order_by()
        .values("category_id")
        .annotate(
            cases=Count("pk"),
            settled=Count("pk", filter=Q(case__outcome=Outcome.RESOLVED)),
            failed=Count("pk", filter=Q(case__outcome=Outcome.FAILED)),
            refused=Count("pk", filter=Q(case__outcome=Outcome.REFUSED)),
            people=Sum("people_count"),
        )
    }
    for row in _agreements(accepted):
        tally = found[row["dispute__category_id"]]
        tally.written, tally.oral, tally.amount_cents = row["written"], row["oral"], row["cents"] or 0
    return found


def _agreements(accepted: DisputeQuerySet):
    effective = Agreement.objects.effective()
    later = effective.filter(dispute=OuterRef("dispute"), pk__gt=OuterRef("pk"))
    settled = accepted.filter(case__outcome=Outcome.RESOLVED)
    last = effective.filter(~Exists(later), dispute__in=settled.values("pk"))
    return (
        last.order_by()
        .values("dispute__category_id")
        .annotate(
            written=Count("pk", filter=Q(form=AgreementForm.WRITTEN)),
            oral=Count("pk", filter=Q(form=AgreementForm.ORAL)),
            cents=Sum("amount_cents"),
        )
    )


def report(rows: DisputeQuerySet, scheme: str, asked: dict[str, str]) -> list[Line]:
    """The lines of a scheme (empty: the national standard), each linked to its disputes under what was asked."""
    found = tallies(rows)
    return _by_scheme(found, scheme, asked) if scheme else _by_standard(found, asked)


def _by_standard(found: dict[str, Tally], asked: dict[str, str]) -> list[Line]:
    lines = {}
    for category in Category.objects.order_by("code"):
        url = _list_url(asked, category=category.pk)
        line = Line(category.pk, category.name, found.get(category.pk, Tally()), len(category.pk) // 2, url)
        lines[category.pk] = line
        if category.parent_id:
            lines[category.parent_id].tally += line.tally
    return list(lines.values())


def _by_scheme(found: dict[str, Tally], scheme: str, asked: dict[str, str]) -> list[Line]:
    kinds = SchemeKind.objects.filter(scheme=scheme)
    lines = {kind.pk: Line(kind.code, kind.name, list_url=_list_url(asked, kind=kind.pk)) for kind in kinds}
    for code, kind in kinds_by_category(scheme).items():
        lines[kind.pk].tally += found.get(code, Tally())
    return list(lines.values())


def total(lines: list[Line]) -> Tally:
    return sum((line.tally for line in lines if line.level == 1), Tally())


def _list_url(asked: dict[str, str], **more) -> str:
    query = {"counted": Counted.HANDLED, **_of_list(asked), **more}
    return f"{reverse('disputes:case_list')}?{urlencode(query)}"


def _of_list(asked: dict[str, str]) -> dict[str, str]:
    """What of it the list of disputes knows as well."""
    return {name: value for name, value in asked.items() if value and name != "scheme"}


def asked_of(given) -> dict[str, str]:
    """What the address asks; without days the month so far."""
    asked = {name: value for name, value in given.items() if name != "format"}
    if not (asked.get("accepted_from") or asked.get("accepted_to")):
        asked |= _days(month_start(today()), today())
    return asked


def filtered(asked: dict[str, str], request) -> CategoryReportFilter:
    return _under(asked, Dispute.objects.for_user(request.user), request)


def withheld(asked: dict[str, str], request) -> int:
    """How many restricted disputes of the same days the figures count and this report leaves out: never which kind."""
    hidden = Dispute.objects.hidden_from(request.user).filter(case__accepted_on__isnull=False)
    return _under(asked, hidden, request).qs.count()


def _under(asked: dict[str, str], rows: DisputeQuerySet, request) -> CategoryReportFilter:
    return CategoryReportFilter(QueryDict(urlencode(asked)), queryset=rows, request=request)


def _days(from_on: date, to_on: date) -> dict[str, str]:
    return {"accepted_from": from_on.isoformat(), "accepted_to": to_on.isoformat()}


def period_links(asked: dict[str, str]) -> list[dict]:
    """The periods a report is asked for again and again."""
    day = today()
    before = month_start(day) - timedelta(days=1)
    spans = [
        (_("本月"), month_start(day), day),
        (_("上月"), month_start(before), before),
        (_("本季度"), quarter_start(day), day),
        (_("本年"), day.replace(month=1, day=1), day),
    ]
    return [_link(label, asked, _days(first, last)) for label, first, last in spans]


def scheme_tabs(asked: dict[str, str]) -> list[dict]:
    choices = [("", _("国家标准（GB/T 31000）")), *Scheme.choices]
    return [_link(label, asked, {"scheme": scheme}) for scheme, label in choices]


def _link(label: str, asked: dict[str, str], more: dict[str, str]) -> dict:
    query = {name: value for name, value in (asked | more).items() if value}
    active = all(asked.get(name, "") == value for name, value in more.items())
    return {"label": label, "url": f"?{urlencode(query)}", "active": active}


def standard_url(asked: dict[str, str]) -> str:
    """The same disputes one by one, as the national standard wants them."""
    return f"{reverse('disputes:standard_file')}?{urlencode(_of_list(asked))}"


def line_row(line: Line) -> dict:
    """A line as a row of the file; money in yuan."""
    return {"code": line.code, "name": line.name, **asdict(line.tally), "amount": line.tally.yuan}


def total_row(lines: list[Line]) -> dict:
    return line_row(Line("", _("合计"), total(lines)))


def title_of(scheme: str) -> str:
    return _("{scheme}：矛盾纠纷分类统计").format(scheme=Scheme(scheme).label if scheme else "GB/T 31000")


def period_words(chosen: dict) -> str:
    """The days a file covers, for its heading."""
    words = _("受理日期 {first} 至 {last}")
    return words.format(first=chosen["accepted_from"] or "…", last=chosen["accepted_to"] or "…")


def map_rows(scheme: str) -> list[dict]:
    """Every category with where it counts, and whether that is said of itself or follows from its first level."""
    found = kinds_by_category(scheme)
    own = set(CategoryMap.objects.filter(scheme=scheme).values_list("category_id", flat=True))
    return [
        {"category": category, "kind": found.get(category.pk), "is_own": category.pk in own}
        for category in Category.objects.order_by("code")
    ]
