from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.enums.safety import ReportWay
from governance.casework.enums import NOTE_LENGTH
from governance.casework.forms import text_field


class PoliceReportForm(forms.Form):
    """Who was told what, how and when; the number may follow."""

    reported_to = forms.CharField(
        label=_("报告给"), max_length=80, help_text=_("派出所或公安分局名称；拨打 110 的写 110")
    )
    way = forms.ChoiceField(label=_("报告方式"), choices=ReportWay)
    reported_at = forms.DateTimeField(
        label=_("报告时间"),
        initial=timezone.localtime,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    content = text_field(_("报告内容"), 1000, help_text=_("看到或听到什么、在什么地方、涉及几个人"))
    external_number = forms.CharField(label=_("接警或受案编号"), max_length=60, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_police_%s", **kwargs)


class PoliceNumberForm(forms.Form):
    external_number = forms.CharField(label=_("接警或受案编号"), max_length=60)


class MinorForm(forms.Form):
    involves_minor = forms.TypedChoiceField(
        choices=[("true", "true"), ("false", "false")], coerce=lambda text: text == "true"
    )
    note = text_field(_("理由"), NOTE_LENGTH, rows=2)
