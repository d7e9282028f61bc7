import logging
import tempfile

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from governance.files.layouts import layout_of
from governance.files.models import TableExport
from governance.files.working.leases import LeaseLost, claim, hold, release
from governance.files.working.results import stamp_of
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import office_language
from governance.kernel.workbooks.guarding import MOST_ROWS
from governance.kernel.workbooks.writing import LedgerFile

log = logging.getLogger(__name__)


def work_on_export() -> bool:
    """Make the file that has waited longest; False when none waits. Begun again from the start after a kill."""
    job = claim(TableExport)
    if job is None:
        return False
    try:
        with office_language():
            _make(job)
    except LeaseLost:
        log.warning("export %s was taken over by another worker", job.number)
    except (Http404, BadRequest, PermissionDenied):
        _fail(job, _("这个筛选条件现在已不能使用，请回到列表重新导出。"))
    except Refused as refused:
        _fail(job, refused.message)
    release(job)
    return True


def _make(job: TableExport) -> None:
    layout = layout_of(job.layout)
    if not job.created_by.may(layout.view_right):
        raise PermissionDenied
    rows = layout.rows(job.created_by, job.query)
    with tempfile.TemporaryFile() as out:
        with LedgerFile(out, layout.columns, name=str(layout.title), stamp=stamp_of(job), top=1) as file:
            for number, values in enumerate(layout.ledger.export(rows, unmasked=job.is_unmasked), start=1):
                if number > MOST_ROWS:
                    raise Refused("too_many_rows", _("超过 {} 行，请先筛选再导出。").format(f"{MOST_ROWS:,}"))
                file.add(values)
        total = file.next_row - 2
        out.seek(0)
        with transaction.atomic():
            held = hold(job)
            held.total = total
            held.file.save("", File(out), save=False)
            move(held, "finish", by=None, changes={"total": total, "file": held.file, "lease": None})


def _fail(job: TableExport, sentence: str) -> None:
    with transaction.atomic():
        held = hold(job)
        move(held, "fail", by=None, note=sentence, changes={"sentence": sentence[:300], "lease": None})
