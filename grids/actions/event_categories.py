from django.core.exceptions import PermissionDenied
from django.db import transaction

from governance.audit.actions import record
from governance.people.models import Role, User
from grids.enums.rights import EventRight
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


@transaction.atomic
def edit_event_category(category: EventCategory, *, by: User, **fields) -> None:
    """Change how a category is handled from now on; limits that run already stay as they are."""
    if not by.may(EventRight.CATALOGUE):
        raise PermissionDenied
    before = {name: _plain(getattr(category, name)) for name in fields}
    for name, value in fields.items():
        setattr(category, name, value)
    category.full_clean()
    category.save()
    after = {name: _plain(value) for name, value in fields.items()}
    record("events.edit_category", by=by, subject=category, before=before, after=after)


def _plain(value):
    return getattr(value, "pk", value)
