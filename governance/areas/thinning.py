"""Fewer points for the same picture, by Visvalingam and Whyatt: the corner that spans the least area goes first.

Neighbours bear the same corners on their common line, so what goes on one side goes on the other as well. The time is
that of a sort whatever the shape, which Douglas and Peucker's way does not promise for a file made to be slow.
"""

from heapq import heapify, heappop, heappush
from math import inf

Point = tuple[float, float]
Ring = list[Point]
Shapes = dict[str, list[list[Ring]]]


def thin(shapes: Shapes, most: int) -> Shapes:
    """The shapes with the `most` points that matter most; a ring keeps three corners whatever it weighs."""
    rings = {
        (code, n, m): ring
        for code, polygons in shapes.items()
        for n, polygon in enumerate(polygons)
        for m, ring in enumerate(polygon)
    }
    if sum(map(len, rings.values())) <= most:
        return shapes
    weights = {key: _weights(ring) for key, ring in rings.items()}
    line = sorted((weight for found in weights.values() for weight in found), reverse=True)[most]
    return {
        code: [
            [
                [
                    p
                    for p, weight in zip(ring, weights[code, n, m], strict=True)
                    if weight > line or weight == inf
                ]
                for m, ring in enumerate(polygon)
            ]
            for n, polygon in enumerate(polygons)
        ]
        for code, polygons in shapes.items()
    }


def _weights(ring: Ring) -> list[float]:
    """How much each point matters: the area it spans when its turn comes. Ends and the last two corners stay."""
    count = len(ring)
    weights = [inf] * count
    before, after = [n - 1 for n in range(count)], [n + 1 for n in range(count)]
    spans = [(_span(ring[n - 1], ring[n], ring[n + 1]), n) for n in range(1, count - 1)]
    present = {n: span for span, n in spans}
    heapify(spans)
    reached = 0.0
    while len(present) > 2:
        span, n = heappop(spans)
        if present.get(n) != span:
            continue  # an older reckoning of a corner whose neighbour has gone
        reached = max(reached, span)
        weights[n] = reached
        del present[n]
        left, right = before[n], after[n]
        after[left], before[right] = right, left
        for near in (left, right):
            if near in present:
                present[near] = _span(ring[before[near]], ring[near], ring[after[near]])
                heappush(spans, (present[near], near))
    return weights


def _span(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))
