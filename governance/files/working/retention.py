from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.files.enums import FILES_KEPT
from governance.files.models import TableExport, TableImport
from governance.files.models.imports import WORKED_ON
from governance.kernel.lifecycle import move
from governance.kernel.wording import office_language


def remove_old_tables(now: datetime) -> int:
    """Delete the files whose time is over, and the images and parts of rows with them; how many jobs were cleared.

    The job's own row stays: who brought what in and took what out remains known.
    """
    for late in TableExport.objects.worked_on().filter(expires_at__lte=now).order_by("pk"):
        _give_up(late)
    exports = TableExport.objects.filter(expires_at__lte=now).exclude(file="")
    imports = TableImport.objects.filter(created_at__lte=now - FILES_KEPT).exclude(file="")
    cleared = 0
    for job in [*exports.order_by("pk"), *imports.exclude(state__in=WORKED_ON).order_by("pk")]:
        _clear(job)
        cleared += 1
    return cleared


def _give_up(export: TableExport) -> None:
    """What was not made in its day is made no more, and leaves nothing behind."""
    with transaction.atomic(), office_language():
        sentence = _("一天之内没有生成完，已中止，请告知管理员检查后台任务。")
        move(export, "fail", by=None, note=sentence, changes={"sentence": sentence, "lease": None})
        export.parts.all().delete()


def _clear(job: TableExport | TableImport) -> None:
    names = ["file", "result"] if isinstance(job, TableImport) else ["file"]
    kept = [getattr(job, name) for name in names]
    paths = [(file.storage, file.name) for file in kept if file]
    with transaction.atomic():
        for name in names:
            setattr(job, name, "")
        job.save(update_fields=names)
        if isinstance(job, TableImport):
            job.faults.all().delete()
            job.rows.all().delete()
        record("files.remove_table", by=None, subject=job, reason="expired")
        for storage, path in paths:
            transaction.on_commit(lambda storage=storage, path=path: storage.delete(path))
