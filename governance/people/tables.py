from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from governance.people.states import HandoverState

HANDOVERS = Layout(
    "handovers",
    (
        Column("begun_at", _("发起时间")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("role_name", _("岗位")),
        Column("from_name", _("移交人")),
        Column("to_name", _("接交人")),
        Column("items_count", _("事项数")),
        Column("state", _("状态"), dict(HandoverState.choices)),
        Column("ended_at", _("办结时间")),
    ),
)
