from governance.areas.enums import Level
from governance.areas.models import Area
from grids.models import Suggestion
from grids.rules.suggestions import addressee

SHOWN = 5


def town_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Towns and streets under their counties, for whoever comes without a code."""
    areas = list(Area.objects.open().filter(level_id__in=[Level.COUNTY, Level.TOWNSHIP]).order_by("code"))
    counties = [area for area in areas if area.level_id != Level.TOWNSHIP]
    towns = [area for area in areas if area.level_id == Level.TOWNSHIP]
    return [
        (county.name, [(town.code, town.name) for town in towns if town.code.startswith(county.code)])
        for county in counties
    ]


def town_of(code: str) -> Area:
    """The town of a choice of `town_choices`."""
    return Area.objects.open().at_level(Level.TOWNSHIP).get(code=code)


def published_at(area: Area) -> list[Suggestion]:
    """The latest answers that the community of a place made public."""
    return list(Suggestion.objects.published().within(addressee(area).code)[:SHOWN])
