import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.files.enums import FileFormat
from governance.files.models.scope import NumberedJob, OwnRightQuerySet
from governance.files.sealed import SealedStorage
from governance.files.states import EXPORT_STEPS, ExportState
from governance.kernel.lifecycle import Staged, Step


def where_exported(row: "TableExport", _name: str) -> str:
    return f"tables/{row.number.hex[:2]}/{row.number.hex}.out"


class TableExportQuerySet(OwnRightQuerySet):
    def for_user(self, user):
        """One's own, as long as one still holds the right: a file shows what its maker may see and nobody else."""
        if not user.is_authenticated:
            return self.none()
        own = self.filter(created_by_id=user.pk)
        return own.filter(view_right="") | super().for_user(user).filter(created_by_id=user.pk)

    def worked_on(self):
        return self.filter(state=ExportState.WAITING)


class TableExport(NumberedJob, AreaBound, Staged):
    """A list as a file: what `created_by` saw under `query`, made in the background, gone after a day.

    `layout` is a register's key or the name of a list's address. Which rows it takes, in which order, is settled once
    and kept as part 0; then `position` counts the rows read, and moves in the transaction that keeps their cells as
    the next part. Work taken up again after a kill goes on there; the file is put together out of the parts.
    """

    STEPS = EXPORT_STEPS

    number = models.UUIDField(_("编号"), unique=True, default=uuid.uuid4, editable=False)
    layout = models.CharField(_("名册"), max_length=60)
    file_format = models.CharField(_("文件格式"), max_length=4, choices=FileFormat, default=FileFormat.XLSX)
    view_right = models.CharField(_("查看所需权限"), max_length=60, editable=False)
    query = models.CharField(_("筛选条件"), max_length=1000, blank=True)
    filters = models.JSONField(_("筛选条件的说法"), default=list, blank=True, editable=False)
    is_unmasked = models.BooleanField(_("含完整号码"), default=False)
    state = models.CharField(_("状态"), max_length=10, choices=ExportState, default=ExportState.WAITING)
    file = models.FileField(
        _("文件"), upload_to=where_exported, storage=SealedStorage(), blank=True, max_length=120
    )
    total = models.PositiveIntegerField(_("行数"), default=0, editable=False)
    position = models.PositiveIntegerField(_("进度"), default=0, editable=False)
    gone = models.PositiveIntegerField(_("生成期间不在了的行"), default=0, editable=False)
    withheld = models.PositiveIntegerField(_("限定可见、没有列出的行"), default=0, editable=False)
    sentence = models.CharField(_("说明"), max_length=300, blank=True, editable=False)
    lease = models.UUIDField(_("办理中"), null=True, editable=False)
    heartbeat_at = models.DateTimeField(_("最近进展"), null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("导出人")
    )
    created_at = models.DateTimeField(_("导出时间"), db_default=Now(), editable=False)
    expires_at = models.DateTimeField(_("链接到期"))

    objects = TableExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("表格导出")
        verbose_name_plural = _("表格导出")
        indexes = [
            models.Index(fields=["area_code", "-id"], name="files_export_area"),
            models.Index(fields=["created_by", "-id"], name="files_export_own"),
            models.Index(fields=["id"], name="files_export_open", condition=Q(state=ExportState.WAITING)),
        ]

    def __str__(self):
        return f"{self.layout} {self.number}"

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        after = {
            "layout": self.layout,
            "format": self.file_format,
            "state": self.state,
            "rows": self.total,
            "unmasked": self.is_unmasked,
        }
        record(
            f"files.export_{step.name}",
            by=by,
            subject=self,
            before={"state": source},
            after=after,
            reason=note,
        )

    @property
    def is_live(self) -> bool:
        """Whether the file can still be fetched."""
        return self.state == ExportState.DONE and bool(self.file) and self.expires_at > timezone.now()

    @property
    def is_worked_on(self) -> bool:
        return self.state == ExportState.WAITING


class ExportPart(models.Model):
    """A piece of an export on its way, packed and sealed: the keys of all rows (0), then cells. Gone with the file."""

    export = models.ForeignKey(
        TableExport, models.CASCADE, related_name="parts", db_index=False, verbose_name=_("表格导出")
    )
    number = models.PositiveIntegerField(_("次序"))
    data = models.BinaryField(_("内容"))

    class Meta:
        verbose_name = _("导出的一段")
        verbose_name_plural = _("导出的一段")
        constraints = [
            models.UniqueConstraint(
                fields=["export", "number"],
                name="files_export_part_once",
                violation_error_message=_("这一段已经写过。"),
            )
        ]

    def __str__(self):
        return f"{self.export_id}-{self.number}"
