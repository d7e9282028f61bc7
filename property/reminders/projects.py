from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area
from governance.dispatch.ladders import Deadline, Ladder
from governance.dispatch.topics import LateItem, Topic
from property.enums import Right
from property.enums.projects import LAPSED_DAYS
from property.models import PropertyContract


def lapsed_contracts(area: Area, day: date) -> list[LateItem]:
    """Contracts that ended in the last months and that nobody has followed by then."""
    rows = PropertyContract.objects.within(area.code).lapsed_on(day, within=LAPSED_DAYS)
    rows = rows.select_related("compound", "company", "area").order_by("valid", "pk")
    return [_late(row, day) for row in rows]


def _late(contract: PropertyContract, day: date) -> LateItem:
    days = (day - contract.valid.upper).days
    return LateItem(
        key=f"property.contract:{contract.pk}",
        title=str(contract),
        url=reverse("property:project_detail", args=[contract.pk]),
        owner=contract.area.name,
        days_late=days,
        lag=_("届满 {} 天").format(days),
    )


def contracts_ending(day: date, until: date) -> Iterator[Deadline]:
    """Contracts without a successor that end, or ended in the last months; the day is the first without one."""
    found = PropertyContract.objects
    for rows in (found.lapsed_on(day, within=LAPSED_DAYS), found.ending_within(day, (until - day).days)):
        for row in rows.select_related("compound", "company").order_by("valid", "pk"):
            yield Deadline(row.pk, str(row), row.area_code, row.valid.upper)


LAPSED_CONTRACTS = Topic("property.contracts", gettext_lazy("物业合同届满未续"), (lapsed_contracts,))
CONTRACT_LADDER = Ladder(
    "property.contract",
    gettext_lazy("物业合同届满"),
    contracts_ending,
    page="property:project_detail",
    right=Right.VIEW,
    ahead=gettext_lazy("{what}的物业合同还有 {left} 天届满（{due}），还没有续签，请提前商定。"),
    past=gettext_lazy("{what}的物业合同已于 {due} 届满，没有续签，请安排物业服务。"),
)
