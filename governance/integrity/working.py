"""One run: the check's statement is read once, and findings, what is mended and the counts come out of it.

The statement may find any number of rows. The counts are of all; of the rows themselves so many of each county
are kept, those already known before new ones, so that a finding keeps its age.
"""

import logging
import time
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from governance.areas.enums import Level
from governance.areas.models import Area, AreaLevel
from governance.integrity.enums import EXAMPLES, LONGEST_SECONDS, SLICE
from governance.integrity.models import ERROR, KEY, LABEL, TARGET, CheckRun
from governance.integrity.registry import checks
from governance.kernel.checking import Check
from governance.kernel.days import local_date

log = logging.getLogger(__name__)
_KNOWN = """
    UNION SELECT key, label, area_code, target FROM integrity_finding WHERE code = %s AND cleared_at IS NULL"""
_KEEP = """
    WITH seen (key, label, area_code, target) AS MATERIALIZED ({found}),
    found AS MATERIALIZED (
        SELECT DISTINCT ON (key) left(key, {key}) AS key, left(label, {label}) AS label,
            coalesce(nullif(area_code, ''), %s) AS area_code, left(target, {target}) AS target
        FROM seen ORDER BY key
    ), cleared AS (
        UPDATE integrity_finding f SET cleared_at = %s
        WHERE f.code = %s AND f.cleared_at IS NULL AND NOT EXISTS (SELECT FROM found WHERE found.key = f.key)
    ), ranked AS (
        SELECT found.*, row_number() OVER (
            PARTITION BY left(found.area_code, %s) ORDER BY known.id IS NULL, found.key
        ) AS place
        FROM found LEFT JOIN integrity_finding known
            ON known.code = %s AND known.key = found.key AND known.cleared_at IS NULL
    ), kept AS (
        INSERT INTO integrity_finding AS f
            (code, key, label, target, area_id, area_code, first_seen_at, last_seen_at, cleared_at)
        SELECT %s, r.key, r.label, r.target, a.id, a.keeper_code, %s, %s, NULL
        FROM ranked r CROSS JOIN LATERAL (
            SELECT area.id, coalesce(keeper.code, area.code) AS keeper_code
            FROM areas_arealevel level JOIN areas_area area ON area.code = left(r.area_code, level.code_width)
            LEFT JOIN areas_area keeper ON keeper.id = area.successor_id
            ORDER BY level.code_width DESC LIMIT 1
        ) a
        WHERE r.place <= %s
        ON CONFLICT (code, key) DO UPDATE SET
            label = excluded.label, target = excluded.target,
            area_id = excluded.area_id, area_code = excluded.area_code,
            first_seen_at = CASE WHEN f.cleared_at IS NULL THEN f.first_seen_at ELSE excluded.first_seen_at END,
            last_seen_at = excluded.last_seen_at, cleared_at = NULL
    ), tallied AS (
        INSERT INTO integrity_checktally (run_id, area_code, found)
        SELECT %s, left(area_code, %s), count(*) FROM found GROUP BY 2 RETURNING found
    )
    SELECT coalesce(sum(found), 0) FROM tallied
"""


def carry_out(run: CheckRun) -> None:
    """Look, keep what was found, and note how long it took."""
    begun, now = time.monotonic(), timezone.now()
    check = checks()[run.code]
    thorough = run.night is None
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = '{LONGEST_SECONDS}s'")
    rows = check.look(local_date(now), thorough=thorough)
    found, params = check.statement(rows)
    if check.thorough and not thorough:
        found, params = f"({found}){_KNOWN}", [*params, check.code]
    run.found = _keep(run, check, found, params, now)
    run.done_at, run.seconds = timezone.now(), time.monotonic() - begun
    run.save(update_fields=["found", "done_at", "seconds"])


def _keep(run: CheckRun, check: Check, found: str, params: list, now: datetime) -> int:
    width = dict(AreaLevel.objects.values_list("key", "code_width"))
    top = Area.objects.open().order_by("level__depth", "code").values_list("code", flat=True).first() or ""
    statement = _KEEP.format(found=found, key=KEY, label=LABEL, target=TARGET)
    code, county, community = check.code, width.get(Level.COUNTY, 0), width.get(Level.COMMUNITY, 0)
    values = [
        *(top, now, code, county, code),
        *(code, now, now, EXAMPLES, run.pk, community),
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*params, *values])
        return cursor.fetchone()[0]


def work_off(seconds: float = SLICE) -> int:
    """Carry out what waits, one run a transaction, until so many seconds are over; how many. Safe to run twice."""
    done, until = 0, time.monotonic() + seconds
    while time.monotonic() < until and _carry_out_next():
        done += 1
    return done


def _carry_out_next() -> bool:
    """The run stays locked while it is looked at: a worker that dies leaves it waiting for the next."""
    with transaction.atomic():
        run = CheckRun.objects.waiting().select_for_update(skip_locked=True, of=("self",)).first()
        if run is None:
            return False
        try:
            with transaction.atomic():
                carry_out(run)
        except Exception as fault:  # one check that fails must not stop the others
            log.exception("check %s failed", run.code)
            _note_failure(run, fault)
    return True


def _note_failure(run: CheckRun, fault: Exception) -> None:
    """By the kind of fault alone: values of rows may stand in its text."""
    run.error, run.done_at = type(fault).__name__[:ERROR], timezone.now()
    run.save(update_fields=["error", "done_at"])
