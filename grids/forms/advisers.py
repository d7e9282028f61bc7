from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.inputs import DayInput, PhoneField
from grids.enums.advisers import LONGEST_WORK, AdviserWork
from grids.enums.rights import Right
from grids.forms.inputs import ClockInput
from grids.models import Community


class AdviserForm(forms.Form):
    area = forms.CharField(label=_("登记在"), max_length=18, widget=forms.HiddenInput)
    name = forms.CharField(label=_("姓名"), max_length=40)
    firm = forms.CharField(label=_("律师事务所"), max_length=80)
    licence_no = forms.CharField(label=_("执业证号"), max_length=30)
    phone = PhoneField(label=_("电话"), help_text=_("加密保存，只以掩码显示，查看要写事由"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_area(self) -> Area:
        code = self.cleaned_data["area"]
        area = Area.objects.for_user(self.user).open().filter(code=code).first()
        if area is None or not self.user.may(Right.MANAGE, area.code):
            raise forms.ValidationError(_("这个区划不在您的管理范围内，请重新选择。"))
        return area


class AssignForm(forms.Form):
    community = forms.ModelChoiceField(
        label=_("社区（村）"),
        queryset=Community.objects.none(),
        to_field_name="code",
        empty_label=_("请选择"),
    )
    from_on = forms.DateField(label=_("聘期从"), widget=DayInput(), initial=today)
    to_on = forms.DateField(
        label=_("聘期到"), widget=DayInput(), required=False, help_text=_("从这一天起不再担任；长期的不填")
    )

    def __init__(self, *args, communities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["community"].queryset = communities


class DutyForm(forms.Form):
    on = forms.DateField(label=_("值班日期"), widget=DayInput(), initial=today)
    from_time = forms.TimeField(label=_("开始时间"), widget=ClockInput(), initial="09:00")
    to_time = forms.TimeField(label=_("结束时间"), widget=ClockInput(), initial="11:30")
    place = forms.CharField(label=_("地点"), max_length=80, help_text=_("如：社区一楼法律顾问室"))


class WorkForm(forms.Form):
    kind = forms.ChoiceField(label=_("工作"), choices=AdviserWork)
    on = forms.DateField(label=_("日期"), widget=DayInput(), initial=today)
    minutes = forms.IntegerField(label=_("时长（分钟）"), min_value=1, max_value=LONGEST_WORK, initial=30)
    topic = forms.CharField(label=_("事由"), max_length=200, help_text=_("写事不写人，不写姓名、电话"))
