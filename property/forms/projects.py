from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.kernel.days import quarter_start, today
from grids.forms.events import ReportForm
from property.enums import Right
from property.forms import DayInput, fee_field, phone_field
from property.models import ComplaintCategory, PropertyContract
from property.models.fees import quarter_label, quarters_back

OFFERED_QUARTERS = 8
MOST_YUAN = 10**12
_STAFF = {"min_value": 0, "max_value": 9999, "initial": 0}


class StaffForm(forms.Form):
    """Number and fee of a contract, and who works in the project."""

    number = forms.CharField(label=_("合同编号"), max_length=40, required=False)
    fee = fee_field()
    staff_count = forms.IntegerField(label=_("项目人员总数"), **_STAFF)
    guard_count = forms.IntegerField(label=_("秩序维护人数"), **_STAFF)
    cleaner_count = forms.IntegerField(label=_("保洁绿化人数"), **_STAFF)
    repairer_count = forms.IntegerField(label=_("工程维修人数"), **_STAFF)

    def __init__(self, *args, contract: PropertyContract, **kwargs):
        names = ("number", "staff_count", "guard_count", "cleaner_count", "repairer_count")
        known = {name: getattr(contract, name) for name in names}
        super().__init__(*args, initial=known | {"fee": Decimal(contract.fee_yuan)}, **kwargs)

    @property
    def details(self) -> dict:
        """What `describe_contract` takes."""
        found = dict(self.cleaned_data)
        return found | {"fee_cents": int(found.pop("fee") * 100)}


class RenewForm(forms.Form):
    to_on = forms.DateField(
        label=_("届满日期"),
        widget=DayInput(),
        required=False,
        help_text=_("从这一天起不再服务；不填为一直有效"),
    )
    fee = fee_field()
    number = forms.CharField(label=_("合同编号"), max_length=40, required=False)

    @property
    def terms(self) -> dict:
        """What `renew_contract` takes."""
        found = dict(self.cleaned_data)
        return found | {"fee_cents": int(found.pop("fee") * 100)}


class ManagerForm(forms.Form):
    manager = forms.CharField(label=_("项目经理"), max_length=40, help_text=_("加密保存，页面上只显示掩码"))
    manager_phone = phone_field()
    on = forms.DateField(label=_("到岗日期"), widget=DayInput(), initial=today)


class FeeForm(forms.Form):
    due_yuan = forms.IntegerField(label=_("应收物业费（元）"), min_value=0, max_value=MOST_YUAN)
    received_yuan = forms.IntegerField(
        label=_("实收物业费（元）"),
        min_value=0,
        max_value=MOST_YUAN,
        help_text=_("当季应收中已收到的，按整元填写；不能超过应收"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        quarters = quarters_back(quarter_start(today()), OFFERED_QUARTERS)
        by_text = {day.isoformat(): day for day in quarters}
        self.fields["quarter_on"] = forms.TypedChoiceField(
            label=_("季度"),
            choices=[(text, quarter_label(day)) for text, day in by_text.items()],
            coerce=by_text.get,
        )
        self.order_fields(["quarter_on"])


class ComplaintForm(ReportForm):
    """The ordinary report of an event, with the category to choose and the compound filled in as its place."""

    category = forms.ModelChoiceField(
        label=_("投诉类别"), queryset=ComplaintCategory.objects.none(), empty_label=_("请选择")
    )
    field_order = ["client_uuid", "category", "area", "text", "place"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = ComplaintCategory.counted().filter(parent__isnull=False)
        self.order_fields(self.field_order)


class CompanyForm(forms.Form):
    name = forms.CharField(label=_("企业名称"), max_length=100)
    uscc = forms.CharField(label=_("统一社会信用代码"), max_length=18, help_text=_("18 位，照营业执照填写"))


class NewCompanyForm(CompanyForm):
    area = forms.ModelChoiceField(
        label=_("监管它的区划"), queryset=Area.objects.none(), empty_label=_("请选择")
    )
    on = forms.DateField(label=_("开始经营日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        held = [seat.area_id for seat in user.seats if Right.MANAGE in seat.rights]
        self.fields["area"].queryset = Area.objects.open().filter(pk__in=held).order_by("code")


class PartyEndForm(forms.Form):
    on = forms.DateField(
        label=_("撤销日期"), widget=DayInput(), initial=today, help_text=_("从这一天起没有党组织")
    )
