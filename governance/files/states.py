from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("等待检查")
    CHECKING = "checking", _("检查中")
    CHECKED = "checked", _("已检查，待导入")
    APPLYING = "applying", _("导入中")
    DONE = "done", _("已导入")
    UNDOING = "undoing", _("撤销中")
    UNDONE = "undone", _("已撤销")
    FAILED = "failed", _("未成功")


class ExportState(models.TextChoices):
    WAITING = "waiting", _("等待生成")
    DONE = "done", _("可下载")
    FAILED = "failed", _("未成功")


_WORKED_ON = frozenset(
    {ImportState.UPLOADED, ImportState.CHECKING, ImportState.APPLYING, ImportState.UNDOING}
)
# Rights of the verbs hang on the layout of each import, see `files.actions.imports`; a sweep does the rest.
IMPORT_STEPS = steps(
    Step("check", _("检查"), frozenset({ImportState.UPLOADED}), ImportState.CHECKING, ""),
    Step("finish_check", _("检查完"), frozenset({ImportState.CHECKING}), ImportState.CHECKED, ""),
    Step("apply", _("导入"), frozenset({ImportState.CHECKED}), ImportState.APPLYING, ""),
    Step("finish", _("导入完"), frozenset({ImportState.APPLYING}), ImportState.DONE, ""),
    Step("undo", _("撤销导入"), frozenset({ImportState.DONE}), ImportState.UNDOING, ""),
    Step("take_back", _("退回已写入的行"), frozenset({ImportState.APPLYING}), ImportState.UNDOING, ""),
    Step("finish_undo", _("撤销完"), frozenset({ImportState.UNDOING}), ImportState.UNDONE, ""),
    Step("fail", _("中止"), _WORKED_ON, ImportState.FAILED, ""),
)
EXPORT_STEPS = steps(
    Step("finish", _("生成完"), frozenset({ExportState.WAITING}), ExportState.DONE, ""),
    Step("fail", _("中止"), frozenset({ExportState.WAITING}), ExportState.FAILED, ""),
)
