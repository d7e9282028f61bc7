import logging
import time
from collections.abc import Iterator
from itertools import islice

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from governance.files.enums import CHUNK, SLICE, ImportMode, RowAction
from governance.files.layouts import TableLayout, layout_of
from governance.files.ledgers import SAME, Entry, Ledger, Written
from governance.files.models import ImportedRow, ImportFault, TableImport
from governance.files.states import ImportState
from governance.files.working.leases import LeaseLost, claim, hold, release
from governance.files.working.results import write_result
from governance.files.working.undoing import undo_chunk
from governance.kernel.copying import copy_rows
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import office_language
from governance.kernel.workbooks.reading import Sheet, SheetRow, open_sheet

log = logging.getLogger(__name__)
COUNTS = ("total", "bad", "new", "changed", "same")


class RowsTurnedBad(Exception):
    """Rows that were good when checked are not any more, and the import was to be whole."""


def work_on_import(slice_seconds: float = SLICE) -> bool:
    """Do a slice of work on the import that has waited longest; False when none waits."""
    job = claim(TableImport)
    if job is None:
        return False
    try:
        with office_language():
            _work(job, until=time.monotonic() + slice_seconds)
    except LeaseLost:
        log.warning("import %s was taken over by another worker", job.number)
        return True
    except OperationalError:
        raise  # the database is away: the lease runs out, and the work goes on then
    except Exception:
        log.exception("import %s failed", job.number)
        with office_language():
            _stop(job, _("处理时出错，已通知管理员，请稍后重新上传。"))
    release(job)
    return True


def _work(job: TableImport, *, until: float) -> None:
    try:
        if job.state == ImportState.UNDOING:
            _undo(job, until)
        else:
            _go_through(job, until)
    except Refused as refused:
        _stop(job, refused.message)
    except PermissionDenied:
        _stop(job, _("上传人已没有办理这项导入的权限，导入已中止。"))
    except RowsTurnedBad:
        _stop(job, _("导入期间有行被别人改动，已全部退回，请重新检查后再导入。"))
    except (IntegrityError, ValidationError):
        log.exception("import %s met rows written meanwhile", job.number)
        _stop(job, _("导入期间有相同的内容被别人写入，请重新上传检查。"))


def _stop(job: TableImport, sentence: str) -> None:
    """End a job that cannot go on; what it has written is taken back."""
    with transaction.atomic():
        held = hold(job)
        step = "take_back" if held.state == ImportState.APPLYING else "fail"
        move(held, step, by=None, note=sentence, changes={"sentence": sentence[:300], "lease": None})


def _go_through(job: TableImport, until: float) -> None:
    if job.state == ImportState.UPLOADED:
        move(job, "check", by=None)
    layout = layout_of(job.layout)
    if not job.created_by.may(layout.right, job.area_code):
        raise PermissionDenied
    sheet = _open(job, layout)
    target = layout.target_of(job.created_by, job.target)
    ledger = layout.ledger(layout.columns, area=job.area, by=job.created_by, target=target)
    if not job.position:
        job.total = sum(1 for _row in sheet.rows())
    elif time.monotonic() < until:
        _remember_earlier(sheet, ledger, job.position)
    for rows in _chunks(sheet.rows(after=job.position)):
        for row in rows:
            sheet.read(row)
        _deal_with(job, ledger, rows)
        if time.monotonic() > until:
            return
    _finish(job, sheet, layout)


def _open(job: TableImport, layout: TableLayout) -> Sheet:
    if not job.file or not job.file.storage.exists(job.file.name):
        raise Refused("file_gone", _("文件已不在，请重新上传。"))
    with job.file.open() as file:
        return open_sheet(file, layout.columns)


def _chunks(rows: Iterator[SheetRow]) -> Iterator[list[SheetRow]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _remember_earlier(sheet: Sheet, ledger: Ledger, position: int) -> None:
    """After a restart: what the rows before were about, so that a later one about the same is still found."""
    for row in sheet.rows():
        if row.number > position:
            return
        sheet.read(row)
        ledger.remember(row)


def _deal_with(job: TableImport, ledger: Ledger, rows: list[SheetRow]) -> None:
    """Check a chunk, or check it again and write it: all in the transaction that moves the position."""
    with transaction.atomic():
        held = hold(job)
        writes = held.state == ImportState.APPLYING
        ledger.locks = writes
        entries = ledger.prepare(rows)
        if writes:
            if held.mode == ImportMode.ALL_OR_NONE and len(entries) < len(rows):
                raise RowsTurnedBad
            _write(held, ledger, entries)
        held.total = job.total or held.total
        _note_faults(held, rows)
        _count(held, rows, entries)
        held.position = rows[-1].number
        held.save(update_fields=[*COUNTS, "position", "heartbeat_at"])
    job.position = held.position


def _write(held: TableImport, ledger: Ledger, entries: list[Entry]) -> None:
    written = ledger.write([entry for entry in entries if entry.action != SAME])
    columns = ["table_import_id", "is_left", *Written._fields]
    copy_rows(ImportedRow, columns, ((held.pk, False, *row) for row in written))


def _note_faults(held: TableImport, rows: list[SheetRow]) -> None:
    first, last = rows[0].number, rows[-1].number
    ImportFault.objects.filter(table_import=held, row_number__gte=first, row_number__lte=last).delete()
    ImportFault.objects.bulk_create(
        ImportFault(table_import=held, row_number=row.number, column=column[:40], words=words[:300])
        for row in rows
        for column, words in row.faults
    )


def _count(held: TableImport, rows: list[SheetRow], entries: list[Entry]) -> None:
    actions = [entry.action for entry in entries]
    held.bad += sum(1 for row in rows if row.faults)
    held.new += actions.count(RowAction.NEW)
    held.changed += actions.count(RowAction.CHANGED)
    held.same += actions.count(SAME)


def _finish(job: TableImport, sheet: Sheet, layout: TableLayout) -> None:
    with transaction.atomic():
        held = hold(job)
        changes = {"position": 0} if held.state == ImportState.CHECKING else {}
        if held.bad:
            write_result(held, sheet, layout)
            changes["result"] = held.result
        if sheet.unknown:
            changes["sentence"] = _("这些列没有用到：{}").format("、".join(sheet.unknown))[:300]
        step = "finish_check" if held.state == ImportState.CHECKING else "finish"
        move(held, step, by=None, changes=changes)


def _undo(job: TableImport, until: float) -> None:
    while undo_chunk(job):
        if time.monotonic() > until:
            return
    with transaction.atomic():
        held = hold(job)
        move(held, "finish_undo", by=None)
