"""What a county's courts reported."""

from datetime import date

from disputes.models import LitigationFigure, RateDefinition
from governance.areas.models import Area


def make_litigation(county: Area, month: date, **fields) -> LitigationFigure:
    defaults = {
        "civil_first_instance": 900,
        "administrative_first_instance": 12,
        "population_resident": 400_000,
        "population_floating": 50_000,
        "source": "人民法院通报",
    }
    return LitigationFigure.objects.create(area=county, month=month, **(defaults | fields))


def make_definition(area: Area, rate: str, definition: str, from_day: date) -> RateDefinition:
    return RateDefinition.objects.create(
        area=area, rate=rate, definition=definition, from_day=from_day, basis="平安建设考核办法"
    )
