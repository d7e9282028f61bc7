from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from governance.people.models import User
from governance.people.models.handover import NOTE_LENGTH


class LoginForm(AuthenticationForm):
    """Account and password; a wrong pair never says which of the two is wrong."""

    error_messages = {
        "invalid_login": _("账号或密码不对，请重新输入。连续输错 5 次将锁定 15 分钟。"),
        "inactive": _("账号或密码不对，请重新输入。连续输错 5 次将锁定 15 分钟。"),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("账号")
        self.fields["password"].label = _("密码")


class HandoverForm(forms.Form):
    """Who takes over, named by account; nobody named leaves it to the keeper of the seat."""

    to = forms.CharField(
        label=_("接交人账号"),
        max_length=40,
        required=False,
        help_text=_("不填则由代管人接交；没有代管人的，由网格长或社区书记接交"),
    )
    note = forms.CharField(
        label=_("随交物品与说明"),
        max_length=NOTE_LENGTH,
        required=False,
        help_text=_("如：钥匙、工作手机、纸质台账；不写居民个人信息"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_to(self):
        account = self.cleaned_data["to"].strip()
        if not account:
            return None
        user = User.objects.filter(username=account, is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("没有这个账号，请核对后重新填写。"))
        return user


class ReasonForm(forms.Form):
    note = forms.CharField(label=_("理由"), max_length=200)
