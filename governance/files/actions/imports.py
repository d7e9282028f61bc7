import hashlib

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.files.enums import MOST_WAITING, ImportMode, Right
from governance.files.layouts import TableLayout, layout_of
from governance.files.models import TableImport
from governance.files.states import ImportState
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import office_language
from governance.kernel.workbooks.reading import open_sheet
from governance.people.models import User


def start_import(
    layout: TableLayout,
    *,
    by: User,
    area: Area,
    upload,
    mode: str = ImportMode.ALL_OR_NONE,
    target: str = "",
) -> TableImport:
    """Keep a file to be checked; nothing is written to the ledger before `apply_import`.

    The header is looked at at once, so that a wrong file is told while its sender waits. `Refused` for that, for a
    file that is being dealt with already, and for too many files at a time. A register that is part of one thing
    says which by `target`, and lies where that thing lies.
    """
    owner = layout.target_of(by, target)
    area = owner.area if owner else area
    _check_rights(by, layout.right, area.code)
    if TableImport.objects.worked_on().filter(created_by=by).count() >= MOST_WAITING:
        raise Refused("too_many_imports", _("您有几份表格还没有处理完，请等它们处理完再上传。"))
    digest = _digest_of(upload, layout)
    _refuse_twice(layout, area, target, digest)
    with transaction.atomic():
        kept = TableImport(
            layout=layout.key,
            target=target if owner else "",
            view_right=layout.view_right,
            mode=mode,
            file_name=str(upload.name)[-120:],
            size=upload.size,
            sha256=digest,
            created_by=by,
            area=area,
        )
        kept.place_in(area)
        kept.full_clean(exclude=["file"])
        kept.file.save("", upload, save=False)
        kept.save()
        record("files.start_import", by=by, subject=kept, after={"layout": layout.key, "bytes": kept.size})
    return kept


def _digest_of(upload, layout: TableLayout) -> str:
    """What tells the file from others, once its header has been read. `Refused` when that is another ledger's."""
    with office_language():
        open_sheet(upload, layout.columns)
    upload.seek(0)
    digest = hashlib.sha256(upload.read()).hexdigest()
    upload.seek(0)
    return digest


def apply_import(table_import: TableImport, *, by: User) -> None:
    """Let the checked rows be written. `Refused` when there is nothing to write or a bad row stops the whole."""
    _check_rights(by, layout_of(table_import.layout).right, table_import.area_code)
    if table_import.state == ImportState.CHECKED:
        if table_import.bad and table_import.mode == ImportMode.ALL_OR_NONE:
            raise Refused(
                "bad_rows", _("有 {} 行有错误，请下载检查结果，改好后重新上传。").format(table_import.bad)
            )
        if not table_import.good:
            raise Refused("nothing_to_write", _("没有要新增或更新的行，不用导入。"))
    fresh = {
        "position": 0,
        "bad": 0,
        "new": 0,
        "changed": 0,
        "same": 0,
        "applied_at": timezone.now(),
        "lease": None,
    }
    move(table_import, "apply", by=by, changes=fresh)


def undo_import(table_import: TableImport, *, by: User, reason: str) -> None:
    """Put every row back as it was before; rows changed since are left as they are, and named."""
    _check_rights(by, layout_of(table_import.layout).right, table_import.area_code)
    if table_import.state == ImportState.DONE and not table_import.file:
        raise Refused("too_late", _("导入已超过 30 天，不能再撤销。"))
    if not reason.strip():
        raise Refused("reason_required", _("撤销导入需要写明理由，请补充后再提交。"))
    move(table_import, "undo", by=by, note=reason, changes={"lease": None})


def _check_rights(by: User, right: str, area_code: str) -> None:
    if not by.may(Right.IMPORT, area_code) or not by.may(right, area_code):
        raise PermissionDenied


def _refuse_twice(layout: TableLayout, area: Area, target: str, digest: str) -> None:
    """The same file for the same ledger is one matter, however often it is sent."""
    earlier = TableImport.objects.filter(layout=layout.key, area=area, target=target, sha256=digest)
    going = earlier.exclude(
        state__in=[ImportState.FAILED, ImportState.UNDONE, ImportState.CHECKED, ImportState.DONE]
    )
    if going.exists():
        raise Refused("same_file", _("这个文件正在处理中，不用重复上传。"))
