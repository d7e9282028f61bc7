from django.utils.translation import gettext_lazy as _

from disputes.enums.series import HouseholdState
from governance.kernel.tables import Column, Layout

SERIES = Layout(
    "series",
    (
        Column("id", _("编号")),
        Column("title", _("名称")),
        Column("lead_number", _("示范案")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("opened_on", _("立项日期")),
        Column("closed_on", _("办结日期")),
        Column("households", _("户数")),
        Column("settled", _("已解决户数")),
        Column("due_cents", _("应付金额（分）")),
        Column("paid_cents", _("已付金额（分）")),
    ),
)

# Names are not among them: a list of people leaves the portal as an export with its own right and reason.
HOUSEHOLDS = Layout(
    "series_households",
    (
        Column("id", _("编号")),
        Column("series_id", _("系列案编号")),
        Column("household", _("户")),
        Column("phone_masked", _("电话")),
        Column("state", _("情况"), dict(HouseholdState.choices)),
        Column("due_cents", _("应付金额（分）")),
        Column("paid_cents", _("已付金额（分）")),
        Column("changed_on", _("更新日期")),
        Column("dispute_number", _("纠纷编号")),
    ),
)
