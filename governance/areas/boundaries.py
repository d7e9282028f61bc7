"""Outlines of areas as people upload them (GeoJSON): hostile until checked, thinned, drawn.

Every fault is told at once. What is kept is written anew from numbers that passed: nothing else of the file stays.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import cos, isfinite, radians

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.areas.thinning import Point, Ring, thin
from governance.kernel.wording import listed

MOST_POINTS = 100_000  # that we read
KEPT_POINTS = 5_000  # that a picture needs
MOST_RINGS = 1_000  # a ring keeps three corners however much is thinned
TOLD = 20  # faults of the file named one by one
CODE_NAMES = ("code", "adcode")
NATIONAL = 12  # digits of a national code, ending in zeros for the levels above
WIDE, TALL = 640, 440  # the picture fits into this
SCANS = 31  # lines across a shape on which the place for its words is looked for
LINE = 22  # how high a line of words is there
FLAT = 0.1  # what a place too low for two lines counts of its width
AIR = 0.9  # of the width there

Polygon = list[Ring]  # the outline, then its holes


@dataclass(frozen=True)
class Boundaries:
    """Checked outlines: the document handed out, the drawing shown, and how many points were given and are kept."""

    document: dict
    drawing: dict
    points_given: int
    points_kept: int


def read_boundaries(document, names: dict[str, str]) -> Boundaries:
    """The outlines of the areas named by code. Raises `ValidationError` with everything that is wrong."""
    faults: list[str] = []
    shapes = _shapes(document, names, faults)
    if not faults:
        rings = [ring for polygons in shapes.values() for polygon in polygons for ring in polygon]
        given = sum(map(len, rings))
        faults += _size_faults(given, len(rings))
    if not faults and _extent(shapes) is None:
        faults.append(_("图形没有面积，请检查坐标。"))
    if faults:
        raise ValidationError(_shortened(faults))
    kept = thin(shapes, KEPT_POINTS)
    count = sum(len(ring) for polygons in kept.values() for polygon in polygons for ring in polygon)
    return Boundaries(_document(kept, names), _drawing(kept), given, count)


def _size_faults(points: int, rings: int) -> list[str]:
    if points > MOST_POINTS:
        words = _("一共 {n} 个点，最多 {most} 个，请先用地图软件简化后再上传。")
        return [words.format(n=points, most=MOST_POINTS)]
    if rings > MOST_RINGS:
        words = _("一共 {n} 个环，最多 {most} 个，请去掉零碎的小块后再上传。")
        return [words.format(n=rings, most=MOST_RINGS)]
    return []


def _shortened(faults: list[str]) -> list[str]:
    more = len(faults) - TOLD
    return faults if more <= 0 else [*faults[:TOLD], _("另有 {n} 处问题，改好这些后再上传。").format(n=more)]


def _shapes(document, names: dict[str, str], faults: list[str]) -> dict[str, list[Polygon]]:
    """The polygons of every area by code, as far as they are sound; what is not goes into `faults`."""
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or document.get("type") != "FeatureCollection":
        faults.append(_("文件不是 FeatureCollection，请导出为 GeoJSON 的要素集合。"))
        return {}
    known = {code.ljust(NATIONAL, "0"): code for code in names} | {code: code for code in names}
    shapes, found = {}, Counter()
    for place, feature in enumerate(features, start=1):
        said = _code_of(feature)
        if not said:
            faults.append(_("第 {n} 个要素没有 code 属性，请写上区划代码。").format(n=place))
            continue
        code = known.get(said, said)
        found[code] += 1
        polygons = _polygons(feature.get("geometry"), code, faults) if code in names else []
        shapes[code] = polygons
    faults += _code_faults(found, names)
    return shapes


def _code_of(feature) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or feature.get("type") != "Feature":
        return ""
    found = next((properties[name] for name in CODE_NAMES if name in properties), "")
    is_code = isinstance(found, int | str) and not isinstance(found, bool)
    return str(found).strip()[:40] if is_code and found else ""


def _code_faults(found: Counter, names: dict[str, str]) -> list[str]:
    """Missing, unknown and repeated codes: one sentence each, all codes in it."""
    missing = [f"{name}（{code}）" for code, name in names.items() if code not in found]
    unknown = sorted(set(found) - set(names))
    repeated = sorted(code for code, count in found.items() if count > 1)
    said = [
        (_("缺少这些下级区划：{}。"), missing),
        (_("这些代码不是它的下级区划：{}。"), unknown),
        (_("这些代码重复：{}。"), repeated),
    ]
    return [words.format(listed(codes)) for words, codes in said if codes]


def _polygons(geometry, code: str, faults: list[str]) -> list[Polygon]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        faults.append(_("{code} 的图形应是 Polygon 或 MultiPolygon。").format(code=code))
        return []
    given = geometry.get("coordinates")
    polygons = [given] if kind == "Polygon" else given
    is_nested = isinstance(polygons, list) and polygons
    if not is_nested or not all(isinstance(polygon, list) and polygon for polygon in polygons):
        faults.append(_("{code} 的图形没有坐标。").format(code=code))
        return []
    found = [[_ring(ring) for ring in polygon] for polygon in polygons]
    if not all(ring for polygon in found for ring in polygon):
        words = _(
            "{code} 的边界有误：每一圈至少 4 个点、首尾相同，坐标是经度（-180 到 180）和纬度（-90 到 90）。"
        )
        faults.append(words.format(code=code))
    return found


def _ring(points) -> Ring:
    """A closed ring of at least three corners, or nothing."""
    if not isinstance(points, list) or len(points) < 4:
        return []
    ring = [_point(point) for point in points]
    if None in ring or ring[0] != ring[-1] or len(set(ring)) < 3:
        return []
    return ring


def _point(given) -> Point | None:
    if not isinstance(given, list) or not 2 <= len(given) <= 4:
        return None
    if not all(isinstance(part, int | float) and not isinstance(part, bool) for part in given):
        return None
    east, north = given[:2]
    if not (-180 <= east <= 180 and -90 <= north <= 90 and isfinite(east) and isfinite(north)):
        return None
    return float(east), float(north)


def _extent(shapes: dict[str, list[Polygon]]) -> tuple[float, float, float, float] | None:
    points = [p for polygons in shapes.values() for polygon in polygons for ring in polygon for p in ring]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    is_flat = east - west < 1e-9 or north - south < 1e-9
    return None if is_flat else (west, east, south, north)


def _document(shapes: dict[str, list[Polygon]], names: dict[str, str]) -> dict:
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": names[code]},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }
        for code, polygons in sorted(shapes.items())
    ]
    return {"type": "FeatureCollection", "features": features}


def _drawing(shapes: dict[str, list[Polygon]]) -> dict:
    """The picture: north up, lengths true in the middle. By code the middle of the name, the room there, the path."""
    west, east, south, north = _extent(shapes)
    narrowing = max(0.01, cos(radians((south + north) / 2)))
    scale = min(WIDE / ((east - west) * narrowing), TALL / (north - south))

    def drawn(ring: Ring) -> Ring:
        return [((x - west) * narrowing * scale, (north - y) * scale) for x, y in ring]

    pictured = {
        code: [[drawn(ring) for ring in polygon] for polygon in polygons] for code, polygons in shapes.items()
    }
    return {
        "width": round((east - west) * narrowing * scale, 1),
        "height": round((north - south) * scale, 1),
        "shapes": {code: [*_middle(polygons), _path(polygons)] for code, polygons in pictured.items()},
    }


def _path(polygons: list[Polygon]) -> str:
    rings = [ring for polygon in polygons for ring in polygon]
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in ring[:-1]) + "Z" for ring in rings)


def _middle(polygons: list[Polygon]) -> tuple[float, float, float]:
    """Where the words of a shape go and how wide they may be: the widest place in its largest part, two lines high."""
    largest = max(polygons, key=lambda polygon: _spread(polygon[0]))
    top, foot = min(y for _x, y in largest[0]), max(y for _x, y in largest[0])
    heights = [top + (foot - top) * n / (SCANS + 1) for n in range(1, SCANS + 1)]
    places = [place for y in heights for place in _places(largest, y)]
    width, x, y = max(places, default=(0.0, (largest[0][0][0] + largest[0][1][0]) / 2, (top + foot) / 2))
    return round(x, 1), round(y, 1), round(width * AIR, 1)


def _places(polygon: Polygon, y: float) -> list[tuple[float, float, float]]:
    """The stretches at a height on which words two lines high stay inside: how wide, their middle, the height."""
    found = []
    for left, right in _inside(polygon, y):
        middle = (left + right) / 2
        near = [
            one for at in (y - LINE, y + LINE) for one in _inside(polygon, at) if one[0] < middle < one[1]
        ]
        if len(near) == 2:
            left, right = max(left, *(one[0] for one in near)), min(right, *(one[1] for one in near))
            found.append((right - left, (left + right) / 2, y))
        else:
            found.append(((right - left) * FLAT, middle, y))
    return found


def _inside(polygon: Polygon, y: float) -> list[tuple[float, float]]:
    """The stretches of a height that lie inside a polygon and outside its holes."""
    crossings = sorted(x for ring in polygon for x in _crossings(ring, y))
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _spread(ring: Ring) -> float:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _crossings(ring: Ring, y: float) -> list[float]:
    pairs = pairwise(ring)
    return [
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairs
        if (y1 <= y < y2) or (y2 <= y < y1)
    ]
