from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from governance.kernel.scope import under
from governance.party.enums import OrgKind
from governance.party.forms.fields import AreaField
from governance.party.models import PartyOrg, PartyTier


class EstablishForm(forms.Form):
    """A new organisation below `parent`, on its area or one below."""

    area = AreaField(label=_("所在区划"), queryset=Area.objects.none(), empty_label=_("请选择"))
    tier = forms.ModelChoiceField(label=_("层级"), queryset=PartyTier.objects.none(), empty_label=_("请选择"))
    kind = forms.ChoiceField(label=_("类型"), choices=[("", _("请选择")), *OrgKind.choices])
    name = forms.CharField(label=_("名称"), max_length=100)
    on = forms.DateField(label=_("成立日期"), widget=DayInput(), initial=today)
    approved_no = forms.CharField(label=_("批准文号"), max_length=60, required=False)
    term_years = forms.IntegerField(label=_("任期（年）"), min_value=1, max_value=10, required=False)
    term_ends_on = forms.DateField(label=_("届满日期"), widget=DayInput(), required=False)
    member_count = forms.IntegerField(label=_("党员数"), min_value=0, max_value=100_000)
    full_member_count = forms.IntegerField(label=_("其中正式党员"), min_value=0, max_value=100_000)
    committee_size = forms.IntegerField(label=_("班子人数"), min_value=0, max_value=100, initial=0)

    def __init__(self, *args, parent: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = (
            Area.objects.for_user(user).open().filter(under("code", parent.area_code)).order_by("code")
        )
        self.fields["tier"].queryset = PartyTier.objects.filter(position__gte=parent.tier.position)


class DissolveForm(forms.Form):
    on = forms.DateField(label=_("撤销日期"), widget=DayInput(), initial=today)
    approved_no = forms.CharField(label=_("批准文号"), max_length=60, required=False)
    reason = forms.CharField(label=_("撤销原因"), max_length=200)


class RenameForm(forms.Form):
    name = forms.CharField(label=_("新名称"), max_length=100)
    on = forms.DateField(label=_("启用日期"), widget=DayInput(), initial=today)
    approved_no = forms.CharField(label=_("批准文号"), max_length=60, required=False)


class ReviseForm(forms.ModelForm):
    """What changes without a date of its own."""

    class Meta:
        model = PartyOrg
        fields = ["member_count", "full_member_count", "committee_size", "approved_no"]
