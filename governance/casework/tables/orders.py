from django.utils.translation import gettext_lazy as _

from governance.casework.enums import OrderKind, OrderRating, WhistleNeed
from governance.casework.states import OrderState
from governance.kernel.tables import Column, Layout

ORDERS = Layout(
    "work_orders",
    (
        Column("id", _("工单号")),
        Column("case_number", _("编号")),
        Column("case_title", _("名称")),
        Column("kind", _("方式"), dict(OrderKind.choices)),
        Column("from_office", _("发出单位")),
        Column("to_office", _("接收单位")),
        Column("area_code", _("区划代码")),
        Column("sent_at", _("发出时间")),
        Column("respond_by", _("答复期限")),
        Column("state", _("状态"), dict(OrderState.choices)),
        Column("arrived_at", _("到场时间")),
        Column("answered_at", _("答复时间")),
        Column("rating", _("对承办单位的评价"), dict(OrderRating.choices)),
        Column("need", _("对吹哨的评价"), dict(WhistleNeed.choices)),
    ),
)
