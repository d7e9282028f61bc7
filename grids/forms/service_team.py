from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput, PhoneField
from grids.enums.service_team import ServiceKind
from grids.models import Grid


class ServiceMemberForm(forms.Form):
    kind = forms.ChoiceField(label=_("力量"), choices=ServiceKind)
    name = forms.CharField(label=_("姓名"), max_length=40)
    unit = forms.CharField(label=_("单位"), max_length=80)
    duty_phone = PhoneField(label=_("值班电话"), help_text=_("办公电话，会印在公示牌上"))
    phone = PhoneField(label=_("个人电话"), help_text=_("加密保存，只以掩码显示，查看要写事由"))
    from_on = forms.DateField(label=_("开始日期"), widget=DayInput(), initial=today)


class EndForm(forms.Form):
    on = forms.DateField(
        label=_("结束日期"), widget=DayInput(), initial=today, help_text=_("从这一天起不再服务")
    )


class NoticeForm(forms.ModelForm):
    duty_phone = PhoneField(label=_("值守电话"), help_text=_("会印在公示牌上，请填公开的办公电话"))
    oversight_phone = PhoneField(label=_("监督电话"), help_text=_("会印在公示牌上"))

    class Meta:
        model = Grid
        fields = ["boundary", "duty_phone", "oversight_phone", "cadre_rhythm"]
