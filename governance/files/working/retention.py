from datetime import datetime

from django.db import transaction

from governance.audit.actions import record
from governance.files.enums import FILES_KEPT
from governance.files.models import TableExport, TableImport
from governance.files.models.imports import WORKED_ON


def remove_old_tables(now: datetime) -> int:
    """Delete the files whose time is over, and the images of rows with them; how many jobs were cleared.

    The job's own row stays: who brought what in and took what out remains known.
    """
    exports = TableExport.objects.filter(expires_at__lte=now).exclude(file="")
    imports = TableImport.objects.filter(created_at__lte=now - FILES_KEPT).exclude(file="")
    cleared = 0
    for job in [*exports.order_by("pk"), *imports.exclude(state__in=WORKED_ON).order_by("pk")]:
        _clear(job)
        cleared += 1
    return cleared


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
