import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.enums.visits import NOTE_LENGTH, PHRASES, NeedKind, VisitKind, VisitOutcome, Way


class VisitForm(forms.Form):
    """One contact of one outcome. The number is made with the form: sending it twice makes one visit."""

    client_uuid = forms.UUIDField(label=_("登记编号"), initial=uuid.uuid4, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("结果"), choices=VisitOutcome, widget=forms.HiddenInput)
    need_kind = forms.ChoiceField(
        label=_("诉求类别"), choices=NeedKind, required=False, widget=forms.RadioSelect
    )
    phrases = forms.MultipleChoiceField(
        label=_("常用语"), required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(
        label=_("备注"),
        max_length=NOTE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": NOTE_LENGTH}),
    )
    way = forms.ChoiceField(label=_("方式"), choices=Way, initial=Way.DOOR, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("走访类型"), choices=VisitKind, initial=VisitKind.ROUTINE)

    def __init__(self, *args, outcome: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["outcome"] = outcome
        self.fields["phrases"].choices = [(str(words), words) for words in PHRASES.get(outcome, [])]
        if outcome != VisitOutcome.NEED:
            del self.fields["need_kind"]

    def clean(self):
        data = super().clean()
        words = [*data.pop("phrases", []), data.get("note", "").strip()]
        data["note"] = "；".join(word for word in words if word)
        if len(data["note"]) > NOTE_LENGTH:
            self.add_error("note", _("备注太长，请控制在 {} 字以内。").format(NOTE_LENGTH))
        return data


class PlaceVisitForm(VisitForm):
    """A contact or a finding away from a door: where, and what."""

    area = forms.ChoiceField(label=_("所在网格"))
    place = forms.CharField(label=_("地点"), max_length=80, help_text=_("如：小区北门、3号楼前"))
    outcome = forms.ChoiceField(
        label=_("情况"),
        choices=[*VisitOutcome.choices[1:4], VisitOutcome.choices[0]],
        widget=forms.RadioSelect,
    )
    field_order = ("area", "place", "outcome", "need_kind", "note", "way", "kind")

    def __init__(self, *args, areas: list, **kwargs):
        super().__init__(*args, outcome=VisitOutcome.NEED, initial={"way": Way.STREET}, **kwargs)
        self.initial["outcome"] = VisitOutcome.HAZARD
        self.fields["area"].choices = [(area.code, area.name) for area in areas]
        self.fields["need_kind"].help_text = _("有需求时选择")
        del self.fields["phrases"]
        if len(areas) == 1:
            self.fields["area"].widget = forms.HiddenInput()
            self.initial["area"] = areas[0].code


class NoteForm(forms.Form):
    note = forms.CharField(label=_("办理结果"), max_length=NOTE_LENGTH)
