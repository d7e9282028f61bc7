from django.db import transaction

from disputes.models import Category, TrackLimit
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
                bars_confirmation=row.get("bars_confirmation", False),
                community_may_lead=row.get("community_may_lead", False),
            )
            for row in sorted(rows, key=lambda row: len(row["code"]))
        ),
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "parent", "is_restricted", "bars_confirmation", "community_may_lead"],
    )
    newly = Case.objects.filter(is_restricted=False, dispute__category__is_restricted=True)
    newly.update(is_restricted=True)


@transaction.atomic
def load_track_limits(rows: list[dict]) -> None:
    """Write the limits of the other tracks over those of the same track and category."""
    for row in rows:
        TrackLimit.objects.update_or_create(
            track=row["track"],
            category_prefix=row.get("category_prefix", ""),
            defaults={
                name: row.get(name, TrackLimit._meta.get_field(name).get_default())
                for name in ("name", "accept_days", "result_days", "more_days", "basis")
            },
        )
