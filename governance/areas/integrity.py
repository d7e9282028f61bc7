"""Whether the tree agrees with itself: codes and closure with the parents, rows with their areas."""

from collections.abc import Callable, Iterator
from datetime import date

from django.apps import apps
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from governance.areas.actions.guards import TREE_LOCK
from governance.areas.closure import rebuild_ancestry, wrong_ancestry
from governance.areas.models import Area
from governance.areas.placing import misplaced_rows, place_rows
from governance.kernel.checking import Check, Found, Severity

# Each finds areas (code, name) that break one rule. Closed areas bear their last code, wherever it went since.
RULES = {
    "area-code-width": (
        _("区划代码位数与层级不符"),
        """
        JOIN areas_arealevel level ON level.key = area.level_id WHERE length(area.code) <> level.code_width""",
    ),
    "area-code-parent": (
        _("区划代码与上级代码不符"),
        """
        JOIN areas_areaparent link ON link.area_id = area.id AND upper_inf(link.valid)
        JOIN areas_area parent ON parent.id = link.parent_id
        JOIN areas_arealevel level ON level.key = parent.level_id
        WHERE left(area.code, level.code_width) <> parent.code""",
    ),
    "area-parent-level": (
        _("区划没有上级，或者上级层级不对"),
        """
        JOIN areas_arealevel level ON level.key = area.level_id
        LEFT JOIN areas_areaparent link ON link.area_id = area.id AND upper_inf(link.valid)
        LEFT JOIN areas_area parent ON parent.id = link.parent_id
        LEFT JOIN areas_arealevel above ON above.key = parent.level_id
        WHERE area.closed_on IS NULL AND above.depth IS DISTINCT FROM
              (SELECT max(depth) FROM areas_arealevel WHERE depth < level.depth)""",
    ),
    "area-code-record": (
        _("区划现行代码与代码记录不符"),
        """
        LEFT JOIN areas_areacode held ON held.area_id = area.id AND upper_inf(held.valid)
        WHERE area.closed_on IS NULL AND held.code IS DISTINCT FROM area.code""",
    ),
    "area-name-record": (
        _("区划现行名称与名称记录不符"),
        """
        LEFT JOIN areas_areaname held ON held.area_id = area.id AND upper_inf(held.valid)
        WHERE area.closed_on IS NULL AND held.name IS DISTINCT FROM area.name""",
    ),
    "area-closed-records": (
        _("区划撤销后仍有有效记录"),
        """
        WHERE area.closed_on IS NOT NULL AND EXISTS (
            SELECT valid FROM areas_areacode WHERE area_id = area.id AND NOT valid <@ daterange(NULL, area.closed_on)
            UNION ALL
            SELECT valid FROM areas_areaname WHERE area_id = area.id AND NOT valid <@ daterange(NULL, area.closed_on)
            UNION ALL
            SELECT valid FROM areas_areaparent WHERE area_id = area.id AND NOT valid <@ daterange(NULL, area.closed_on)
        )""",
    ),
    "area-keeper-record": (
        _("承接区划与承接记录不符"),
        """
        LEFT JOIN areas_areakeeper held ON held.area_id = area.id AND upper_inf(held.valid)
        WHERE held.keeper_id IS DISTINCT FROM area.successor_id""",
    ),
    "area-history-gaps": (
        _("区划名称、代码没有从设立起连续记录"),
        """
        WHERE (SELECT range_agg(valid) FROM areas_areacode WHERE area_id = area.id)
              IS DISTINCT FROM datemultirange(daterange(area.opened_on, area.closed_on))
           OR (SELECT range_agg(valid) FROM areas_areaname WHERE area_id = area.id)
              IS DISTINCT FROM datemultirange(daterange(area.opened_on, area.closed_on))""",
    ),
}


def faults() -> Iterator[str]:
    """One sentence for each fault, nothing for a sound tree."""
    for words, condition in RULES.values():
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


def _breaking(condition: str) -> Callable[[date], QuerySet]:
    found = f"SELECT area.id FROM areas_area area {condition}"
    return lambda day: Area.objects.filter(pk__in=RawSQL(found, []))  # noqa: S611 — our own rules


def _with_wrong_closure(day: date) -> QuerySet:
    return Area.objects.filter(pk__in={descendant for _ancestor, descendant, *_rest in wrong_ancestry()})


def _tables_with_misplaced_rows(day: date) -> list[Found]:
    return [Found(label, str(apps.get_model(label)._meta.verbose_name)) for label in misplaced_rows()]


_REBUILD = _("请系统管理员运行 check_areas --rebuild 重算。")
CHECKS = (
    *(
        Check(
            code=code,
            title=words,
            explains=_("区划的代码、名称和隶属各有带日期的记录，现行值要与记录一致，往期数据才算得对。"),
            mend=_("在区划详情核对沿革，用更名、调整隶属、撤销改正；记录本身损坏的请系统管理员处理。"),
            severity=Severity.SERIOUS,
            rows=_breaking(condition),
            noun=_("区划"),
            label="name",
            area="code",
            page="areas:area_detail",
            target="code",
        )
        for code, (words, condition) in RULES.items()
    ),
    Check(
        code="area-closure",
        title=_("上下级闭包与隶属记录不符"),
        explains=_("按某日边界统计要用上下级闭包，缺了或多了都会算错往期数据。"),
        mend=_REBUILD,
        severity=Severity.SERIOUS,
        rows=_with_wrong_closure,
        noun=_("区划"),
        label="name",
        area="code",
        page="areas:area_detail",
        target="code",
    ),
    Check(
        code="area-misplaced-rows",
        title=_("数据的区划代码不是现行代码"),
        explains=_("每一行数据带着所属区划的现行代码；不是现行的，本单位的人会看不到它。一张表列一条。"),
        mend=_REBUILD,
        severity=Severity.SERIOUS,
        rows=_tables_with_misplaced_rows,
        noun=_("数据表"),
    ),
)
