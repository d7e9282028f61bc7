"""The real divisions down to the community; invented grids, building groups and compounds below them."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from demo import words
from demo.chance import Wheel, chance, spread
from demo.city import JINFENG, YINXINYUAN, Building, City, Plot
from governance.areas.importing import AreaRow, bulk_open, read_divisions
from governance.areas.models import Area
from grids.enums.territory import CompoundKind
from grids.models import BuildingGroup, Compound, Grid, GridSizeRule

URBAN, URBAN_BEFORE, ALL_GRIDS = 4112, 3056, 6674
STEWARD_GRIDS = 42
JINFENG_COMPOUNDS = 188
COMPOUNDS = 1240
FOUNDED = date(2018, 1, 1)
SIZES = Wheel({(300, 500): 94, (240, 299): 3, (501, 580): 3})
FLOORS = Wheel({6: 60, 11: 15, 18: 15, 24: 10})
COMPOUND_KINDS = Wheel(
    {
        CompoundKind.COMMERCIAL: 60,
        CompoundKind.OLD: 18,
        CompoundKind.REFORM: 9,
        CompoundKind.RESETTLEMENT: 8,
        CompoundKind.SUBSIDISED: 4,
        CompoundKind.SELF_BUILT: 1,
    }
)
RECUT_DAYS_AGO = 540
DIVISIONS = Path(settings.BASE_DIR) / "config" / "presets" / "yinchuan" / "divisions.csv"


def make_territory(city: City) -> None:
    """Areas, grids, building groups and compounds."""
    divisions = read_divisions(DIVISIONS)
    bulk_open(divisions, on=FOUNDED)
    city.plots = _plots([row for row in divisions if row.level == "community"])
    _mark_new(city.plots)
    for is_new, day in ((False, FOUNDED), (True, city.today - timedelta(days=RECUT_DAYS_AGO))):
        bulk_open(_rows([plot for plot in city.plots if plot.is_new is is_new]), on=day)
    _learn_ids(city)
    _make_grids(city)
    _make_compounds(city)
    _make_buildings(city)


def is_urban(community: str) -> bool:
    """By the segment of the code: 001–199 residents' committees, 200 and up villages (国统字〔2009〕91号)."""
    return community[9:] < "200"


def _plots(communities: list[AreaRow]) -> list[Plot]:
    dice = chance("plots")
    urban = [row for row in communities if is_urban(row.code) and row.code != YINXINYUAN]
    rural = [row for row in communities if not is_urban(row.code)]
    counts = dict(
        zip(
            [row.code for row in [*urban, *rural]],
            [
                *spread(URBAN - STEWARD_GRIDS, [dice.uniform(0.6, 1.6) for _ in urban], least=4),
                *spread(ALL_GRIDS - URBAN, [dice.uniform(0.5, 1.5) for _ in rural], least=3),
            ],
            strict=True,
        )
    )
    counts[YINXINYUAN] = STEWARD_GRIDS
    return [
        Plot(f"{row.code}{number:03d}", f"第{words.chinese_number(number)}网格", is_urban(row.code))
        for row in communities
        for number in range(1, counts[row.code] + 1)
    ]


def _mark_new(plots: list[Plot]) -> None:
    """The urban grids that the re-division to 300–500 households added: the last of each community."""
    dice = chance("recut")
    candidates = [plot for plot in plots if plot.is_urban and plot.code[12:] > "003"]
    for plot in dice.sample(candidates, URBAN - URBAN_BEFORE):
        plot.is_new = True


def _rows(plots: list[Plot]) -> list[AreaRow]:
    rows = []
    for plot in plots:
        kind = "urban" if plot.is_urban else "rural"
        rows.append(AreaRow(plot.code, plot.name, "grid", plot.community, kind))
        rows += [
            AreaRow(f"{plot.code}{number:03d}", name, "building", plot.code, kind)
            for number, name in enumerate(_building_names(plot), start=1)
        ]
    return rows


def _building_names(plot: Plot) -> list[str]:
    if not plot.is_urban:
        return ["一组", "二组"]
    first = (int(plot.code[12:]) - 1) * 3
    return [f"{first + number}号楼院" for number in (1, 2, 3)]


def _learn_ids(city: City) -> None:
    plots = {plot.code: plot for plot in city.plots}
    dice = chance("households")
    for pk, code, name in Area.objects.order_by("code").values_list("id", "code", "name"):
        if len(code) < 15:
            city.areas[code], city.names[code] = pk, name
        elif len(code) == 15:
            plots[code].area_id = pk
        else:
            plots[code[:15]].buildings.append(Building(pk, code, 0, int(code[15:]), name))
    for plot in city.plots:
        shares = spread(_size(plot, dice), [dice.uniform(0.8, 1.2) for _ in plot.buildings])
        for building, households in zip(plot.buildings, shares, strict=True):
            building.households = households


def _size(plot: Plot, dice) -> int:
    """Households of a grid: 300–500 in towns, with a few still outside the rule; villages as they are."""
    if not plot.is_urban:
        return dice.randint(110, 330)
    return dice.randint(*SIZES.spin(dice))


def _make_grids(city: City) -> None:
    dice = chance("grids")
    GridSizeRule.objects.update_or_create(
        kind="urban", defaults={"least": 300, "most": 500, "source": "城市社区网格按 300–500 户划分"}
    )
    Grid.objects.bulk_create(
        Grid(
            area_id=plot.area_id,
            area_code=plot.code,
            duty_phone=f"0951-5{dice.randrange(10**6):06d}",
            oversight_phone="0951-12345",
        )
        for plot in city.plots
    )


def _make_compounds(city: City) -> None:
    """Compounds take whole grids of one community; a compound of one grid lies in that grid."""
    dice = chance("compounds")
    grids = defaultdict(list)
    for plot in city.plots:
        if plot.is_urban:
            grids[plot.community].append(plot)
    taken: set[str] = {"银新苑小区一二区"}
    groups = []
    for county in [code for code in city.areas if len(code) == 6]:
        codes = [code for code in grids if code.startswith(county)]
        sizes = [len(grids[code]) for code in codes]
        wanted = JINFENG_COMPOUNDS if county == JINFENG else round(COMPOUNDS * sum(sizes) / URBAN)
        for code, count in zip(codes, spread(wanted, sizes, least=1), strict=True):
            groups += _cut(grids[code], count, dice)
    rows = [_compound(city, number, plots, dice, taken) for number, plots in enumerate(groups)]
    made = Compound.objects.bulk_create(rows)
    for compound, plots in zip(made, groups, strict=True):
        for plot in plots:
            plot.compound = compound.pk
    city.compounds = [compound.pk for compound in made]


def _cut(plots: list[Plot], count: int, dice) -> list[list[Plot]]:
    sizes = spread(len(plots), [dice.uniform(0.6, 1.4) for _ in range(count)], least=1)
    starts = [sum(sizes[:i]) for i in range(count)]
    return [plots[start : start + size] for start, size in zip(starts, sizes, strict=True)]


def _compound(city: City, number: int, plots: list[Plot], dice, taken: set[str]) -> Compound:
    households = sum(building.households for plot in plots for building in plot.buildings)
    first = plots[0]
    is_steward = first.code == f"{YINXINYUAN}001"
    in_grid = len(plots) == 1
    return Compound(
        area_id=first.area_id if in_grid else city.areas[first.community],
        area_code=first.code if in_grid else first.community,
        name="银新苑小区一二区" if is_steward else words.estate(dice, taken),
        kind=COMPOUND_KINDS.spin(dice),
        address=f"{city.names[first.code[:9]]}{dice.randint(1, 400)}号",
        built_year=dice.randint(1988, 2023),
        building_count=sum(len(plot.buildings) for plot in plots),
        household_count=households,
        floor_area=households * dice.randint(85, 125),
    )


def _make_buildings(city: City) -> None:
    dice = chance("buildings")
    BuildingGroup.objects.bulk_create(
        (
            BuildingGroup(
                area_id=building.area_id,
                area_code=building.code,
                compound_id=plot.compound,
                household_count=building.households,
                unit_count=dice.randint(2, 6) if plot.is_urban else 0,
                floor_count=FLOORS.spin(dice) if plot.is_urban else 1,
            )
            for plot in city.plots
            for building in plot.buildings
        ),
        batch_size=4000,
    )
