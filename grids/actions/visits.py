import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import local_date
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.actions.needs import open_need
from grids.enums.visits import CLOCK_SKEW, OLDEST_VISIT, NeedKind, VisitKind, VisitOutcome, Way
from grids.models import Household, Visit, VisitConflict
from grids.rules.visits import may_log_for


@dataclass(frozen=True)
class Receipt:
    """What the sender gets: the visit as it stands, and whether this sending made it."""

    visit: Visit
    is_new: bool


def log_visit(
    worker: User,
    *,
    by: User,
    client_uuid: UUID,
    outcome: VisitOutcome,
    household: Household | None = None,
    area: Area | None = None,
    place: str = "",
    kind: VisitKind = VisitKind.ROUTINE,
    way: Way = Way.DOOR,
    note: str = "",
    need_kind: NeedKind | str = "",
    visited_at: datetime | None = None,
    captured_at: datetime | None = None,
) -> Receipt:
    """Write down one contact, exactly once for a `client_uuid` however often it is sent.

    The same content again returns the same receipt; other content is kept as a `VisitConflict` and
    `Refused`. The outcome "need" opens a `NeedRequest` in the same transaction. `visited_at` defaults to
    now; a clock that runs a little ahead is set back to now, a time in the future is `Refused`.
    """
    visit = Visit(
        client_uuid=client_uuid, worker=worker, household=household, place=place.strip(), kind=kind, way=way,
        outcome=outcome, note=note.strip(), area=household.area if household else area,
    )  # fmt: skip
    if visit.area is None or not may_log_for(by, worker, visit.area.code):
        raise PermissionDenied
    content = _content(visit, visited_at=visited_at, need_kind=need_kind)
    visit.content_hash = _digest(content)
    _set_times(visit, visited_at=visited_at, captured_at=captured_at)
    try:
        with transaction.atomic():
            _save(visit, by=by, need_kind=need_kind)
    except IntegrityError:
        if not Visit.objects.filter(client_uuid=client_uuid).exists():
            raise
        return _receive_again(visit, content, by=by)
    return Receipt(visit, is_new=True)


def _save(visit: Visit, *, by: User, need_kind: str) -> None:
    visit.place_in(visit.area)
    visit.full_clean(validate_unique=False)
    visit.save(force_insert=True)
    record("grids.log_visit", by=by, subject=visit, after={"outcome": visit.outcome, "way": visit.way})
    if visit.outcome == VisitOutcome.NEED:
        open_need(visit, by=by, kind=need_kind or NeedKind.OTHER)


def _receive_again(sent: Visit, content: dict, *, by: User) -> Receipt:
    """The number is taken: by the same visit sent again, or by another that must not be lost."""
    first = Visit.objects.get(client_uuid=sent.client_uuid)
    if first.content_hash == sent.content_hash:
        return Receipt(first, is_new=False)
    with transaction.atomic():
        VisitConflict.objects.get_or_create(
            visit=first,
            content_hash=sent.content_hash,
            defaults={"sender": by, "content": content, "area": sent.area},
        )
        record("grids.keep_visit_conflict", by=by, subject=first)
    raise Refused(
        "other_content",
        _("这条走访已经收到过，但内容不同。两份都已保存，请联系网格长核对，不用重复提交。"),
    )


def _set_times(visit: Visit, *, visited_at: datetime | None, captured_at: datetime | None) -> None:
    now = timezone.now()
    visit.visited_at = visited_at or now
    if visit.visited_at > now + CLOCK_SKEW:
        raise Refused("in_future", _("走访时间在将来，请检查手机时间后重新提交。"))
    if visit.visited_at < now - OLDEST_VISIT:
        raise Refused("too_old", _("走访时间在一年以前，请检查后重新提交。"))
    visit.visited_at = min(visit.visited_at, now)
    visit.visited_on = local_date(visit.visited_at)
    visit.captured_at = min(captured_at or visit.visited_at, now)
    visit.synced_at = now


def _content(visit: Visit, *, visited_at: datetime | None, need_kind: str) -> dict:
    """What the sender said, and nothing the server added: sent again it is the same to the letter."""
    return {
        "worker": visit.worker_id,
        "household": visit.household_id,
        "area": visit.area_id,
        "place": visit.place,
        "kind": str(visit.kind),
        "way": str(visit.way),
        "outcome": str(visit.outcome),
        "note": visit.note,
        "need_kind": str(need_kind) if visit.outcome == VisitOutcome.NEED else "",
        "visited_at": int(visited_at.timestamp() * 1000) if visited_at else None,
    }


def _digest(content: dict) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
