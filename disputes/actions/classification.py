from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.models import Category, CategoryMap, SchemeKind
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.people.models import User


@transaction.atomic
def load_schemes(rows: list[dict]) -> None:
    """Write the kinds of a preset and map what nobody has mapped: what an office changed stays."""
    known = set(Category.objects.values_list("pk", flat=True))
    for row in rows:
        kind, _new = SchemeKind.objects.update_or_create(
            scheme=row["scheme"],
            code=row["code"],
            defaults={"name": row["name"], "is_rest": row.get("is_rest", False)},
        )
        CategoryMap.objects.bulk_create(
            [
                CategoryMap(scheme=row["scheme"], category_id=code, kind=kind)
                for code in row["categories"]
                if code in known
            ],
            ignore_conflicts=True,
        )


@transaction.atomic
def map_category(category: Category, *, by: User, scheme: str, kind: SchemeKind | None) -> None:
    """Say where a category counts in a scheme from now on and looking back; None leaves it to its first level."""
    if not by.may(Right.CATALOGUE):
        raise PermissionDenied
    if kind is not None and kind.scheme != scheme:
        raise Refused("other_scheme", _("这个类别属于另一种统计口径，请从列表中选择。"))
    before = CategoryMap.objects.select_for_update().filter(scheme=scheme, category=category).first()
    if kind is None:
        CategoryMap.objects.filter(scheme=scheme, category=category).delete()
    else:
        CategoryMap.objects.update_or_create(scheme=scheme, category=category, defaults={"kind": kind})
    record(
        "disputes.map_category",
        by=by,
        subject=category,
        before={"kind": before.kind.code if before else ""},
        after={"scheme": scheme, "kind": kind.code if kind else ""},
    )
