from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.pocket import Verdict
from grids.enums.rights import Right
from grids.models import VisitConflict


def review_conflict(conflict: VisitConflict, *, by: User, verdict: Verdict) -> None:
    """Somebody has looked at both versions. The first one stands unchanged, the second at most beside it."""
    if not by.may(Right.MANAGE, conflict.area_code):
        raise PermissionDenied
    with transaction.atomic():
        reviewed = VisitConflict.objects.filter(pk=conflict.pk).unreviewed()
        if not reviewed.update(reviewed_at=timezone.now(), verdict=verdict):
            raise Refused("reviewed", _("这条走访已经核对过，请刷新页面查看结果。"))
        record("grids.review_visit_conflict", by=by, subject=conflict, after={"verdict": verdict})
