from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.pocket import Verdict

CONFLICTS = Layout(
    "visit-conflicts",
    (
        Column("received_at", _("收到时间")),
        Column("area_code", _("区划代码")),
        Column("sender_name", _("提交人")),
        Column("verdict", _("核对结果"), dict(Verdict.choices)),
        Column("reviewed_at", _("核对时间")),
    ),
)
