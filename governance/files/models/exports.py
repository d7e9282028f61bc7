import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.files.models.scope import OwnRightQuerySet
from governance.files.sealed import SealedStorage
from governance.files.states import EXPORT_STEPS, ExportState
from governance.kernel.lifecycle import Staged, Step


def where_exported(row: "TableExport", _name: str) -> str:
    return f"tables/{row.number.hex[:2]}/{row.number.hex}.out"


class TableExportQuerySet(OwnRightQuerySet):
    def for_user(self, user):
        """One's own, as long as one still holds the right: a file shows what its maker may see and nobody else."""
        return super().for_user(user).filter(created_by_id=user.pk)

    def worked_on(self):
        return self.filter(state=ExportState.WAITING)


class TableExport(AreaBound, Staged):
    """A list as a file: what `created_by` saw under `query`, made in the background, gone after a day."""

    STEPS = EXPORT_STEPS

    number = models.UUIDField(_("编号"), unique=True, default=uuid.uuid4, editable=False)
    layout = models.CharField(_("名册"), max_length=40)
    view_right = models.CharField(_("查看所需权限"), max_length=60, editable=False)
    query = models.CharField(_("筛选条件"), max_length=1000, blank=True)
    is_unmasked = models.BooleanField(_("含完整号码"), default=False)
    state = models.CharField(_("状态"), max_length=10, choices=ExportState, default=ExportState.WAITING)
    file = models.FileField(
        _("文件"), upload_to=where_exported, storage=SealedStorage(), blank=True, max_length=120
    )
    total = models.PositiveIntegerField(_("行数"), default=0, editable=False)
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
        after = {"layout": self.layout, "state": self.state, "rows": self.total, "unmasked": self.is_unmasked}
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
