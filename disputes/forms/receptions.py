from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.actions.receptions import Raised, Visitor
from disputes.enums.centres import HANDED_ON, Channel, Disposal
from disputes.models import MediationCentre, QueueTicket
from disputes.serializers.parties import PHONE
from governance.casework.forms import day_field

MOST_MATTERS = 6


def demand_note(disposal: str, note: str) -> None:
    """An answer given is written down, and so is the unit a matter goes to."""
    if disposal == Disposal.ANSWERED and not note:
        raise forms.ValidationError(_("当场答复要写明答复内容。"))
    if disposal == Disposal.DEPARTMENT and not note:
        raise forms.ValidationError(_("转部门要写明转给哪个单位。"))
    if disposal in HANDED_ON and len(note) > 60:
        raise forms.ValidationError(_("转往单位最多 60 个字。"))


class ReceptionForm(forms.Form):
    """Who came. Name and telephone go on into the disputes begun; the visit itself keeps the name masked."""

    visitor = forms.CharField(label=_("来访人"), max_length=40, help_text=_("接待记录只保存隐去的姓名"))
    phone = forms.CharField(
        label=_("电话"),
        max_length=20,
        required=False,
        validators=[PHONE],
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        help_text=_("只带入纠纷草稿"),
    )
    people_count = forms.IntegerField(label=_("人数"), min_value=1, max_value=9999, initial=1)
    representatives = forms.CharField(
        label=_("代表"), max_length=200, required=False, help_text=_("多人来访时填，用顿号隔开，最多 5 人")
    )
    channel = forms.ChoiceField(label=_("方式"), choices=Channel)
    centre = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput)
    ticket = forms.ModelChoiceField(queryset=None, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["centre"].queryset = MediationCentre.objects.for_user(user).open()
        self.fields["ticket"].queryset = QueueTicket.objects.for_user(user)

    def clean_representatives(self) -> tuple[str, ...]:
        text = self.cleaned_data["representatives"]
        for mark in ("，", ",", " ", "\u3000"):
            text = text.replace(mark, "、")
        return tuple(name.strip()[:40] for name in text.split("、") if name.strip())

    @property
    def person(self) -> Visitor:
        given = self.cleaned_data
        return Visitor(given["visitor"], given["phone"], given["people_count"], given["representatives"])


class MatterForm(forms.Form):
    """One line of the counter: what it is, what becomes of it, and a word on that."""

    title = forms.CharField(label=_("事项"), max_length=100)
    disposal = forms.ChoiceField(label=_("处理方式"), choices=Disposal, initial=Disposal.PENDING)
    note = forms.CharField(label=_("简述、答复或转往单位"), max_length=500, required=False, help_text="")

    def clean(self):
        given = super().clean()
        demand_note(given.get("disposal", ""), given.get("note", ""))
        return given

    @property
    def raised(self) -> Raised:
        return Raised(**{name: self.cleaned_data[name] for name in ("title", "disposal", "note")})


MatterForms = forms.formset_factory(MatterForm, extra=3, max_num=MOST_MATTERS, absolute_max=MOST_MATTERS)


class DisposeForm(forms.Form):
    """What became of a matter, now or once the other office has answered."""

    disposal = forms.ChoiceField(
        label=_("处理方式"),
        choices=[choice for choice in Disposal.choices if choice[0] != Disposal.DISPUTE],
    )
    note = forms.CharField(label=_("答复内容或转往单位"), max_length=500, required=False)
    external_number = forms.CharField(label=_("对方编号"), max_length=60, required=False)
    result = forms.CharField(
        label=_("办理结果"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    result_on = day_field(_("结果日期"), required=False)

    def clean(self):
        given = super().clean()
        demand_note(given.get("disposal", ""), given.get("note", ""))
        return given
