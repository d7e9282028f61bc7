from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput, PhoneField
from grids.models import OrgKind


class OrgChangeForm(forms.Form):
    kind = forms.ModelChoiceField(
        label=_("类别"), queryset=OrgKind.objects.filter(in_use=True), empty_label=_("请选择")
    )
    purpose = forms.CharField(label=_("服务内容"), max_length=200, required=False)
    people_count = forms.IntegerField(label=_("人数"), min_value=0, max_value=100_000, initial=0)
    contact = forms.CharField(
        label=_("联系人"), max_length=40, required=False, help_text=_("加密保存，只以掩码显示")
    )
    phone = PhoneField(label=_("联系电话"), help_text=_("加密保存，只以掩码显示"))


class OrgForm(OrgChangeForm):
    name = forms.CharField(label=_("名称"), max_length=80)
    founded_on = forms.DateField(label=_("成立日期"), widget=DayInput(), initial=today)
    field_order = ("name", "kind", "founded_on", "purpose", "people_count", "contact", "phone")


class ActivityForm(forms.Form):
    on = forms.DateField(label=_("日期"), widget=DayInput(), initial=today)
    title = forms.CharField(label=_("活动"), max_length=100)
    people_count = forms.IntegerField(label=_("参加人数"), min_value=0, max_value=100_000, initial=0)
