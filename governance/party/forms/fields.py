from datetime import date

from django import forms
from django.core.exceptions import BadRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from governance.party.enums import Right
from governance.party.models import PartyOrg


class AsOfForm(forms.Form):
    """The day a page is read as of."""

    as_of = forms.DateField(label=_("截至日期"), required=False, widget=DayInput())


def day_asked(request) -> date:
    """The day of `as_of`, today when it is not given."""
    form = AsOfForm(request.GET)
    if not form.is_valid():
        raise BadRequest(gettext("截至日期要写成 2026-11-22 这样。"))
    return form.cleaned_data["as_of"] or today()


class AreaField(forms.ModelChoiceField):
    """Names repeat below a township, so each goes with its code."""

    def label_from_instance(self, area: Area) -> str:
        return _("{name}（{code}）").format(name=area.name, code=area.code)


class CommunityField(AreaField):
    """A community in which the person may build together; whoever has one alone finds it chosen."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Area.objects.none(), empty_label=_("请选择"), **kwargs)

    def offer(self, user) -> None:
        rows = Area.objects.open().filter(level=Level.COMMUNITY).reached_by(user.reaches(Right.BUILD), user)
        self.queryset = rows.order_by("code")
        first = list(self.queryset[:2])
        if len(first) == 1:
            self.initial = first[0].pk


class OrgField(forms.ModelChoiceField):
    """An organisation, by name and tier."""

    def label_from_instance(self, org: PartyOrg) -> str:
        return f"{org.name} · {org.tier}"


class ChangeForm(forms.Form):
    """What every dated change asks for."""

    on = forms.DateField(label=_("生效日期"), widget=DayInput(), initial=today)
    approved_no = forms.CharField(label=_("批准文号"), max_length=60, required=False)
