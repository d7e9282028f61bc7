from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import Complexity
from disputes.states import DisputeState
from governance.casework.enums import Outcome, Source
from governance.kernel.tables import Column, Layout

DISPUTES = Layout(
    "disputes",
    (
        Column("number", _("编号")),
        Column("title", _("名称")),
        Column("category_id", _("类别代码")),
        Column("category_name", _("类别")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("source", _("来源"), dict(Source.choices)),
        Column("complexity", _("难易"), dict(Complexity.choices)),
        Column("people_count", _("涉及人数")),
        Column("state", _("状态"), dict(DisputeState.choices)),
        Column("outcome", _("结果"), dict(Outcome.choices)),
        Column("registered_on", _("登记日期")),
        Column("accepted_on", _("受理日期")),
        Column("due_at", _("限期")),
        Column("late_on", _("办结超期日期")),
        Column("resolved_on", _("化解日期")),
        Column("closed_on", _("结案日期")),
    ),
)
