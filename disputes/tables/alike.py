from django.utils.translation import gettext_lazy as _

from disputes.enums.alike import Basis
from governance.kernel.tables import Column, Layout

SERIES_HINTS = Layout(
    "series-hints",
    (
        Column("id", _("编号")),
        Column("basis", _("共同点"), dict(Basis.choices)),
        Column("label", _("名称")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("count", _("件数")),
        Column("first_on", _("最早登记")),
        Column("last_on", _("最近登记")),
    ),
)
