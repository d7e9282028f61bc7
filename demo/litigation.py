"""What the courts reported: every county month by month, last year and this year so far."""

from datetime import date

from demo.chance import chance, spread
from demo.city import XIXIA, City
from disputes.models import LitigationCorrection, LitigationFigure, RateDefinition
from governance.areas.models import Area

# County → filings of a year, residents, registered floating population (rounded, invented around the census).
COUNTIES = {
    "640104": (21_600, 806_000, 98_000),
    "640105": (11_200, 462_000, 71_000),
    "640106": (17_900, 645_000, 112_000),
    "640121": (6_100, 328_000, 34_000),
    "640122": (6_700, 342_000, 39_000),
    "640181": (5_400, 294_000, 22_000),
}
# In Xixia new cases fell by 7.7 % from January to July: 6,000 after 6,500.
XIXIA_BEFORE, XIXIA_NOW = 6_500, 6_000
MONTHS_REPORTED_LATE = 1
GROWTH = 1.02


def make_litigation(city: City) -> None:
    dice = chance("litigation")
    areas = {area.code: area for area in Area.objects.filter(code__in=COUNTIES)}
    rows = [row for code, area in areas.items() for row in _months(city.today, area, *COUNTIES[code], dice)]
    LitigationFigure.objects.bulk_create(rows)
    _correct(city)
    _define(city, areas[XIXIA])


def _months(
    today: date, area: Area, yearly: int, residents: int, floating: int, dice
) -> list[LitigationFigure]:
    found = []
    for year, factor in ((today.year - 1, GROWTH), (today.year, 1.0)):
        filed = spread(round(yearly * factor), [dice.uniform(0.85, 1.15) for _month in range(12)])
        if area.code == XIXIA:
            whole = XIXIA_BEFORE if year < today.year else XIXIA_NOW
            filed[:7] = spread(whole, [dice.uniform(0.9, 1.1) for _month in range(7)])
        for month, cases in enumerate(filed, start=1):
            if year == today.year and month > today.month - MONTHS_REPORTED_LATE:
                break
            administrative = round(cases * dice.uniform(0.008, 0.02))
            row = LitigationFigure(
                area=area,
                month=date(year, month, 1),
                civil_first_instance=cases - administrative,
                administrative_first_instance=administrative,
                population_resident=residents + 150 * ((year - today.year) * 12 + month),
                population_floating=floating + dice.randint(-900, 900),
                source=f"{area.name}人民法院通报",
            )
            row.place_in(area)
            found.append(row)
    return found


def _correct(city: City) -> None:
    """One month was put right after the court's second report."""
    figure = LitigationFigure.objects.filter(area_code=XIXIA).order_by("-month").first()
    LitigationCorrection.objects.create(
        figure=figure,
        civil_first_instance=figure.civil_first_instance + 14,
        administrative_first_instance=figure.administrative_first_instance,
        population_resident=figure.population_resident,
        population_floating=figure.population_floating,
        source=figure.source,
        reason="法院更正通报，剔除撤回起诉案件",
        replaced_by_id=city.people[("centre_supervisor", XIXIA)],
    )


def _define(city: City, area: Area) -> None:
    """The district reckons over everybody present since this year; the others over residents."""
    RateDefinition.objects.create(
        area=area,
        rate="suits",
        definition="B",
        from_day=date(city.today.year, 1, 1),
        basis="西夏区平安建设考核办法（演示）",
    )
