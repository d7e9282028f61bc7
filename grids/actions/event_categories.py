from django.db import transaction

from governance.people.models import Role
from grids.models import EventCategory

_OWN = (
    "name",
    "grade",
    "amount",
    "unit",
    "basis",
    "is_open",
    "needs_joint_verification",
    "follow_up",
    "hint",
)


@transaction.atomic
def load_event_categories(rows: list[dict]) -> None:
    """Write the catalogue of a preset, classes first. None is ever removed: events point at them."""
    roles = {role.code: role for role in Role.objects.all()}
    for row in sorted(rows, key=lambda row: len(row["code"])):
        given = {name: row[name] for name in _OWN if name in row}
        given["parent_id"] = row["code"][:3] if len(row["code"]) > 3 else None
        given["handler_role"] = roles[row["role"]] if row.get("role") else None
        EventCategory.objects.update_or_create(code=row["code"], defaults=given)
