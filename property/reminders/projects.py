from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area
from governance.dispatch.topics import LateItem, Topic
from property.enums.projects import ENDING_LADDER
from property.models import PropertyContract


def lapsed_contracts(area: Area, day: date) -> list[LateItem]:
    """Contracts that ended in the last months and that nobody has followed by then."""
    rows = PropertyContract.objects.within(area.code).lapsed_on(day, within=ENDING_LADDER[0])
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


LAPSED_CONTRACTS = Topic("property.contracts", gettext_lazy("物业合同届满未续"), (lapsed_contracts,))
