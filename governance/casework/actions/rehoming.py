from django.db import transaction

from governance.audit.actions import record
from governance.casework.models import Case
from governance.people.models import Post, User


@transaction.atomic
def rehome_case(case: Case, *, by: User | None, to: Post, note: str) -> None:
    """Give a case whose seat is gone to another seat. Its state and clock stay as they are."""
    before = case.owner_post_id
    case.owner_post, case.owner_area, case.level = to, to.area, to.area.level
    case.version += 1
    case.save(update_fields=["owner_post", "owner_area", "level", "version", "changed_at"])
    case.note("rehome", by=by, note=note)
    record("case.rehome", by=by, subject=case, before={"post": before}, after={"post": to.pk}, reason=note)
