"""The closure of `AreaParent` over time by one recursive statement: verbs write with it, the check compares."""

from collections.abc import Collection

from django.db import connection

from governance.areas.models import Ancestry

DEEPEST = 20  # stops the walk on a damaged tree; real ones have six levels

EXPECTED = """
    WITH RECURSIVE up (ancestor_id, descendant_id, depth, valid) AS (
        SELECT id, id, 0, daterange(opened_on, closed_on) FROM areas_area WHERE {of}
        UNION ALL
        SELECT link.parent_id, up.descendant_id, up.depth + 1, up.valid * link.valid
        FROM up JOIN areas_areaparent link ON link.area_id = up.ancestor_id AND link.valid && up.valid
        WHERE up.depth < %(deepest)s
    )
    SELECT ancestor_id, descendant_id, depth, unnest(range_agg(valid)) AS valid
    FROM up GROUP BY ancestor_id, descendant_id, depth
"""
ACTUAL = "SELECT ancestor_id, descendant_id, depth, valid FROM areas_ancestry"


def write_ancestry(area_ids: Collection[int]) -> None:
    """Writes anew every ancestor, past and present, of the given areas."""
    Ancestry.objects.filter(descendant__in=area_ids).delete()
    insert_ancestry(area_ids)


def insert_ancestry(area_ids: Collection[int]) -> None:
    _run(_insert(EXPECTED.format(of="id = ANY(%(ids)s)")), ids=list(area_ids))


def rebuild_ancestry() -> None:
    Ancestry.objects.all().delete()
    _run(_insert(EXPECTED.format(of="true")))


def wrong_ancestry() -> list[tuple]:
    """Where the table differs from the tree: (ancestor, descendant, depth, valid, missing or surplus)."""
    expected = EXPECTED.format(of="true")
    with connection.cursor() as cursor:
        cursor.execute(
            f"(SELECT *, 'missing' FROM (({expected}) EXCEPT ({ACTUAL})) missing)"
            f" UNION ALL (SELECT *, 'surplus' FROM (({ACTUAL}) EXCEPT ({expected})) surplus)",
            {"deepest": DEEPEST},
        )
        return cursor.fetchall()


def _insert(rows: str) -> str:
    return f"INSERT INTO areas_ancestry (ancestor_id, descendant_id, depth, valid) {rows}"


def _run(statement: str, **params) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"deepest": DEEPEST, **params})
