from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from governance.party.enums import OrgKind

ORGS = Layout(
    "party-organisations",
    (
        Column("name_then", _("名称")),
        Column("tier_name", _("层级")),
        Column("kind", _("类型"), dict(OrgKind.choices)),
        Column("parent_name_then", _("上级党组织")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("established_on", _("成立日期")),
        Column("dissolved_on", _("撤销日期")),
        Column("approved_no", _("批准文号")),
        Column("term_ends_on", _("届满日期")),
        Column("member_count", _("党员数")),
        Column("full_member_count", _("正式党员数")),
    ),
)
