from django.utils.translation import gettext_lazy as _

from disputes.enums.court import DelegationResult
from governance.kernel.tables import Column, Layout

CONSULTATIONS = Layout(
    "consultations",
    (
        Column("number", _("编号")),
        Column("title", _("名称")),
        Column("area_name", _("区划")),
        Column("question", _("请教的问题")),
        Column("asked_on", _("邀请日期")),
        Column("answered_on", _("答复日期")),
    ),
)
DELEGATIONS = Layout(
    "court_delegations",
    (
        Column("number", _("编号")),
        Column("title", _("名称")),
        Column("area_name", _("区划")),
        Column("court", _("委派法院")),
        Column("external_number", _("法院案号")),
        Column("delegated_on", _("委派日期")),
        Column("return_by", _("交回期限")),
        Column("returned_on", _("交回日期")),
        Column("result", _("交回结果"), dict(DelegationResult.choices)),
    ),
)
SHARED_COURTS = Layout(
    "shared_courts",
    (
        Column("name", _("名称")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("place", _("地点")),
        Column("schedule", _("开放安排")),
    ),
)
