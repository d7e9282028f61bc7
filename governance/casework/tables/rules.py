from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Kind
from governance.kernel.tables import Column, Layout

IN_FORCE = Layout(
    "rule-sets-in-force",
    (
        Column("area_name", _("单位")),
        Column("area_code", _("区划代码")),
        Column("kind", _("类别"), dict(Kind.choices)),
        Column("rule_set_name", _("规则集")),
        Column("from_day", _("从哪天起")),
        Column("until", _("到哪天前")),
    ),
)
