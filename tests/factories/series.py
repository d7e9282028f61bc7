"""Series past the verbs: households in any state."""

from itertools import count

from disputes.enums.series import HouseholdState
from disputes.models import Dispute, Series, SeriesMember

_numbers = count(1)


def make_series(lead: Dispute, households: int = 2, **fields) -> Series:
    series = Series.objects.create(
        area=lead.case.area, lead=lead, **({"title": "物业费系列案", "counterpart": "某物业公司"} | fields)
    )
    for number in range(1, households + 1):
        make_household(series, f"{number}号")
    return series


def make_household(series: Series, household: str = "", **fields) -> SeriesMember:
    defaults = {"name": "欧阳修远", "state": HouseholdState.LISTED, "due_cents": 120_000}
    phone = fields.pop("phone", "13800138000")
    member = SeriesMember(series=series, household=household or f"{next(_numbers)}户", **(defaults | fields))
    member.seal_value("phone", phone)
    member.save()
    return member
