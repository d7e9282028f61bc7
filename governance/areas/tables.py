from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.kernel.tables import Column, Layout

AREAS = Layout(
    "areas",
    (
        Column("code", _("代码")),
        Column("name", _("名称")),
        Column("level_name", _("层级")),
        Column("kind", _("类别"), dict(AreaKind.choices)),
        Column("opened_on", _("设立日期")),
        Column("closed_on", _("撤销日期")),
        Column("successor_code", _("承接区划代码")),
    ),
)
