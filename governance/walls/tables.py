from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

WALLS = Layout(
    "walls",
    (
        Column("name", _("大屏名称")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("created_at", _("投放时间")),
        Column("expires_at", _("有效期至")),
        Column("last_seen_at", _("最近一次打开")),
        Column("revoked_at", _("何时停用")),
    ),
)
