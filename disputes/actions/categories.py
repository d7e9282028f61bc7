from django.db import transaction

from disputes.models import Category
from governance.casework.models import Case


@transaction.atomic
def load_categories(rows: list[dict]) -> None:
    """Write the categories of a preset, first level first. None is ever removed: disputes point at them.

    A category that has become restricted restricts the disputes it already has.
    """
    Category.objects.bulk_create(
        (
            Category(
                code=row["code"],
                name=row["name"],
                parent_id=row["parent"],
                is_restricted=row.get("is_restricted", False),
                community_may_lead=row.get("community_may_lead", False),
            )
            for row in sorted(rows, key=lambda row: len(row["code"]))
        ),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "parent", "is_restricted", "community_may_lead"],
    )
    newly = Case.objects.filter(is_restricted=False, dispute__category__is_restricted=True)
    newly.update(is_restricted=True)
