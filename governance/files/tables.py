from django.utils.translation import gettext_lazy as _

from governance.files.states import ExportState, ImportState
from governance.kernel.tables import Column, Layout

IMPORTS = Layout(
    "imports",
    (
        Column("created_at", _("上传时间")),
        Column("area_code", _("区划代码")),
        Column("layout", _("名册")),
        Column("state", _("状态"), dict(ImportState.choices)),
        Column("total", _("行数")),
        Column("bad", _("有错误")),
        Column("new", _("新增")),
        Column("changed", _("更新")),
        Column("same", _("没有变化")),
    ),
)
EXPORTS = Layout(
    "exports",
    (
        Column("created_at", _("导出时间")),
        Column("layout", _("名册")),
        Column("state", _("状态"), dict(ExportState.choices)),
        Column("total", _("行数")),
    ),
)
