from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput, PhoneField, long_text
from governance.party.enums import COBUILD_TEXT_LENGTH, MOST_PLACES
from governance.party.forms.fields import CommunityField
from governance.party.models import Partner, ReportingUnit, ServicePost, ServicePostKind, ServingMember


class RecountForm(forms.Form):
    in_service_count = forms.IntegerField(
        label=_("在职党员数"), min_value=0, max_value=100_000, help_text=_("由单位提供")
    )


class ReportUnitForm(RecountForm):
    area = CommunityField(label=_("社区（村）"))
    name = forms.CharField(label=_("单位名称"), max_length=100)
    partner = forms.ModelChoiceField(
        label=_("共建单位"),
        queryset=Partner.objects.none(),
        required=False,
        empty_label=_("不是登记的共建单位"),
    )
    on = forms.DateField(label=_("报到日期"), widget=DayInput(), initial=today)
    field_order = ["area", "name", "partner", "in_service_count"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].offer(user)
        self.fields["partner"].queryset = Partner.objects.for_user(user).in_force(today()).order_by("name")


class ReportMemberForm(forms.Form):
    name = forms.CharField(
        label=_("姓名"), max_length=40, help_text=_("加密保存，只以掩码显示，查看要写事由")
    )
    phone = PhoneField(label=_("联系电话"))
    on = forms.DateField(label=_("报到日期"), widget=DayInput(), initial=today)


class PostForm(forms.Form):
    area = CommunityField(label=_("社区（村）"))
    kind = forms.ModelChoiceField(
        label=_("类别"), queryset=ServicePostKind.objects.all(), empty_label=_("请选择")
    )
    text = long_text(_("岗位内容"), rows=3, max_length=COBUILD_TEXT_LENGTH)
    places = forms.IntegerField(label=_("名额"), min_value=1, max_value=MOST_PLACES)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].offer(user)


class PostClaimForm(forms.Form):
    """Units that report to the community of the post, and their members."""

    unit = forms.ModelChoiceField(
        label=_("报到单位"), queryset=ReportingUnit.objects.none(), empty_label=_("请选择")
    )
    member = forms.ModelChoiceField(
        label=_("报到党员"),
        queryset=ServingMember.objects.none(),
        required=False,
        empty_label=_("以单位认领"),
    )

    def __init__(self, *args, post: ServicePost, user, **kwargs):
        super().__init__(*args, **kwargs)
        units = ReportingUnit.objects.for_user(user).live_on(today()).filter(area_code=post.area_code)
        members = ServingMember.objects.for_user(user).live_on(today()).filter(area_code=post.area_code)
        self.fields["unit"].queryset = units.order_by("name")
        self.fields["member"].queryset = members.select_related("unit").order_by("unit__name", "pk")
        self.fields["member"].label_from_instance = lambda member: f"{member.unit} · {member}"


class ServiceForm(forms.Form):
    on = forms.DateField(label=_("服务日期"), widget=DayInput(), initial=today)
    text = forms.CharField(label=_("服务内容"), max_length=COBUILD_TEXT_LENGTH)
    result = forms.CharField(label=_("服务成效"), max_length=COBUILD_TEXT_LENGTH, required=False)
