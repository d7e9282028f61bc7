from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.visits import VisitKind
from grids.tables.territory import AREA

CAMPAIGNS = Layout(
    "campaigns",
    (
        Column("name", _("名称")),
        *AREA,
        Column("kind", _("走访类型"), dict(VisitKind.choices)),
        Column("from_on", _("开始日期")),
        Column("to_on", _("结束日期")),
    ),
)
