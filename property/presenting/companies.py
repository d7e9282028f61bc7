"""One company as its page shows it."""

from datetime import date, timedelta

from django.db.models import Count, Q, Sum

from governance.kernel.days import quarter_start
from governance.people.models import User
from property.enums import Right
from property.models import ProjectComplaint, ProjectFee, PropertyCompany, PropertyContract
from property.models.fees import quarters_back

FEE_QUARTERS = 4
YEAR = timedelta(days=365)


def company_page(company: PropertyCompany, user: User, day: date) -> dict:
    """Its projects of a day with their complaints, its Party organisation, and its sums over the projects in sight."""
    contracts = PropertyContract.objects.for_user(user).filter(company=company)
    running = contracts.live_on(day).select_related("compound", "area").order_by("area_code", "pk")
    links = list(company.party_links.select_related("org").order_by("-valid"))
    return {
        "company": company,
        "day": day,
        "contracts": list(running.annotate(open_complaints=Count("complaints", filter=_open_on(day)))),
        "links": links,
        "link": next((link for link in links if day in link.valid), None),
        "fees": _fees(contracts, day),
        "complaints": _complaints(contracts, day),
        "may_manage": user.may(Right.MANAGE, company.area_code),
    }


def _open_on(day: date) -> Q:
    open_then = Q(complaints__closed_on__isnull=True) | Q(complaints__closed_on__gt=day)
    return Q(complaints__received_on__lte=day) & open_then


def _fees(contracts, day: date) -> dict:
    """Of the last four whole quarters."""
    quarters = quarters_back(quarter_start(day), FEE_QUARTERS + 1)[1:]
    rows = ProjectFee.objects.filter(contract__in=contracts, quarter_on__in=quarters)
    sums = rows.aggregate(due=Sum("due_yuan"), received=Sum("received_yuan"))
    share = sums["received"] * 100 / sums["due"] if sums["due"] else None
    return sums | {"share": share, "first": quarters[-1], "last": quarters[0]}


def _complaints(contracts, day: date) -> dict:
    """Of the year up to a day."""
    first = day - YEAR + timedelta(days=1)
    rows = ProjectComplaint.objects.filter(contract__in=contracts, received_on__range=(first, day))
    sums = rows.aggregate(all=Count("pk"), closed=Count("pk", filter=Q(closed_on__lte=day)))
    share = sums["closed"] * 100 / sums["all"] if sums["all"] else None
    return sums | {"share": share, "first": first, "last": day}
