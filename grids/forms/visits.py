import uuid
from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.inputs import PicturesField
from governance.kernel.days import today
from grids.enums.visits import (
    FARTHEST_RETURN,
    MET,
    NOTE_LENGTH,
    PHRASES,
    RETURN_IN,
    Companion,
    NeedKind,
    VisitKind,
    VisitOutcome,
    Way,
)
from grids.models import EventCategory

HAZARD_CLASS = "E01"  # 安全隐患 of the catalogue
MORE_NEEDS = (2, 3)  # beside the first one; who has still more to ask is called on again
MORE_NEED_FIELDS = {f"need_{part}_{number}" for number in MORE_NEEDS for part in ("kind", "text")}


def _words(label: str, rows: int, **options) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "maxlength": NOTE_LENGTH, "data-voice": True})
    return forms.CharField(label=label, max_length=NOTE_LENGTH, required=False, widget=area, **options)


class VisitForm(forms.Form):
    """One contact of one outcome. The number is made with the form: sending it twice makes one visit.

    Clean, it holds what `log_visit` takes, and `photos` beside it.
    """

    FIRST = frozenset(
        {"area", "place", "outcome", "need_kind", "hazard_category", "phrases", "note", "photos"}
    )

    client_uuid = forms.UUIDField(label=_("登记编号"), initial=uuid.uuid4, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("结果"), choices=VisitOutcome, widget=forms.HiddenInput)
    need_kind = forms.ChoiceField(
        label=_("诉求类别"), choices=NeedKind, required=False, widget=forms.RadioSelect
    )
    phrases = forms.MultipleChoiceField(
        label=_("常用语"), required=False, widget=forms.CheckboxSelectMultiple
    )
    note = _words(_("备注"), 3)
    photos = PicturesField()
    way = forms.ChoiceField(label=_("方式"), choices=Way, initial=Way.DOOR, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("走访类型"), choices=VisitKind, initial=VisitKind.ROUTINE)
    companions = forms.MultipleChoiceField(
        label=_("同行人员"), choices=Companion, required=False, widget=forms.CheckboxSelectMultiple
    )
    return_in = forms.TypedChoiceField(
        label=_("约定回访"), choices=RETURN_IN, coerce=int, empty_value=0, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    return_on = forms.DateField(
        label=_("或选回访日期"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    latitude = forms.DecimalField(
        required=False, min_value=-90, max_value=90, decimal_places=6, widget=forms.HiddenInput
    )
    longitude = forms.DecimalField(
        required=False, min_value=-180, max_value=180, decimal_places=6, widget=forms.HiddenInput
    )

    def __init__(self, *args, outcome: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["outcome"] = outcome
        self.fields["phrases"].choices = [(str(words), words) for words in PHRASES.get(outcome, [])]
        if outcome == VisitOutcome.NEED:
            self._ask_for_more_needs()
        else:
            del self.fields["need_kind"]
        if outcome == VisitOutcome.HAZARD:
            self._ask_for_category()
        if outcome not in MET:
            del self.fields["companions"], self.fields["photos"]

    def _ask_for_more_needs(self) -> None:
        for number in MORE_NEEDS:
            label = _("第 {} 件诉求的类别").format(number)
            choices = [("", _("没有")), *NeedKind.choices]
            self.fields[f"need_kind_{number}"] = forms.ChoiceField(
                label=label, choices=choices, required=False
            )
            self.fields[f"need_text_{number}"] = _words(_("第 {} 件诉求的内容").format(number), 2)

    def _ask_for_category(self) -> None:
        """The dangers of the catalogue; a hazard of another kind is written down and handed on afterwards."""
        dangers = EventCategory.objects.filter(parent=HAZARD_CLASS, is_open=True, follow_up="")
        choices = [(category.pk, category.name) for category in dangers]
        if choices:
            self.fields["hazard_category"] = forms.ChoiceField(
                label=_("上报为"), choices=choices, required=False, widget=forms.RadioSelect,
                help_text=_("选了就同时上报事件，限时处置；不选只记在走访里，之后再转办。"),
            )  # fmt: skip
            self.order_fields(["hazard_category", "phrases"])

    def at_once(self) -> list:
        """The fields a contact of this outcome is about; without an issue there is nothing to fill in."""
        if self.initial["outcome"] == VisitOutcome.NORMAL:
            return []
        return [field for field in self.visible_fields() if field.name in self.FIRST]

    def more_needs(self) -> list:
        """What else was asked for, folded away."""
        return [field for field in self.visible_fields() if field.name in MORE_NEED_FIELDS]

    def on_demand(self) -> list:
        """The rest, folded away too."""
        first = {field.name for field in self.at_once()} | MORE_NEED_FIELDS
        return [field for field in self.visible_fields() if field.name not in first]

    def clean(self):
        data = super().clean()
        words = [*data.pop("phrases", []), data.get("note", "").strip()]
        data["note"] = "；".join(word for word in words if word)
        if len(data["note"]) > NOTE_LENGTH:
            self.add_error("note", _("备注太长，请控制在 {} 字以内。").format(NOTE_LENGTH))
        data["needs"] = self._needs(data)
        data["hazard"] = self._hazard(data)
        data["return_on"] = self._return_on(data)
        if (data.get("latitude") is None) != (data.get("longitude") is None):
            data["latitude"] = data["longitude"] = None
        data.setdefault("photos", [])
        return data

    def _needs(self, data: dict) -> list[dict]:
        first = data.pop("need_kind", "")
        needs = [{"kind": first or NeedKind.OTHER}] if data.get("outcome") == VisitOutcome.NEED else []
        for number in MORE_NEEDS:
            kind, text = data.pop(f"need_kind_{number}", ""), data.pop(f"need_text_{number}", "")
            if text and not kind:
                kind = NeedKind.OTHER
            if kind and not text:
                self.add_error(f"need_text_{number}", _("请写明这件诉求的内容，或把类别改为“没有”。"))
            if kind:
                needs.append({"kind": kind, "text": text})
        return needs

    def _hazard(self, data: dict) -> dict | None:
        code = data.pop("hazard_category", "")
        category = EventCategory.objects.filter(pk=code).first() if code else None
        return {"category": category} if category else None

    def _return_on(self, data: dict):
        days, day = data.pop("return_in", 0), data.get("return_on")
        if day is not None and not today() < day <= today() + FARTHEST_RETURN:
            self.add_error("return_on", _("回访日期要在明天以后的半年以内，请重新选择。"))
        return day or (today() + timedelta(days=days) if days else None)


class PlaceVisitForm(VisitForm):
    """A contact or a finding away from a door: where, and what."""

    area = forms.ChoiceField(label=_("所在网格"))
    place = forms.CharField(label=_("地点"), max_length=80, help_text=_("如：小区北门、3号楼前"))
    outcome = forms.ChoiceField(
        label=_("情况"),
        choices=[*VisitOutcome.choices[1:4], VisitOutcome.choices[0]],
        widget=forms.RadioSelect,
    )
    field_order = ("area", "place", "outcome", "need_kind", "note", "photos", "way", "kind")

    def __init__(self, *args, areas: list, **kwargs):
        super().__init__(*args, outcome=VisitOutcome.NEED, initial={"way": Way.STREET}, **kwargs)
        self.initial["outcome"] = VisitOutcome.HAZARD
        self.fields["area"].choices = [(area.code, area.name) for area in areas]
        self.fields["need_kind"].help_text = _("有需求时选择")
        for name in ("phrases", "return_in", "return_on"):
            del self.fields[name]
        for number in MORE_NEEDS:
            del self.fields[f"need_kind_{number}"], self.fields[f"need_text_{number}"]
        if len(areas) == 1:
            self.fields["area"].widget = forms.HiddenInput()
            self.initial["area"] = areas[0].code


class NoteForm(forms.Form):
    note = forms.CharField(label=_("办理结果"), max_length=NOTE_LENGTH)
