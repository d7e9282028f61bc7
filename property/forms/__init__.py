from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from grids.forms.events import PHONE
from property.choices import companies_for
from property.enums import PartyLinkKind, ServiceMode
from property.models import ManagedCompound, PropertyCompany


class AsOfForm(forms.Form):
    """The day a page is read as of."""

    as_of = forms.DateField(label=_("截至日期"), required=False, widget=DayInput())


def fee_field() -> forms.DecimalField:
    return forms.DecimalField(
        label=_("物业费（元/平方米·月）"), min_value=0, max_value=1000, decimal_places=2, initial=Decimal(0)
    )


def phone_field() -> forms.CharField:
    return forms.CharField(
        label=_("项目经理电话"),
        max_length=20,
        required=False,
        validators=[PHONE],
        help_text=_("加密保存，页面上只显示掩码"),
    )


class SignForm(forms.Form):
    company = forms.ModelChoiceField(
        label=_("物业企业"),
        queryset=PropertyCompany.objects.none(),
        required=False,
        empty_label=_("请选择"),
        help_text=_("社区托管、自治的可以不选"),
    )
    mode = forms.ChoiceField(label=_("服务方式"), choices=ServiceMode)
    from_on = forms.DateField(label=_("开始日期"), widget=DayInput(), initial=today)
    to_on = forms.DateField(
        label=_("届满日期"), widget=DayInput(), required=False, help_text=_("从这一天起不再服务")
    )
    fee = fee_field()
    number = forms.CharField(label=_("合同编号"), max_length=40, required=False)
    manager = forms.CharField(label=_("项目经理"), max_length=40, required=False)
    manager_phone = phone_field()

    def __init__(self, *args, compound: ManagedCompound, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["company"].queryset = companies_for(compound.area_code)

    @property
    def terms(self) -> dict:
        """What `sign_contract` takes."""
        terms = dict(self.cleaned_data)
        terms["fee_cents"] = int(terms.pop("fee") * 100)
        return terms


class EndForm(forms.Form):
    on = forms.DateField(label=_("结束日期"), widget=DayInput(), initial=today)
    reason = forms.CharField(label=_("原因"), max_length=200)


class PartyLinkForm(forms.Form):
    kind = forms.ChoiceField(label=_("组建方式"), choices=PartyLinkKind)
    on = forms.DateField(label=_("组建日期"), widget=DayInput(), initial=today)
