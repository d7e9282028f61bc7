"""Forms of leagues and teams: one to bring each up, one to change it; who joins, who leaves, what they did."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.inputs import PicturesField
from governance.kernel.days import today
from governance.kernel.inputs import DayInput, long_text
from governance.party.enums import ACTIVITY_RESULT_LENGTH, OrgKind
from governance.party.forms.fields import CommunityField, OrgField
from governance.party.models import League, Partner, PartyOrg, StewardTeam, VolunteerTeam


class FoundForm(forms.Form):
    """What every league or team begins with."""

    area = CommunityField(label=_("社区（村）"))
    name = forms.CharField(label=_("名称"), max_length=100)
    on = forms.DateField(label=_("成立日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].offer(user)


class LeagueFoundForm(FoundForm):
    purpose = forms.CharField(label=_("服务内容"), max_length=200)


class LeagueReviseForm(forms.Form):
    purpose = forms.CharField(label=_("服务内容"), max_length=200)

    def __init__(self, *args, group: League, user, **kwargs):
        super().__init__(*args, initial={"purpose": group.purpose}, **kwargs)


class JointBranchField(OrgField):
    def __init__(self):
        super().__init__(
            label=_("所属联合党支部"),
            queryset=PartyOrg.objects.none(),
            required=False,
            empty_label=_("不属于党支部"),
        )

    def offer(self, user) -> None:
        rows = PartyOrg.objects.for_user(user).in_force(today()).filter(kind=OrgKind.JOINT_BRANCH)
        self.queryset = rows.select_related("tier").order_by("area_code", "pk")


class StewardFoundForm(FoundForm):
    org = JointBranchField()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["org"].offer(user)


class StewardReviseForm(forms.Form):
    org = JointBranchField()

    def __init__(self, *args, group: StewardTeam, user, **kwargs):
        super().__init__(*args, initial={"org": group.org_id}, **kwargs)
        self.fields["org"].offer(user)


class VolunteerFoundForm(FoundForm):
    leader = forms.CharField(label=_("队长"), max_length=40, help_text=_("加密保存，只以掩码显示"))
    member_count = forms.IntegerField(label=_("队员数"), min_value=0, max_value=100_000)


class VolunteerReviseForm(forms.Form):
    leader = forms.CharField(label=_("队长"), max_length=40, required=False, help_text=_("不填的不改"))
    member_count = forms.IntegerField(label=_("队员数"), min_value=0, max_value=100_000)

    def __init__(self, *args, group: VolunteerTeam, user, **kwargs):
        super().__init__(*args, initial={"member_count": group.member_count}, **kwargs)


class GroupEndForm(forms.Form):
    on = forms.DateField(
        label=_("解散日期"), widget=DayInput(), initial=today, help_text=_("从这一天起不再存续")
    )


class LeaveForm(forms.Form):
    on = forms.DateField(label=_("退出日期"), widget=DayInput(), initial=today)


class LeagueJoinForm(forms.Form):
    partner = forms.ModelChoiceField(
        label=_("共建单位"), queryset=Partner.objects.none(), empty_label=_("请选择")
    )
    on = forms.DateField(label=_("参加日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, group: League, user, **kwargs):
        super().__init__(*args, **kwargs)
        partners = Partner.objects.for_user(user).within(group.area_code).in_force(today())
        self.fields["partner"].queryset = partners.order_by("name")


class TeamJoinForm(forms.Form):
    name = forms.CharField(
        label=_("姓名"), max_length=40, help_text=_("加密保存，只以掩码显示，查看要写事由")
    )
    duty = forms.CharField(label=_("分工"), max_length=40, required=False)
    on = forms.DateField(label=_("参加日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, group: StewardTeam, user, **kwargs):
        super().__init__(*args, **kwargs)


class ActivityForm(forms.Form):
    on = forms.DateField(label=_("活动日期"), widget=DayInput(), initial=today)
    title = forms.CharField(label=_("活动名称"), max_length=100)
    place = forms.CharField(label=_("地点"), max_length=100)
    people_count = forms.IntegerField(label=_("参加人数"), min_value=0, max_value=100_000)
    result = long_text(_("活动成效"), required=False, max_length=ACTIVITY_RESULT_LENGTH)
    photos = PicturesField()
