"""Where things happen: every building group with its offices and its worker, and the homes on the list."""

from demo.roster import OCCUPANCY
from demo.scaled.dice import dice, spin
from demo.scaled.filling import Filling
from demo.scaled.seats import WORKER
from demo.scaled.tree import RURAL, URBAN
from grids.models import Household

MODELS = [Household]
HOMES = {URBAN: 2, RURAL: 3}  # on the worker's list, of a building group
# Who may have to do with a place: the role, and how much of the place's code its seat covers.
OFFICES = {
    "secretary": ("community_secretary", 12),
    "mediator": ("mediator", 9),
    "desk": ("street_dispatcher", 9),
    "handler": ("department_handler", 6),
}


def make_places(filling: Filling) -> None:
    """The table `scaled.place` that every later row draws its place from, and the households."""
    seats = "".join(
        f"join scaled.seat {name} on {name}.role = '{role}' and {name}.code = left(b.code, {width})\n"
        for name, (role, width) in OFFICES.items()
    )
    offices = "".join(
        f", {name}.area_id as {name}_area, {name}.n as {name}_post, {name}.holder as {name}_user"
        for name in OFFICES
    )
    homes = f"case b.kind when '{URBAN}' then {HOMES[URBAN]} else {HOMES[RURAL]} end"
    filling.keep(
        "place",
        f"""
        select b.n, b.kind, b.area_id, b.code, left(b.code, 6) as county, c.name || a.name as place,
            c.initials || a.initials as initials, {homes} as homes,
            (sum({homes}) over (order by b.n) - {homes})::int as homes_before, worker.holder as worker_user,
            case when worker.holder is not null then count(worker.holder) over (order by b.n) end as walked{offices}
        from scaled.building b
        join areas_area a on a.id = b.area_id
        join areas_area c on c.code = left(b.code, 12)
        join scaled.seat worker on worker.role = '{WORKER}' and worker.code = left(b.code, 15)
        {seats} order by b.n
        """,
        key="n",
    )
    _list_homes(filling)


def _list_homes(filling: Filling) -> None:
    home, towns = "h.homes_before + h.door", f"h.kind = '{URBAN}'"
    filling.insert(
        Household,
        {
            "id": home, "area_id": "h.area_id", "area_code": "h.code", "unit": "h.unit", "floor": "h.floor",
            "room": "h.room",
            "label": f"case when {towns} then right(h.code, 3)::int || '号楼' || h.unit || '单元' || h.room"
                     " else h.room || '号院' end",
            "route": "h.unit * 100000 + (200 - h.floor) * 100 + right(h.room, 2)::int",
            "occupancy": spin(OCCUPANCY, "occupancy", home),
        },
        f"from ({_homes()}) h order by 1",
    )  # fmt: skip


def _homes() -> str:
    """Each home with its door: a number on a floor in towns, a number in the village."""
    towns, home = f"p.kind = '{URBAN}'", "(p.homes_before + door)"
    return f"""
        select *, case when {towns} then floor || '0' || door else (right(code, 3)::int * 10 + door)::text end as room
        from (
            select p.*, door, case when {towns} then 1 + {dice("unit", 4, home)} else 0 end as unit,
                case when {towns} then 1 + {dice("floor", 6, home)} else 1 end as floor
            from scaled.place p cross join generate_series(1, p.homes) door
        ) p
    """
