from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from grids.forms.errands import PHONE
from grids.models import Compound
from property.enums import CommitteeKind
from property.enums.committees import MemberTitle
from property.forms import EndForm
from property.models import OwnersMeeting


def meeting_field(label, **options) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=label, queryset=OwnersMeeting.objects.none(), required=False, empty_label=_("没有"), **options
    )


class OfMeeting(forms.Form):
    """A form that may name an announced meeting of the compound; the page passes what the person may see."""

    def __init__(self, *args, compound: Compound, user, **kwargs):
        super().__init__(*args, **kwargs)
        rows = OwnersMeeting.objects.for_user(user).filter(compound=compound).announced()
        self.fields["meeting"].queryset = rows.select_related("compound").order_by("-meeting_on", "-pk")
        self.fields["meeting"].label_from_instance = lambda row: f"{row.meeting_on} {row.title}"


class CommitteeForm(OfMeeting):
    kind = forms.ChoiceField(label=_("类型"), choices=CommitteeKind)
    on = forms.DateField(label=_("产生日期"), widget=DayInput(), initial=today)
    meeting = meeting_field(
        _("选举它的业主大会"), help_text=_("列出已公布结果的；没有开会的，例如物管会由镇街组建，选“没有”")
    )
    member_count = forms.IntegerField(label=_("委员人数"), min_value=1, max_value=99)
    term_ends_on = forms.DateField(label=_("届满日期"), widget=DayInput(), required=False)
    filing_no = forms.CharField(label=_("备案号"), max_length=60, required=False)
    filed_on = forms.DateField(
        label=_("备案日期"), widget=DayInput(), required=False, help_text=_("产生之日起 30 日内备案")
    )


class DissolveForm(OfMeeting, EndForm):
    meeting = meeting_field(_("决定解散的业主大会"))
    field_order = ["on", "meeting", "reason"]


class FilingForm(forms.Form):
    filing_no = forms.CharField(label=_("备案号"), max_length=60)
    filed_on = forms.DateField(label=_("备案日期"), widget=DayInput(), initial=today)


def phone_field() -> forms.CharField:
    return forms.CharField(
        label=_("电话"),
        max_length=20,
        validators=[PHONE],
        help_text=_("加密保存；姓名和电话一起用来认出在别的组织也任职的人"),
    )


class MemberForm(forms.Form):
    name = forms.CharField(label=_("姓名"), max_length=40, help_text=_("加密保存，页面上只显示掩码"))
    phone = phone_field()
    title = forms.ChoiceField(label=_("职务"), choices=MemberTitle, initial=MemberTitle.MEMBER)
    is_owner = forms.BooleanField(label=_("是业主"), required=False, initial=True)
    from_on = forms.DateField(label=_("任职日期"), widget=DayInput(), initial=today)


class MemberPhoneForm(forms.Form):
    phone = phone_field()
