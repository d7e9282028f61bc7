"""Where things lay on a past day: areas as they were then, with what hangs on areas that were not there."""

from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from governance.areas.models import Area

_PLACED = """
with recursive inside(root, id) as (
    select ancestor_id, descendant_id from areas_ancestry
    where ancestor_id = any(%s) and valid @> %s::date
), below(root, id, child) as (
    select c.ancestor_id, d.descendant_id, c.descendant_id::text from areas_ancestry c
    join areas_ancestry d on d.ancestor_id = c.descendant_id and d.valid @> %s::date
    where c.ancestor_id = any(%s) and c.depth = 1 and c.valid @> %s::date
), astray(id, home) as (
    select a.id, coalesce(k.keeper_id, a.id) from areas_area a
    left join areas_areakeeper k on k.area_id = a.id and k.valid @> %s::date
    where a.closed_on <= %s or a.opened_on > %s
    union all
    select s.id, case when a.opened_on > %s then a.opened_under_id else a.closed_under_id end
    from astray s join areas_area a on a.id = s.home and (a.closed_on <= %s or a.opened_on > %s)
), placed(root, id, child) as materialized (
    select i.root, i.id, b.child from inside i left join below b using (root, id)
    union all
    select i.root, s.id, b.child from astray s
    join inside i on i.id = s.home left join below b on b.root = i.root and b.id = s.home
)
"""


def placed(areas: list[Area], on: date) -> tuple[str, tuple]:
    """A WITH clause that gives `placed(root, id, child)`: what lay in each of the areas, and in which of its children.

    What a closed area has on record lies with whoever kept it on the day, without such an heir where the area last
    was; what an area opened later has, of a day before it, lies where the area was opened, even if it was moved away
    the very same day. So the whole loses nothing.
    """
    roots = [area.pk for area in areas]
    return _PLACED, (roots, on, on, roots, on, *[on] * 6)


def lying_in(rows: QuerySet, area: Area, on: date) -> QuerySet:
    """The rows that lay in an area on the boundaries of a day, wherever they lie today."""
    clause, params = placed([area], on)
    path = "pk" if rows.AREA_FIELD == "code" else f"{rows.AREA_FIELD.removesuffix('_code')}_id"
    inside = RawSQL(f"{clause} select id from placed", params)  # noqa: S611 - the clause is ours, the rest parameters
    return rows.filter(Q(**{f"{path}__in": inside}))
