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

BOUNDARY_MAPS = Layout(
    "area-maps",
    (
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("approval_number", _("审图号")),
        Column("points_given", _("原有点数")),
        Column("points_kept", _("保留点数")),
        Column("uploaded_at", _("上传时间")),
        Column("is_in_force", _("使用中")),
    ),
)
