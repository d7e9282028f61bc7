"""Whether the tree agrees with itself: codes and closure with the parents, rows with their areas."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.utils.translation import gettext as _

from governance.areas.actions.guards import TREE_LOCK
from governance.areas.closure import rebuild_ancestry, wrong_ancestry
from governance.areas.placing import misplaced_rows, place_rows

# Each finds areas (code, name) that break one rule. Closed areas bear their last code, wherever it went since.
RULES = {
    "代码位数与层级不符": """
        JOIN areas_arealevel level ON level.key = area.level_id WHERE length(area.code) <> level.code_width""",
    "代码与上级代码不符": """
        JOIN areas_areaparent link ON link.area_id = area.id AND upper_inf(link.valid)
        JOIN areas_area parent ON parent.id = link.parent_id
        JOIN areas_arealevel level ON level.key = parent.level_id
        WHERE left(area.code, level.code_width) <> parent.code""",
    "不是最高一级却没有上级，或上级层级不对": """
        JOIN areas_arealevel level ON level.key = area.level_id
        LEFT JOIN areas_areaparent link ON link.area_id = area.id AND upper_inf(link.valid)
        LEFT JOIN areas_area parent ON parent.id = link.parent_id
        LEFT JOIN areas_arealevel above ON above.key = parent.level_id
        WHERE area.closed_on IS NULL AND above.depth IS DISTINCT FROM
              (SELECT max(depth) FROM areas_arealevel WHERE depth < level.depth)""",
    "现行代码与代码记录不符": """
        LEFT JOIN areas_areacode held ON held.area_id = area.id AND upper_inf(held.valid)
        WHERE area.closed_on IS NULL AND held.code IS DISTINCT FROM area.code""",
    "现行名称与名称记录不符": """
        LEFT JOIN areas_areaname held ON held.area_id = area.id AND upper_inf(held.valid)
        WHERE area.closed_on IS NULL AND held.name IS DISTINCT FROM area.name""",
    "撤销后仍有有效记录": """
        WHERE area.closed_on IS NOT NULL AND EXISTS (
            SELECT valid FROM areas_areacode WHERE area_id = area.id AND NOT valid <@ daterange(NULL, area.closed_on)
            UNION ALL
            SELECT valid FROM areas_areaname WHERE area_id = area.id AND NOT valid <@ daterange(NULL, area.closed_on)
            UNION ALL
            SELECT valid FROM areas_areaparent WHERE area_id = area.id AND NOT valid <@ daterange(NULL, area.closed_on)
        )""",
    "名称、代码没有从设立起连续记录": """
        WHERE (SELECT range_agg(valid) FROM areas_areacode WHERE area_id = area.id)
              IS DISTINCT FROM datemultirange(daterange(area.opened_on, area.closed_on))
           OR (SELECT range_agg(valid) FROM areas_areaname WHERE area_id = area.id)
              IS DISTINCT FROM datemultirange(daterange(area.opened_on, area.closed_on))""",
}


def faults() -> Iterator[str]:
    """One sentence for each fault, nothing for a sound tree."""
    for words, condition in RULES.items():
        for code, name in _rows(f"SELECT area.code, area.name FROM areas_area area {condition}"):
            yield f"{code} {name}：{words}"
    for ancestor, descendant, depth, valid, how in wrong_ancestry():
        words = _("上下级闭包缺少") if how == "missing" else _("上下级闭包多出")
        yield f"{words} {ancestor} → {descendant} ({depth}, {valid})"
    for label, count in misplaced_rows().items():
        yield _("%(label)s 有 %(count)d 行的区划代码不是现行代码") % {"label": label, "count": count}


def rebuild() -> int:
    """Writes anew what follows from parents and codes: the closure and the rows' codes; how many rows changed."""
    with transaction.atomic():
        _rows("SELECT pg_advisory_xact_lock(%s)", [TREE_LOCK])
        rebuild_ancestry()
        return place_rows()


def _rows(statement: str, params: list | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
