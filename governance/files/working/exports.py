import csv
import io
import logging
import tempfile
import time
from typing import BinaryIO

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.files.base import File
from django.db import OperationalError, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from governance.files.enums import CHUNK, SLICE, FileFormat
from governance.files.lists import source_of
from governance.files.models import TableExport
from governance.files.presenting import facts_of, stamp_of
from governance.files.working.leases import LeaseLost, beat, claim, hold, release
from governance.files.working.parts import KEYS, cells_of, keep_part, keys_of
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.tables import safe_cell, withheld_words
from governance.kernel.wording import office_language
from governance.kernel.workbooks.guarding import MOST_ROWS

log = logging.getLogger(__name__)


def work_on_export(slice_seconds: float = SLICE) -> bool:
    """Do a slice of work on the export that has waited longest; False when none waits."""
    job = claim(TableExport)
    if job is None:
        return False
    try:
        with office_language():
            _work(job, until=time.monotonic() + slice_seconds)
    except LeaseLost:
        log.warning("export %s was taken over by another worker", job.number)
        return True
    except OperationalError:
        raise  # the database is away: the lease runs out, and the work goes on then
    except Exception:
        log.exception("export %s failed", job.number)
        with office_language():
            _fail(job, _("生成时出错，已记入日志，请告知管理员后重新导出。"))
    release(job)
    return True


def _work(job: TableExport, *, until: float) -> None:
    try:
        keys = keys_of(job)
        if keys is None:
            keys = _choose(job)
        while job.position < len(keys):
            _read_some(job, keys)
            if time.monotonic() > until:
                return
        _finish(job)
    except (Http404, BadRequest):
        _fail(job, _("这个筛选条件现在已不能使用，请回到列表重新导出。"))
    except PermissionDenied:
        _fail(job, _("导出人已没有查看这个列表的权限，导出已中止。"))
    except Refused as refused:
        _fail(job, refused.message)


def _choose(job: TableExport) -> list:
    """Settle once which rows the file takes and in which order; whatever changes meanwhile, none comes twice."""
    with transaction.atomic():
        held = hold(job)
        chosen = source_of(held.layout).chosen(held.created_by, held.query)
        keys = list(chosen.rows.values_list("pk", flat=True)[: MOST_ROWS + 1])
        if len(keys) > MOST_ROWS:
            raise Refused("too_many_rows", _("超过 {} 行，请先筛选再导出。").format(f"{MOST_ROWS:,}"))
        keep_part(held, KEYS, keys)
        held.total, held.withheld = len(keys), chosen.withheld
        held.save(update_fields=["total", "withheld", "heartbeat_at"])
    return keys


def _read_some(job: TableExport, keys: list) -> None:
    """Keep the next rows, read with the rights of this moment, in the transaction that moves the position."""
    with transaction.atomic():
        held = hold(job)
        some = keys[held.position : held.position + CHUNK]
        source = source_of(held.layout)
        rows = source.chosen(held.created_by, held.query).rows.filter(pk__in=some)
        cells = list(source.cells(rows, unmasked=held.is_unmasked))
        keep_part(held, held.parts.count(), cells)
        held.gone += len(some) - len(cells)
        held.position += len(some)
        held.save(update_fields=["position", "gone", "heartbeat_at"])
    job.position = held.position


def _finish(job: TableExport) -> None:
    """Put the file together. Killed in the middle it is put together again: its parts stay until it is there."""
    job.refresh_from_db(fields=["position", "gone", "total", "withheld"])
    with tempfile.TemporaryFile() as out:
        write = _write_workbook if job.file_format == FileFormat.XLSX else _write_csv
        total = write(job, out)
        out.seek(0)
        with transaction.atomic():
            held = hold(job)
            held.total = total
            held.file.save("", File(out), save=False)
            changes = {"total": total, "file": held.file, "lease": None, "sentence": _said_of(held)}
            move(held, "finish", by=None, changes=changes)
            held.parts.all().delete()


def _write_workbook(job: TableExport, out: BinaryIO) -> int:
    source = source_of(job.layout)
    with source.workbook(out, stamp=stamp_of(job), facts=facts_of(job)) as file:
        first = file.next_row
        for rows in cells_of(job):
            for row in rows:
                file.add_shown(row)
            beat(job)
        return file.next_row - first


def _write_csv(job: TableExport, out: BinaryIO) -> int:
    """Nothing but the title line and the rows, so that every reader takes it: who took it stands in the file's name."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer, count = csv.writer(text), 0
    writer.writerow(source_of(job.layout).titles)
    for rows in cells_of(job):
        writer.writerows([safe_cell(str(cell)) for cell in row] for row in rows)
        count += len(rows)
        beat(job)
    text.detach()
    return count


def _said_of(job: TableExport) -> str:
    """What the file lacks, for the page."""
    said = []
    if job.gone:
        said.append(_("有 {} 行在生成期间已删除、改了状态或者移出您的范围，没有写入。").format(job.gone))
    if job.withheld:
        said.append(withheld_words(job.withheld))
    return "".join(said)


def _fail(job: TableExport, sentence: str) -> None:
    with transaction.atomic():
        held = hold(job)
        move(held, "fail", by=None, note=sentence, changes={"sentence": sentence[:300], "lease": None})
        held.parts.all().delete()
