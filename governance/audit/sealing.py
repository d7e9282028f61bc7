"""The chain over the trail: a batch of events is hashed onto the hash of the batch before.

One job seals, not a trigger per row: ids are drawn before commits, so a row-by-row chain breaks by
itself under load. The heads also leave the database (a file that operations copies elsewhere),
because whoever owns the database can rewrite the whole chain inside it.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from governance.audit.actions import WRITERS_LOCK
from governance.audit.models import AuditEvent, AuditSeal

BATCH = 20_000


@dataclass(frozen=True)
class Flaw:
    """Where the trail and its seals disagree."""

    seal_id: int
    text: str


def seal_events() -> AuditSeal | None:
    """Seal the events written since the last seal; None when there are none. Safe to run at any time, twice."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS_LOCK])
        last = AuditSeal.objects.order_by("-id").first()
        events = list(AuditEvent.objects.filter(id__gt=last.last_id if last else 0).order_by("id")[:BATCH])
        if not events:
            return None
        before = last.hash if last else ""
        seal = AuditSeal.objects.create(
            first_id=events[0].id,
            last_id=events[-1].id,
            count=len(events),
            previous_hash=before,
            hash=_hash(before, events),
        )
    _export_head(seal)
    return seal


def verify(*, after: AuditSeal | None = None) -> list[Flaw]:
    """Every disagreement between events, seals and the exported heads; empty when the trail is whole.

    With `after` only of what was sealed later than that.
    """
    flaws, before, reached = [], after.hash if after else "", after.last_id if after else 0
    heads = {last_id: head for last_id, head in _read_heads().items() if last_id > reached}
    for seal in AuditSeal.objects.filter(last_id__gt=reached).order_by("id").iterator():
        events = list(AuditEvent.objects.filter(id__gt=reached, id__lte=seal.last_id).order_by("id"))
        if seal.previous_hash != before:
            flaws.append(Flaw(seal.id, "the link to the seal before is broken"))
        if len(events) != seal.count or _hash(seal.previous_hash, events) != seal.hash:
            flaws.append(
                Flaw(seal.id, f"events {seal.first_id}–{seal.last_id} were changed, removed or added")
            )
        if heads.pop(seal.last_id, seal.hash) != seal.hash:
            flaws.append(Flaw(seal.id, "the seal differs from the head that was exported"))
        before, reached = seal.hash, seal.last_id
    flaws += [Flaw(0, f"an exported head up to event {last_id} has no seal") for last_id in heads]
    return flaws


def _hash(before: str, events: list[AuditEvent]) -> str:
    digest = hashlib.sha256(before.encode())
    names = [field.attname for field in AuditEvent._meta.concrete_fields]
    for event in events:
        row = {name: getattr(event, name) for name in names}
        digest.update(json.dumps(row, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()


def _heads_file() -> Path:
    return settings.AUDIT_HEADS_FILE


def _export_head(seal: AuditSeal) -> None:
    path = _heads_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(f"{seal.last_id} {seal.hash}\n")


def _read_heads() -> dict[int, str]:
    path = _heads_file()
    lines = path.read_text().split("\n") if path.exists() else []
    return {int(line.split()[0]): line.split()[1] for line in lines if line.strip()}
