from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import BriefKind, BriefState
from governance.kernel.tables import Column, Layout

BRIEFS = Layout(
    "dispatch-briefs",
    (
        Column("area_name", _("单位")),
        Column("area_code", _("区划代码")),
        Column("kind", _("简报种类"), dict(BriefKind.choices)),
        Column("cycle_period", _("期次")),
        Column("state", _("状态"), dict(BriefState.choices)),
        Column("issue_year", _("印发年度")),
        Column("issue_no", _("印发期号")),
        Column("issued_at", _("印发时间")),
        Column("sha256", _("文件校验值")),
        Column("waiting_count", _("待更正")),
    ),
)
BRIEF_TEMPLATES = Layout(
    "brief-templates",
    (
        Column("id", _("编号")),
        Column("kind", _("简报种类"), dict(BriefKind.choices)),
        Column("version", _("版本")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("file_name", _("文件名")),
        Column("note", _("修改说明")),
        Column("uploaded_at", _("启用时间")),
        Column("uploaded_by_name", _("上传人")),
        Column("withdrawn_at", _("停用时间")),
    ),
)
