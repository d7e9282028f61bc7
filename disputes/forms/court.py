from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.choices import judges_for
from disputes.enums.court import DelegationResult
from disputes.enums.rights import Right
from disputes.models import SharedCourt
from governance.areas.models import Area
from governance.casework.forms import text_field


class AskJudgeForm(forms.Form):
    judge_post = forms.ModelChoiceField(label=_("法官岗位"), queryset=None)
    question = text_field(_("请教的问题"), 1000, help_text=_("法官能看到这件纠纷隐去个人信息后的案情"))

    def __init__(self, *args, dispute, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["judge_post"].queryset = judges_for(dispute.area_code)


class OpinionForm(forms.Form):
    answer = text_field(_("法律意见"), 4000, rows=6)


class ReturnForm(forms.Form):
    result = forms.ChoiceField(label=_("交回结果"), choices=DelegationResult)
    note = text_field(_("结果说明"), 500, required=False)


class SharedCourtForm(forms.ModelForm):
    class Meta:
        model = SharedCourt
        fields = ["area", "name", "place", "judge_post", "schedule"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        townships = Area.objects.open().filter(level="township").order_by("code")
        self.fields["area"].queryset = townships.reached_by(user.reaches(Right.ASSIGN), user)
        reaches = user.reaches(Right.ASSIGN)
        self.fields["judge_post"].queryset = judges_for(min((reach.code for reach in reaches), default=""))
