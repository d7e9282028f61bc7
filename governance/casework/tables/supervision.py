from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Grade, Limit
from governance.kernel.tables import Column, Layout

SUPERVISIONS = Layout(
    "supervisions",
    (
        Column("case_number", _("办件编号")),
        Column("area_name", _("单位")),
        Column("area_code", _("区划代码")),
        Column("grade", _("等级"), dict(Grade.choices)),
        Column("limit", _("超期环节"), dict(Limit.choices)),
        Column("given_on", _("发出日期")),
        Column("reply_by", _("答复期限")),
        Column("answered_on", _("答复日期")),
        Column("lifted_on", _("解除日期")),
    ),
)

LETTERS = Layout(
    "warning-letters",
    (
        Column("number", _("编号")),
        Column("case_number", _("办件编号")),
        Column("area_name", _("单位")),
        Column("area_code", _("区划代码")),
        Column("sent_on", _("发出日期")),
        Column("read_at", _("阅读时间")),
        Column("answered_on", _("答复日期")),
    ),
)
