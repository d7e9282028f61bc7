import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.files.enums import ImportMode, Right, RowAction
from governance.files.models.scope import NumberedJob, OwnRightQuerySet
from governance.files.sealed import SealedStorage
from governance.files.states import IMPORT_STEPS, ImportState
from governance.kernel.lifecycle import Staged, Step

WORKED_ON = (ImportState.UPLOADED, ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING)


def where_imported(row: "TableImport", _name: str) -> str:
    return f"tables/{row.number.hex[:2]}/{row.number.hex}.in"


def where_result(row: "TableImport", _name: str) -> str:
    return f"tables/{row.number.hex[:2]}/{row.number.hex}.result"


class TableImportQuerySet(OwnRightQuerySet):
    def for_user(self, user):
        """Those whose ledger the user may see there, for whoever may import at all."""
        return super().for_user(user) if user.is_authenticated and user.may(Right.IMPORT) else self.none()

    def worked_on(self):
        """Those the sweep has something to do for."""
        return self.filter(state__in=WORKED_ON)

    def for_list(self):
        return self.select_related("created_by", "area")


class TableImport(NumberedJob, AreaBound, Staged):
    """A ledger that came as a file: checked first, written on request, and undone on request.

    `position` is the last row of the file that the present state has dealt with; it moves in the transaction of
    those rows, so that work taken up again after a kill goes on with the next. `lease` names the worker at it.
    """

    STEPS = IMPORT_STEPS

    number = models.UUIDField(_("编号"), unique=True, default=uuid.uuid4, editable=False)
    layout = models.CharField(_("名册"), max_length=40)
    target = models.CharField(_("所属事项编号"), max_length=40, blank=True, editable=False)
    view_right = models.CharField(_("查看所需权限"), max_length=60, editable=False)
    state = models.CharField(_("状态"), max_length=10, choices=ImportState, default=ImportState.UPLOADED)
    mode = models.CharField(_("有错误时"), max_length=12, choices=ImportMode, default=ImportMode.ALL_OR_NONE)
    file = models.FileField(
        _("文件"), upload_to=where_imported, storage=SealedStorage(), blank=True, max_length=120
    )
    file_name = models.CharField(_("文件名"), max_length=120)
    size = models.PositiveIntegerField(_("字节数"), default=0, editable=False)
    sha256 = models.CharField(_("摘要"), max_length=64, editable=False)
    result = models.FileField(
        _("检查结果"), upload_to=where_result, storage=SealedStorage(), blank=True, max_length=120
    )
    total = models.PositiveIntegerField(_("行数"), default=0, editable=False)
    bad = models.PositiveIntegerField(_("有错误"), default=0, editable=False)
    new = models.PositiveIntegerField(_("新增"), default=0, editable=False)
    changed = models.PositiveIntegerField(_("更新"), default=0, editable=False)
    same = models.PositiveIntegerField(_("没有变化"), default=0, editable=False)
    left = models.PositiveIntegerField(_("撤销时保留"), default=0, editable=False)
    position = models.PositiveIntegerField(_("进度"), default=0, editable=False)
    sentence = models.CharField(_("说明"), max_length=300, blank=True, editable=False)
    lease = models.UUIDField(_("办理中"), null=True, editable=False)
    heartbeat_at = models.DateTimeField(_("最近进展"), null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("上传人")
    )
    created_at = models.DateTimeField(_("上传时间"), db_default=Now(), editable=False)
    applied_at = models.DateTimeField(_("导入时间"), null=True, editable=False)

    objects = TableImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("表格导入")
        verbose_name_plural = _("表格导入")
        indexes = [
            models.Index(fields=["area_code", "-id"], name="files_import_area"),
            models.Index(fields=["id"], name="files_import_open", condition=Q(state__in=WORKED_ON)),
        ]
        constraints = [
            models.CheckConstraint(
                name="files_import_names_its_right",
                condition=~Q(view_right=""),
                violation_error_message=_("导入要写明谁可以查看。"),
            )
        ]

    def __str__(self):
        return self.file_name

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        counts = {name: getattr(self, name) for name in ("total", "bad", "new", "changed", "same", "left")}
        after = {"layout": self.layout, "state": self.state, **counts}
        record(
            f"files.import_{step.name}",
            by=by,
            subject=self,
            before={"state": source},
            after=after,
            reason=note,
        )

    @property
    def good(self) -> int:
        return self.new + self.changed

    @property
    def is_ready(self) -> bool:
        """Whether no bad row stands in the way of the whole."""
        return not self.bad or self.mode == ImportMode.GOOD_ROWS

    @property
    def dealt_with(self) -> int:
        """Rows the present state has dealt with."""
        return self.bad + self.new + self.changed + self.same

    @property
    def is_worked_on(self) -> bool:
        return self.state in WORKED_ON


class ImportFault(models.Model):
    """What is wrong with a cell of a file. Says the rule, never the value."""

    table_import = models.ForeignKey(
        TableImport, models.CASCADE, related_name="faults", verbose_name=_("表格导入")
    )
    row_number = models.PositiveIntegerField(_("行号"))
    column = models.CharField(_("列"), max_length=40)
    words = models.CharField(_("错误原因"), max_length=300)

    class Meta:
        verbose_name = _("表格错误")
        verbose_name_plural = _("表格错误")
        indexes = [models.Index(fields=["table_import", "row_number", "id"], name="files_fault_row")]

    def __str__(self):
        return self.words


class ImportedRow(models.Model):
    """A row that an import wrote: how it was before, sealed, and its mark afterwards. What undo is made of."""

    table_import = models.ForeignKey(
        TableImport, models.CASCADE, related_name="rows", verbose_name=_("表格导入")
    )
    row_number = models.PositiveIntegerField(_("行号"))
    model = models.CharField(_("对象类型"), max_length=60)
    object_id = models.BigIntegerField(_("对象编号"))
    action = models.CharField(_("动作"), max_length=10, choices=RowAction)
    before = models.TextField(_("导入前"), blank=True, editable=False)  # sealed, see `kernel.images`
    mark = models.CharField(_("导入后的标记"), max_length=64)
    is_left = models.BooleanField(_("撤销时保留"), default=False)

    class Meta:
        verbose_name = _("导入的行")
        verbose_name_plural = _("导入的行")
        indexes = [models.Index(fields=["table_import", "-id"], name="files_imported_row")]

    def __str__(self):
        return f"{self.model} {self.object_id}"

    @property
    def context(self) -> str:
        return self.context_of(self.model, self.object_id)

    @staticmethod
    def context_of(model: str, object_id: int) -> str:
        """What the sealed image is bound to."""
        return f"files_importedrow.before:{model}:{object_id}"
