"""The tree: counties, townships and communities by the verb, the many grids and building groups below them by SQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from django.db import connection

from demo import words
from demo.chance import chance, spread
from demo.scaled.dice import dice, spin, texts
from demo.scaled.filling import Filling, columns
from demo.scaled.shape import Shape
from demo.territory import COMPOUND_KINDS, FLOORS
from governance.areas.closure import insert_ancestry
from governance.areas.importing import HISTORIES, AreaRow, bulk_open
from governance.areas.models import Ancestry, Area, AreaCode, AreaName, AreaParent
from governance.areas.spelling import spell
from grids.models import BuildingGroup, Compound, Grid

CITY = "9901"
URBAN, RURAL = "urban", "rural"
BUILDINGS = {URBAN: 3, RURAL: 2}  # of a grid
FIRST_VILLAGE = 200  # 国统字〔2009〕91号
GRIDS_A_COMPOUND = 3
MOST_GRIDS = 99  # of a community
MODELS = [Area, AreaCode, AreaName, AreaParent, Ancestry, Grid, Compound, BuildingGroup]


@dataclass(frozen=True)
class Community:
    """A community, and how many grids it is cut into."""

    code: str
    kind: str
    grids: int


def make_tree(shape: Shape, filling: Filling) -> None:
    """Areas of every level, the grids' own rows, compounds and building groups with their households as numbers."""
    upper = list(_upper(shape))
    communities = _cut(shape, [row for row in upper if row.level == "community"])
    bulk_open(upper, on=shape.founded)
    filling.keep(
        "community",
        "select * from unnest(%s::text[], %s::text[], %s::int[]) as c(code, kind, grids)",
        columns((c.code, c.kind, c.grids) for c in communities),
    )
    _name(filling)
    _open(shape, filling)
    _describe(shape, filling)


def _upper(shape: Shape) -> Iterator[AreaRow]:
    random = chance("scaled tree")
    yield AreaRow(CITY, "量测市", "city")
    counties = [f"{CITY}{number:02d}" for number in range(1, shape.counties + 1)]
    yield from _named(counties, "区", "county", 2, random)
    townships = [
        code for code, number in _share(counties, shape.townships, random) for code in _below(code, number)
    ]
    yield from _named(townships, "街道", "township", 3, random)
    for township, number in _share(townships, shape.communities, random):
        towns = -(-number * 3 // 5)
        codes = [*_below(township, towns), *_below(township, number - towns, first=FIRST_VILLAGE)]
        for row in _named(codes, "社区", "community", 3, random):
            yield row if row.code[9:] < str(FIRST_VILLAGE) else _village(row)


def _share(parents: list[str], total: int, random: Random) -> Iterator[tuple[str, int]]:
    shares = spread(total, [random.uniform(0.6, 1.4) for _ in parents], least=1)
    return zip(parents, shares, strict=True)


def _below(parent: str, count: int, *, first: int = 1) -> list[str]:
    return [f"{parent}{number:03d}" for number in range(first, first + count)]


def _named(codes: list[str], ending: str, level: str, width: int, random: Random) -> Iterator[AreaRow]:
    """Rows with names no neighbour has."""
    taken: dict[str, set[str]] = {}
    for code in codes:
        name = words.estate(random, taken.setdefault(code[:-width], set()))
        yield AreaRow(code, f"{name}{ending}", level, code[:-width])


def _village(row: AreaRow) -> AreaRow:
    return AreaRow(row.code, f"{row.name.removesuffix('社区')}村", row.level, row.parent_code)


def _cut(shape: Shape, rows: list[AreaRow]) -> list[Community]:
    """How many grids each community has; towns have more of them than villages."""
    random = chance("scaled grids")
    towns = [row.code for row in rows if row.code[9:] < str(FIRST_VILLAGE)]
    villages = [row.code for row in rows if row.code[9:] >= str(FIRST_VILLAGE)]
    shares = [(URBAN, towns, shape.urban_grids), (RURAL, villages, shape.grids - shape.urban_grids)]
    return [
        Community(code, kind, min(number, MOST_GRIDS))
        for kind, codes, grids in shares
        if codes
        for code, number in zip(
            codes, spread(grids, [random.uniform(0.6, 1.6) for _ in codes], least=1), strict=True
        )
    ]


def _name(filling: Filling) -> None:
    """What a grid or a building group of a number is called, spelt once."""
    grids = range(1, MOST_GRIDS + 1)
    buildings = range(1, MOST_GRIDS * BUILDINGS[URBAN] + 1)
    names = [
        *(("grid", number, f"第{words.chinese_number(number)}网格") for number in grids),
        *((URBAN, number, f"{number}号楼院") for number in buildings),
        *((RURAL, number, f"{number}组") for number in buildings),
    ]
    filling.keep(
        "name",
        "select * from unnest(%s::text[], %s::int[], %s::text[], %s::text[], %s::text[])"
        " as w(of, number, name, pinyin, initials)",
        columns((*row, *spell(row[2])) for row in names),
    )


def _open(shape: Shape, filling: Filling) -> None:
    """Grids and building groups with their histories, as `bulk_open` leaves them."""
    buildings = f"case c.kind when '{URBAN}' then {BUILDINGS[URBAN]} else {BUILDINGS[RURAL]} end"
    area = {"name": "w.name", "kind": "c.kind", "pinyin": "w.pinyin", "initials": "w.initials"}
    area |= {"opened_on": f"date '{shape.founded}'"}
    grids = "from scaled.community c cross join generate_series(1, c.grids) g"
    filling.insert(
        Area,
        {"code": "c.code || lpad(g::text, 3, '0')", "level_id": "'grid'", **area},
        f"{grids} join scaled.name w on w.of = 'grid' and w.number = g order by 1",
    )
    filling.insert(
        Area,
        {
            "code": "c.code || lpad(g::text, 3, '0') || lpad(b::text, 3, '0')",
            "level_id": "'building'",
            **area,
        },
        f"{grids} cross join generate_series(1, {buildings}) b"
        f" join scaled.name w on w.of = c.kind and w.number = (g - 1) * {buildings} + b order by 1",
    )
    below = list(Area.objects.filter(level__in=["grid", "building"]).values_list("pk", flat=True))
    filling.timed(AreaCode, lambda: _remember(below))
    for model in (AreaName, AreaParent):
        filling.part(model).rows = len(below)
    filling.timed(Ancestry, lambda: _close(below))


def _remember(below: list[int]) -> int:
    """Codes, names and parents from the first day on."""
    with connection.cursor() as cursor:
        cursor.execute(HISTORIES, {"ids": below})
    return len(below)


def _close(below: list[int]) -> int:
    insert_ancestry(below)
    return Ancestry.objects.count()


def _describe(shape: Shape, filling: Filling) -> None:
    """Grids, compounds and building groups; people live in them as numbers."""
    rural_grids = shape.grids - shape.urban_grids
    average = shape.households / (shape.urban_grids * BUILDINGS[URBAN] + rural_grids * BUILDINGS[RURAL])
    of_the_community = f"(substr(code, 13, 3)::int / {GRIDS_A_COMPOUND})"
    filling.keep(
        "building",
        f"""
        select n, area_id, code, kind,
            1 + floor({average} * (70 + {dice("households", 61, "n")}) / 100)::int as households,
            case kind when '{URBAN}' then left(code, 12) || lpad({of_the_community}::text, 2, '0') end as compound
        from (
            select row_number() over (order by code) as n, id as area_id, code, kind
            from areas_area where level_id = 'building'
        ) a order by n
        """,
    )
    filling.insert(
        Grid,
        {
            "area_id": "id", "area_code": "code", "boundary": "''", "cadre_rhythm": "''",
            "duty_phone": f"'0951-5' || lpad({dice('duty', 10**6, 'n')}::text, 6, '0')",
            "oversight_phone": "'0951-12345'",
        },
        "from (select *, row_number() over (order by code) as n from areas_area where level_id = 'grid') a order by n",
    )  # fmt: skip
    _house(filling)


def _house(filling: Filling) -> None:
    filling.keep(
        "compound",
        """
        select row_number() over (order by compound) as n, compound as key, left(compound, 12) as community,
            row_number() over (partition by left(compound, 12) order by compound) as place,
            count(*) as buildings, sum(households) as households
        from scaled.building where compound is not null group by compound
        """,
        key="key",
    )
    names = [*words.ESTATES, *(f"{estate}二期" for estate in words.ESTATES)]
    filling.insert(
        Compound,
        {
            "id": "n", "area_id": "a.id", "area_code": "a.code",
            "name": f"({texts(names)})[1 + (n / 7 + place) % {len(names)}]",
            "kind": spin(COMPOUND_KINDS, "compound", "n"), "address": "a.name || place || '号'",
            "built_year": f"1988 + {dice('built', 36, 'n')}", "building_count": "buildings",
            "household_count": "households", "floor_area": f"households * (85 + {dice('floor', 41, 'n')})",
        },
        "from scaled.compound join areas_area a on a.code = community order by n",
    )  # fmt: skip
    filling.insert(
        BuildingGroup,
        {
            "id": "b.n", "area_id": "b.area_id", "area_code": "b.code", "compound_id": "c.n",
            "household_count": "b.households",
            "unit_count": f"case b.kind when '{URBAN}' then 2 + {dice('units', 5, 'b.n')} else 0 end",
            "floor_count": f"case b.kind when '{URBAN}' then {spin(FLOORS, 'floors', 'b.n')}::int else 1 end",
        },
        "from scaled.building b left join scaled.compound c on c.key = b.compound order by b.n",
    )  # fmt: skip
