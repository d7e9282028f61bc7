"""Outlines from a file nobody has looked at: what is told of them, what is kept, what is drawn."""

import copy
import json
from math import cos, pi, sin

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.areas import boundaries
from governance.areas.boundaries import KEPT_POINTS, TALL, WIDE, read_boundaries
from governance.areas.thinning import thin
from tests.factories.boundaries import feature, square, squares

NAMES = {"990101": "东区", "990102": "西区"}
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda part: st.lists(part, max_size=5) | st.dictionaries(st.text(max_size=6), part, max_size=5),
    max_leaves=20,
)


def faults(document, names=NAMES) -> list[str]:
    with pytest.raises(ValidationError) as wrong:
        read_boundaries(document, names)
    return wrong.value.messages


def circle(count: int, east: float = 106.5, north: float = 38.5, radius: float = 0.3) -> list[list[float]]:
    turns = [2 * pi * n / count for n in range(count)]
    ring = [[east + radius * cos(turn), north + radius * sin(turn)] for turn in turns]
    return [*ring, ring[0]]


def test_what_is_kept_is_written_anew():
    found = read_boundaries(squares(NAMES), NAMES)

    assert [one["properties"] for one in found.document["features"]] == [
        {"code": "990101", "name": "东区"},
        {"code": "990102", "name": "西区"},
    ]
    assert "nobody" not in json.dumps(found.document)
    assert (found.points_given, found.points_kept) == (10, 10)


def test_the_drawing_fits_its_picture_and_names_stand_inside_their_shapes():
    drawing = read_boundaries(squares(NAMES), NAMES).drawing

    assert drawing["width"] <= WIDE and drawing["height"] <= TALL
    (east_x, y, room, path), (west_x, *_rest) = drawing["shapes"]["990101"], drawing["shapes"]["990102"]
    assert path.startswith("M0.0,") and path.endswith("Z")
    assert east_x - room / 2 > 0 and east_x + room / 2 < drawing["width"] / 2 < west_x
    assert 0 < y < drawing["height"]


@pytest.mark.parametrize("code", ["990101000000", 990101, " 990101 "])
def test_a_code_is_known_as_a_number_and_with_the_zeros_of_the_national_form(code):
    document = {"type": "FeatureCollection", "features": [feature(code, [square(0)])]}

    assert list(read_boundaries(document, {"990101": "东区"}).drawing["shapes"]) == ["990101"]


def test_missing_unknown_and_repeated_codes_are_told_at_once():
    found = faults(squares(["990101", "990101", "990199", "640104"]))

    assert found == [
        "缺少这些下级区划：西区（990102）。",
        "这些代码不是它的下级区划：640104、990199。",
        "这些代码重复：990101。",
    ]


@pytest.mark.parametrize("document", [None, [], 7, "{}", {}, {"type": "FeatureCollection", "features": {}}])
def test_what_is_no_collection_is_refused(document):
    assert faults(document) == ["文件不是 FeatureCollection，请导出为 GeoJSON 的要素集合。"]


@pytest.mark.parametrize(
    "ring",
    [
        [],
        [[106, 38], [107, 38], [106, 38]],
        [[106, 38], [107, 38], [107, 39], [106, 39]],
        [[106, 38], [107, 38], [106, 38], [107, 38], [106, 38]],
        [[106, 38], [107, 38], [107, 91], [106, 38]],
        [[426000, 4260000], [426100, 4260000], [426100, 4260100], [426000, 4260000]],
        [[106, 38], [107, 38], [True, 39], [106, 38]],
        [[106, 38], [107, 38], ["107", 39], [106, 38]],
        [[106, 38], [107, 38], [float("nan"), 39], [106, 38]],
        [[106, 38], [107, 38], [10**400, 39], [106, 38]],
        [[106, 38], [107, 38], [107], [106, 38]],
        {"x": 1},
    ],
)
def test_a_ring_that_is_none_is_refused(ring):
    document = squares(NAMES)
    document["features"][0]["geometry"]["coordinates"] = [ring]

    assert any(words.startswith("990101 的") for words in faults(document))


@pytest.mark.parametrize("kind", ["Point", "LineString", "GeometryCollection", None, 5])
def test_other_geometries_are_refused(kind):
    document = squares(NAMES)
    document["features"][1]["geometry"]["type"] = kind

    assert faults(document) == ["990102 的图形应是 Polygon 或 MultiPolygon。"]


def test_many_faults_are_told_in_part():
    document = {"type": "FeatureCollection", "features": [{}] * 50}
    found = faults(document)

    assert len(found) == boundaries.TOLD + 1
    assert found[-1].startswith("另有 31 处")


def test_more_points_than_we_read_are_refused(monkeypatch):
    monkeypatch.setattr(boundaries, "MOST_POINTS", 9)
    assert faults(squares(NAMES)) == ["一共 10 个点，最多 9 个，请先用地图软件简化后再上传。"]
    monkeypatch.setattr(boundaries, "MOST_POINTS", 10)
    monkeypatch.setattr(boundaries, "MOST_RINGS", 1)
    assert faults(squares(NAMES)) == ["一共 2 个环，最多 1 个，请去掉零碎的小块后再上传。"]


def test_a_heavy_file_is_thinned_and_keeps_its_shape():
    document = {"type": "FeatureCollection", "features": [feature("990101", [circle(20_000)])]}
    found = read_boundaries(document, {"990101": "东区"})

    assert found.points_given == 20_001
    assert found.points_kept <= KEPT_POINTS
    [ring] = found.document["features"][0]["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert all(abs(((x - 106.5) ** 2 + (y - 38.5) ** 2) ** 0.5 - 0.3) < 1e-6 for x, y in ring)


def test_neighbours_lose_the_same_points_of_their_common_line():
    line = [(106 + 0.001 * (n % 7) * (n % 3), 38 + n / 400) for n in range(401)]
    east = [[*line, (107.0, 39.0), (107.0, 38.0), line[0]]]
    west = [[*line, (105.0, 39.0), (105.0, 38.0), line[0]]]
    kept = thin({"e": [east], "w": [west]}, 200)

    [[one]], [[other]] = kept["e"], kept["w"]
    common = set(line)
    assert common & set(one) == common & set(other)
    assert len(common & set(one)) < 110


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=3, max_size=30, unique=True),
        min_size=1,
        max_size=5,
    ),
    st.integers(1, 60),
)
def test_thinning_keeps_rings_closed_and_at_most_so_many_points(rings, most):
    shapes = {"a": [[[(float(x), float(y)) for x, y in [*ring, ring[0]]]] for ring in rings]}
    kept = [ring for polygon in thin(shapes, most)["a"] for ring in polygon]

    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in kept)
    assert sum(map(len, kept)) <= max(most, 4 * len(rings))
    assert all(set(ring) <= set(polygon[0]) for ring, polygon in zip(kept, shapes["a"], strict=True))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(junk)
def test_junk_is_refused_and_never_breaks(document):
    assert faults(document)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(junk, st.data())
def test_a_good_file_with_junk_anywhere_is_refused_or_read(part, data):
    document = copy.deepcopy(squares(NAMES))
    holder, key = document, data.draw(st.sampled_from(["features", "type"]))
    while data.draw(st.booleans()) and isinstance(holder[key], dict | list) and holder[key]:
        holder = holder[key]
        key = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key] = part
    try:
        found = read_boundaries(document, NAMES)
    except ValidationError as wrong:
        assert wrong.messages
    else:
        assert set(found.drawing["shapes"]) == set(NAMES)
        json.dumps(found.document, allow_nan=False)
