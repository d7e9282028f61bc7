import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict, Unpack
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import local_date
from governance.kernel.errors import Refused
from governance.kernel.wording import plain
from governance.people.models import User
from grids.actions.findings import Findings, Hazard, findings_of, open_findings
from grids.enums.visits import CLOCK_SKEW, OLDEST_VISIT, VisitKind, VisitOutcome, Way
from grids.models import Household, Visit, VisitConflict
from grids.rules.posts import held_on, left_on
from grids.rules.visits import may_log_for


@dataclass(frozen=True)
class Receipt:
    """What the sender gets: the visit as it stands, whether this sending made it, and whether nothing hangs on it."""

    visit: Visit
    is_new: bool
    is_bare: bool = False


class Circumstances(TypedDict, total=False):
    """What a visit may say of itself beside its outcome; nothing of it has to be."""

    place: str
    kind: VisitKind
    way: Way
    note: str
    companions: list[str]
    return_on: date | None
    latitude: Decimal | None
    longitude: Decimal | None


def log_visit(
    worker: User,
    *,
    by: User,
    client_uuid: UUID,
    outcome: VisitOutcome,
    household: Household | None = None,
    area: Area | None = None,
    needs: Iterable[dict] = (),
    hazard: Hazard | None = None,
    visited_at: datetime | None = None,
    captured_at: datetime | None = None,
    **said: Unpack[Circumstances],
) -> Receipt:
    """Write down one contact, exactly once for a `client_uuid` however often it is sent.

    The same content again returns the same receipt; other content is kept as a `VisitConflict` and
    `Refused`. Each of `needs` (`{kind, text}`) opens a `NeedRequest`, `hazard` an event, in the same
    transaction; the outcome "need" without any opens one of the note. `visited_at` defaults to now; a
    clock that runs a little ahead is set back to now, a time in the future or outside the worker's post
    is `Refused`.
    """
    visit = Visit(
        client_uuid=client_uuid, worker=worker, household=household, outcome=outcome,
        area=household.area if household else area, **_tidied(said),
    )  # fmt: skip
    found = findings_of(visit, needs, hazard)
    content = _content(visit, found, visited_at=visited_at)
    visit.content_hash = _digest(content)
    _set_times(visit, visited_at=visited_at, captured_at=captured_at)
    _check_post(visit, by=by)
    _check_row(visit)
    try:
        with transaction.atomic():
            _save(visit, found, by=by)
    except IntegrityError:
        if not Visit.objects.filter(client_uuid=client_uuid).exists():
            raise
        return _receive_again(visit, content, by=by)
    return Receipt(visit, is_new=True, is_bare=not (found.needs or found.hazard))


def _tidied(said: Circumstances) -> Circumstances:
    """Without blanks and turning marks, each companion once; a call is by telephone whatever else was said."""
    tidy = dict(said)
    for name in ("place", "note"):
        tidy[name] = plain(said.get(name, ""))
    tidy["companions"] = sorted(set(said.get("companions", ())))
    if said.get("kind") == VisitKind.CALL:
        tidy["way"] = Way.PHONE
    return tidy


def _check_row(visit: Visit) -> None:
    """Before the transaction, which would ask for a savepoint around it."""
    visit.place_in(visit.area)
    known = {"area", "worker"} | ({"household"} if visit.household else set())  # rows read just now
    visit.full_clean(exclude=known, validate_unique=False)


def _save(visit: Visit, found: Findings, *, by: User) -> None:
    visit.save(force_insert=True)
    record("grids.log_visit", by=by, subject=visit, after={"outcome": visit.outcome, "way": visit.way})
    open_findings(visit, found, by=by)


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


def _check_post(visit: Visit, *, by: User) -> None:
    """A contact belongs to a day on which the worker had a post there; the phone may bring it some days later."""
    if visit.area is None:
        raise PermissionDenied
    code = visit.area.code
    if not may_log_for(by, visit.worker, code):
        left = left_on(by, code) if by.pk == visit.worker_id else None
        if left is None:
            raise PermissionDenied
        if visit.visited_on >= left:
            raise Refused(
                "post_ended",
                _("您已于 {} 离开这个网格，之后的走访请告诉社区书记，由现任网格员登记。").format(left),
            )
    if not held_on(visit.worker, code, visit.visited_on):
        raise Refused(
            "before_post",
            _("{} 您还没有在这个网格任职。请检查手机时间；时间没有错的，请告诉社区书记。").format(
                visit.visited_on
            ),
        )


def _content(visit: Visit, found: Findings, *, visited_at: datetime | None) -> dict:
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
        "companions": [str(kind) for kind in visit.companions],
        "return_on": visit.return_on and visit.return_on.isoformat(),
        "position": [
            format(part.normalize(), "f") for part in (visit.latitude, visit.longitude) if part is not None
        ],
        "visited_at": int(visited_at.timestamp() * 1000) if visited_at else None,
    } | found.content


def _digest(content: dict) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
