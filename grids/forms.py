import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.people.models import User
from grids.enums import (
    BUILDING_ROLES,
    NOTE_LENGTH,
    PHRASES,
    CareKind,
    NeedKind,
    TeamRole,
    VisitKind,
    VisitOutcome,
    Way,
)


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


class TagForm(forms.Form):
    kind = forms.ChoiceField(label=_("关爱类别"), choices=CareKind)
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("如：民政局低保名册 2026 年第 3 批"))
    expires_on = forms.DateField(
        label=_("到期日期"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("最长三年，到期自动失效，需要时重新认定"),
    )


class SeatForm(forms.Form):
    """Who takes which seat of the team; a person is named by account."""

    role = forms.ChoiceField(label=_("岗位"), choices=TeamRole)
    building = forms.ChoiceField(label=_("楼院"), required=False, help_text=_("楼栋长、单元长填写"))
    account = forms.CharField(label=_("账号"), max_length=40)
    is_cover = forms.BooleanField(label=_("代管（岗位空缺期间顶岗，不算配备）"), required=False)

    def __init__(self, *args, buildings, **kwargs):
        super().__init__(*args, **kwargs)
        self.buildings = {group.area.code: group.area for group in buildings}
        self.fields["building"].choices = [("", "—"), *((c, area.name) for c, area in self.buildings.items())]

    def clean_account(self):
        user = User.objects.filter(username=self.cleaned_data["account"].strip(), is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("没有这个账号，请核对后重新填写。"))
        return user

    def clean(self):
        data = super().clean()
        data["building"] = self.buildings.get(data.get("building"))
        if data.get("role") in BUILDING_ROLES and data["building"] is None:
            self.add_error("building", _("楼栋长、单元长要选本网格内的楼院。"))
        return data


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("事由"), max_length=200)


class NoteForm(forms.Form):
    note = forms.CharField(label=_("办理结果"), max_length=NOTE_LENGTH)
