from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.visits import NeedKind, VisitKind, VisitOutcome, Way
from grids.states.needs import NeedState
from grids.tables.territory import AREA

VISITS = Layout(
    "visits",
    (
        Column("visited_on", _("走访日期")),
        *AREA,
        Column("worker_name", _("走访人")),
        Column("kind", _("走访类型"), dict(VisitKind.choices)),
        Column("way", _("方式"), dict(Way.choices)),
        Column("outcome", _("结果"), dict(VisitOutcome.choices)),
    ),
)


NEEDS = Layout(
    "needs",
    (
        Column("opened_on", _("提出日期")),
        *AREA,
        Column("kind", _("诉求类别"), dict(NeedKind.choices)),
        Column("state", _("状态"), dict(NeedState.choices)),
        Column("closed_on", _("办结日期")),
        Column("solved_on", _("解决日期")),
        Column("reopened_count", _("重新办理次数")),
        Column("worker_name", _("登记人")),
    ),
)
