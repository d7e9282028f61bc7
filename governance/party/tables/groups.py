from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from governance.party.enums import PartnerKind

PLACE = (Column("area_name", _("所属区划")), Column("area_code", _("区划代码")))

TEAMS = Layout(
    "volunteer-teams",
    (
        Column("name", _("队名")),
        *PLACE,
        Column("leader_masked", _("队长")),
        Column("member_count", _("队员数")),
        Column("founded_on", _("成立日期")),
    ),
)

STEWARDS = Layout(
    "steward-teams",
    (
        Column("name", _("队名")),
        *PLACE,
        Column("member_count", _("队员数")),
        Column("founded_on", _("成立日期")),
    ),
)

LEAGUES = Layout(
    "leagues",
    (
        Column("name", _("名称")),
        *PLACE,
        Column("purpose", _("服务内容")),
        Column("partner_count", _("成员单位数")),
        Column("founded_on", _("成立日期")),
    ),
)

ACTIVITIES = Layout(
    "party-activities",
    (
        Column("on", _("活动日期")),
        *PLACE,
        Column("host_name", _("主办")),
        Column("title", _("活动名称")),
        Column("place", _("地点")),
        Column("people_count", _("参加人数")),
        Column("result", _("活动成效")),
    ),
)

PARTNERS = Layout(
    "partners",
    (
        Column("name", _("名称")),
        *PLACE,
        Column("kind", _("类型"), dict(PartnerKind.choices)),
        Column("uscc", _("统一社会信用代码")),
        Column("signed_on", _("签约日期")),
        Column("agreement_no", _("协议编号")),
        Column("agreement_for", _("共建内容")),
        Column("agreement_due_on", _("到期日期")),
        Column("ended_on", _("解约日期")),
    ),
)
