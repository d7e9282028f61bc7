from django.utils.translation import gettext_lazy as _

from disputes.enums.papers import Paper
from governance.kernel.tables import Column, Layout

COMMITTEES = Layout(
    "committees",
    (
        Column("id", _("编号")),
        Column("name", _("名称")),
        Column("short_word", _("卷号简称")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("address", _("地址")),
        Column("member_count", _("委员人数")),
        Column("women_count", _("其中妇女")),
        Column("elected_on", _("本届产生日期")),
        Column("closed_on", _("撤销日期")),
    ),
)
TEMPLATES = Layout(
    "paper_templates",
    (
        Column("id", _("编号")),
        Column("kind", _("文书"), dict(Paper.choices)),
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
