"""Outlines of areas as a deployment would upload them: squares beside each other."""

from governance.areas.boundaries import read_boundaries
from governance.areas.models import Area, BoundaryMap

WEST, SOUTH, SIDE = 106.0, 38.0, 0.1
NUMBER = "宁S(2024)第012号"


def square(place: int, side: float = SIDE) -> list[list[float]]:
    """The ring of the square so many places east of the first, closed."""
    west, east, north = WEST + place * side, WEST + (place + 1) * side, SOUTH + side
    return [[west, SOUTH], [east, SOUTH], [east, north], [west, north], [west, SOUTH]]


def feature(code, coordinates, kind: str = "Polygon") -> dict:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"code": code, "owner": "nobody"}, "geometry": geometry}


def squares(codes) -> dict:
    """A FeatureCollection with a square for each code."""
    features = [feature(code, [square(place)]) for place, code in enumerate(codes)]
    return {"type": "FeatureCollection", "features": features}


def make_map(area: Area, **fields) -> BoundaryMap:
    """A map of the area's children in force, past the verb."""
    names = {child.code: child.name for child in Area.objects.children_of(area)}
    found = read_boundaries(squares(names), names)
    BoundaryMap.objects.filter(area=area).update(is_in_force=False)
    return BoundaryMap.objects.create(
        **{
            "area": area,
            "approval_number": NUMBER,
            "document": found.document,
            "drawing": found.drawing,
            "digest": "0" * 64,
            "points_given": found.points_given,
            "points_kept": found.points_kept,
            "is_in_force": True,
            **fields,
        }
    )
