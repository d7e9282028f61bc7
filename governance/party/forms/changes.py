"""Dated changes of one organisation; each offers only what the person sees and the chain allows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from governance.kernel.scope import under
from governance.party.forms.fields import AreaField, ChangeForm, OrgField
from governance.party.models import PartyOrg, PartyOrgArea


def nearby(org: PartyOrg, user):
    """Other organisations of today: below a township those of the same one, for the list to stay readable."""
    rows = PartyOrg.objects.for_user(user).in_force(today()).exclude(pk=org.pk).select_related("tier")
    township = org.area.ancestors(on=today()).filter(level=Level.TOWNSHIP).first()
    if township and org.area.level_id != Level.COMMUNITY:
        rows = rows.within(township.code)
    return rows.order_by("tier__position", "area_code", "pk")


class MoveForm(ChangeForm):
    parent = OrgField(label=_("新的上级党组织"), queryset=PartyOrg.objects.none(), empty_label=_("请选择"))
    field_order = ["parent", "on", "approved_no"]

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
        rows = nearby(org, user)
        self.fields["parent"].queryset = rows.filter(tier__position__lt=org.tier.position)


class MergeForm(ChangeForm):
    into = OrgField(label=_("并入哪个党组织"), queryset=PartyOrg.objects.none(), empty_label=_("请选择"))
    field_order = ["into", "on", "approved_no"]

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = nearby(org, user).filter(tier=org.tier)


class SplitForm(ChangeForm):
    """A part that becomes an organisation beside the one it leaves."""

    name = forms.CharField(label=_("分出的党组织名称"), max_length=100)
    area = AreaField(label=_("所在区划"), queryset=Area.objects.none(), empty_label=_("请选择"))
    member_count = forms.IntegerField(label=_("分出的党员数"), min_value=0, max_value=100_000)
    full_member_count = forms.IntegerField(label=_("其中正式党员"), min_value=0, max_value=100_000)
    subordinates = forms.ModelMultipleChoiceField(
        label=_("随之划转的下级党组织"),
        queryset=PartyOrg.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    served = forms.ModelMultipleChoiceField(
        label=_("随之划转的服务范围"),
        queryset=PartyOrgArea.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["name", "area", "on", "approved_no"]

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        super().__init__(*args, **kwargs)
        home = org.area.ancestors(on=today()).filter(level=Level.COMMUNITY).first() or org.area
        areas = Area.objects.for_user(user).open().filter(under("code", home.code), level=org.area.level)
        self.fields["area"].queryset = areas.order_by("code")
        self.fields["area"].initial = org.area_id
        self.fields["subordinates"].queryset = PartyOrg.objects.for_user(user).children_of(org, today())
        served = PartyOrgArea.objects.for_user(user).live_on(today()).filter(org=org)
        self.fields["served"].queryset = served.select_related("org", "area")
        self.fields["served"].label_from_instance = lambda link: link.area.name


class ElectForm(ChangeForm):
    term_years = forms.IntegerField(label=_("任期（年）"), min_value=1, max_value=10, required=False)
    term_ends_on = forms.DateField(
        label=_("届满日期"),
        widget=DayInput(),
        required=False,
        help_text=_("不填的，按任期年数推算"),
    )
    committee_size = forms.IntegerField(label=_("班子人数"), min_value=0, max_value=100, required=False)

    def __init__(self, *args, org: PartyOrg, user, **kwargs):
        initial = {"term_years": org.term_years, "committee_size": org.committee_size}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["on"].label = _("换届日期")
