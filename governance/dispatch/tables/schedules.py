from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleKind
from governance.kernel.tables import Column, Layout

RUNS = Layout(
    "dispatch-runs",
    (
        Column("kind", _("种类"), dict(CycleKind.choices)),
        Column("due_on", _("应开日期")),
        Column("first_at", _("生成时间")),
        Column("made", _("生成期数")),
        Column("error", _("没有生成的原因")),
        Column("tries", _("试过次数")),
        Column("last_at", _("最近一次")),
    ),
)
