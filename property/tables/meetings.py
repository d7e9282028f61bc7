from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from property.enums import CommitteeKind
from property.enums.meetings import MeetingForm, MeetingKind, MeetingState

MEETINGS = Layout(
    "owners-meetings",
    (
        Column("compound_name", _("小区")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("title", _("会议名称")),
        Column("kind", _("会议类型"), dict(MeetingKind.choices)),
        Column("form", _("会议形式"), dict(MeetingForm.choices)),
        Column("state", _("状态"), dict(MeetingState.choices)),
        Column("notice_on", _("通知日期")),
        Column("meeting_on", _("开会日期")),
        Column("announced_on", _("结果公布日期")),
        Column("matter_count", _("表决事项数")),
        Column("owner_count", _("业主总人数")),
        Column("owner_area", _("专有部分总面积（平方米）")),
    ),
)

COMMITTEES = Layout(
    "owners-committees",
    (
        Column("compound_name", _("小区")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("kind", _("类型"), dict(CommitteeKind.choices)),
        Column("formed_on", _("产生日期")),
        Column("ended_on", _("解散日期")),
        Column("member_count", _("委员人数")),
        Column("term_ends_on", _("届满日期")),
        Column("filing_no", _("备案号")),
        Column("filed_on", _("备案日期")),
    ),
)
