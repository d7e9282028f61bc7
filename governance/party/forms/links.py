"""What an organisation serves and which units sit in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.identity import validate_uscc
from governance.kernel.inputs import DayInput
from governance.kernel.scope import under
from governance.party.enums import MemberKind
from governance.party.forms.fields import AreaField
from governance.party.models import Partner, PartyOrg


class ServeForm(forms.Form):
    area = AreaField(label=_("网格或楼院"), queryset=Area.objects.none(), empty_label=_("请选择"))
    on = forms.DateField(label=_("开始日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
        home = org.area.ancestors(on=today()).filter(level=Level.COMMUNITY).first() or org.area
        areas = Area.objects.for_user(user).open().filter(under("code", home.code))
        self.fields["area"].queryset = areas.filter(level__in=[Level.GRID, Level.BUILDING]).order_by("code")


class SeatForm(forms.Form):
    kind = forms.ChoiceField(label=_("单位类型"), choices=MemberKind)
    name = forms.CharField(label=_("单位名称"), max_length=100)
    uscc = forms.CharField(
        label=_("统一社会信用代码"), max_length=18, required=False, validators=[validate_uscc]
    )
    partner = forms.ModelChoiceField(
        label=_("共建单位"),
        queryset=Partner.objects.none(),
        required=False,
        empty_label=_("不是登记的共建单位"),
    )
    on = forms.DateField(label=_("参加日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
        home = org.area.ancestors(on=today()).filter(level=Level.COMMUNITY).first() or org.area
        partners = Partner.objects.for_user(user).within(home.code).in_force(today())
        self.fields["partner"].queryset = partners.order_by("name")


class EndForm(forms.Form):
    on = forms.DateField(label=_("结束日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
