from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.identity import validate_uscc
from governance.kernel.inputs import DayInput, PhoneField
from governance.party.enums import PartnerKind
from governance.party.forms.fields import CommunityField


class AgreementForm(forms.Form):
    """What one agreement says."""

    on = forms.DateField(label=_("签约日期"), widget=DayInput(), initial=today)
    number = forms.CharField(label=_("协议编号"), max_length=40)
    due_on = forms.DateField(label=_("到期日期"), widget=DayInput())
    purpose = forms.CharField(label=_("共建内容"), max_length=200)
    contact = forms.CharField(label=_("联系人"), max_length=40, required=False)
    phone = PhoneField(label=_("联系电话"), help_text=_("加密保存，只以掩码显示，查看要写事由"))
    scan = forms.FileField(
        label=_("协议照片"),
        required=False,
        help_text=_("盖章页拍一张即可，JPEG 或 PNG"),
        widget=forms.FileInput(attrs={"accept": "image/*", "data-shrink": True}),
    )


class RenewForm(AgreementForm):
    """The next agreement; contact and phone stay unless given anew."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].help_text = _("不填的，沿用原来的联系人和电话")


class SignPartnerForm(AgreementForm):
    area = CommunityField(label=_("社区（村）"))
    name = forms.CharField(label=_("单位名称"), max_length=100)
    kind = forms.ChoiceField(label=_("类型"), choices=PartnerKind)
    uscc = forms.CharField(
        label=_("统一社会信用代码"), max_length=18, required=False, validators=[validate_uscc]
    )
    field_order = ["area", "name", "kind", "uscc"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].offer(user)


class PartnerEndForm(forms.Form):
    on = forms.DateField(
        label=_("解约日期"), widget=DayInput(), initial=today, help_text=_("从这一天起不再是共建单位")
    )
    reason = forms.CharField(label=_("解约原因"), max_length=200)
