"""Whether each kept picture has its file and each file its row, and whether what should move or go does."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.files.models import Attachment, TableImport
from governance.kernel.checking import Check, Found, Severity

FOLDERS = [
    f"attachments/{number:02x}" for number in range(256)
]  # as `models.attachments.where_kept` names them
SETTLED = timedelta(days=1)  # a file is written before its row is committed, and removed after
STUCK = timedelta(hours=1)
GRACE_DAYS = 2  # nights the removing sweep may miss


def _on_disk(folder: str) -> Iterator[Path]:
    place = Path(settings.MEDIA_ROOT) / folder
    yield from sorted(place.iterdir()) if place.is_dir() else ()


def _rows_without_file(day: date) -> list[Found]:
    """Folder by folder, so that a million pictures are never held at once."""
    kept = Attachment.objects.kept().filter(kept_at__lt=timezone.now() - SETTLED)
    found = []
    for folder in FOLDERS:
        names = {path.name for path in _on_disk(folder)}
        rows = kept.filter(file__startswith=f"{folder}/").values_list("number", "area_code", "file")
        found += [
            Found(str(number), number.hex[:8], area_code)
            for number, area_code, file in rows
            if file.rpartition("/")[2] not in names
        ]
    return found


def _files_without_row(day: date) -> list[Found]:
    found, before = [], timezone.now() - SETTLED
    for folder in FOLDERS:
        rows = Attachment.objects.kept().filter(file__startswith=f"{folder}/")
        known = set(rows.values_list("file", flat=True))
        found += [
            Found(path.name, path.stem[:8])
            for path in _on_disk(folder)
            if f"{folder}/{path.name}" not in known and _written_at(path) < before
        ]
    return found


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, timezone.get_default_timezone())


def _stuck_imports(day: date):
    moved = Coalesce("heartbeat_at", "created_at")
    return TableImport.objects.worked_on().alias(moved=moved).filter(moved__lt=timezone.now() - STUCK)


def _kept_too_long(day: date):
    return Attachment.objects.kept().filter(expires_on__lt=day - timedelta(days=GRACE_DAYS))


_PICTURE = _("附件")
CHECKS = (
    Check(
        code="file-missing",
        title=_("附件的文件不在"),
        explains=_("登记了附件，文件却不在存储里，打开会出错。"),
        mend=_("请系统管理员从备份里找回文件；找不回的，请登记的人补传。"),
        severity=Severity.SERIOUS,
        rows=_rows_without_file,
        noun=_PICTURE,
    ),
    Check(
        code="file-unknown",
        title=_("存储里的文件没有登记"),
        explains=_("文件在存储里，没有对应的附件，谁也打不开，保留期也管不到它。"),
        mend=_("请系统管理员核对后移走。"),
        severity=Severity.NOTE,
        rows=_files_without_row,
        noun=_("文件"),
    ),
    Check(
        code="file-expired",
        title=_("附件过了保留期没有删除"),
        explains=_("附件到期每夜自动删除。过期两天以上还在，说明删除任务停了。"),
        mend=_("请系统管理员检查后台任务是否在运行。"),
        severity=Severity.SERIOUS,
        rows=_kept_too_long,
        noun=_PICTURE,
    ),
    Check(
        code="import-stuck",
        title=_("导入超过一小时没有进展"),
        explains=_("导入在后台一段一段地做，一小时没有进展，多半是后台任务停了。"),
        mend=_("请系统管理员检查后台任务；恢复后会从停下的地方接着做，不重不漏。"),
        severity=Severity.WARNING,
        rows=_stuck_imports,
        noun=_("导入"),
        page="files:import_detail",
        target="number",
    ),
)
