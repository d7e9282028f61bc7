"""Reporting an event: few fields, most of them optional."""

import uuid

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.casework.enums import SUMMARY_LENGTH, Source
from governance.casework.forms import text_field
from governance.files.inputs import PicturesField
from grids.enums.events import EventGrade
from grids.enums.rights import EventRight

PHONE = RegexValidator(r"^\+?[0-9][0-9-]{5,18}$", _("电话只能是数字和短横，请检查。"))
SOURCES = [(value, Source(value).label) for value in ("hotline", "police", "petition", "superior", "window")]


class ReportForm(forms.Form):
    """One event of a category already tapped. The number is made with the form: sending it twice makes one event."""

    FOLDED = ("reporter_name", "reporter_phone", "photos")

    client_uuid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    area = forms.CharField(label=_("所在网格"), required=False)
    text = text_field(_("什么情况"), SUMMARY_LENGTH, rows=3)
    place = forms.CharField(
        label=_("地点"), max_length=100, required=False, help_text=_("如：3号楼2单元门口、小区北门")
    )
    is_settled = forms.BooleanField(
        label=_("已当场解决（自办）"), required=False, help_text=_("勾选后直接办结，只留记录")
    )
    reporter_name = forms.CharField(label=_("谁反映的"), max_length=40, required=False)
    reporter_phone = forms.CharField(
        label=_("反映人电话"),
        max_length=20,
        required=False,
        validators=[PHONE],
        help_text=_("留了电话，反映人可以凭查询码和后四位看进度"),
    )
    source = forms.ChoiceField(label=_("来源"), choices=[], required=False)
    photos = PicturesField()

    def __init__(self, *args, user, is_from_visit: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.areas = [held.area for held in user.live_holdings if EventRight.REPORT in held.post.role.rights]
        self.in_field = all(area.level_id in (Level.GRID, Level.BUILDING) for area in self.areas)
        self.initial.setdefault("area", self.areas[0].code if self.areas else "")
        own = Source.VISIT if is_from_visit else Source.GRID
        if self.in_field:
            del self.fields["source"]
            self._offer_areas()
        else:
            self.fields["source"].choices = [(own.value, own.label), *SOURCES]
        self.own_source = own

    def _offer_areas(self) -> None:
        choices = [(area.code, area.name) for area in self.areas]
        carried = self.initial["area"]
        if carried and carried not in dict(choices):
            choices = [(carried, carried)]
        self.fields["area"].widget = (
            forms.HiddenInput() if len(choices) == 1 else forms.Select(choices=choices)
        )

    @property
    def area_name(self) -> str:
        """The name of the area in the form, for the picker."""
        code = self["area"].value() or ""
        found = Area.objects.for_user(self.user).filter(code=code).first()
        return found.name if found else self.data.get("q", "")

    @property
    def at_once(self) -> list:
        return [field for field in self.visible_fields() if field.name not in (*self.FOLDED, "area")]

    @property
    def on_demand(self) -> list:
        return [self[name] for name in self.FOLDED]

    def clean_area(self):
        """The area chosen by code, or typed as a whole name where there is no script."""
        text = (self.cleaned_data["area"] or self.data.get("q", "")).strip()
        named = {"code": text} if text.isdigit() else {"name": text}
        rows = Area.objects.for_user(self.user).open().select_related("successor")
        found = list(rows.filter(**named)[:2]) if text else []
        if len(found) != 1 or not self.user.may(EventRight.REPORT, found[0].code):
            raise forms.ValidationError(_("请选择事件发生的辖区：填写名称、拼音或代码后从列表中选。"))
        return found[0]

    @property
    def report(self) -> dict:
        """What `report_event` takes, from a valid form."""
        data = dict(self.cleaned_data)
        told = {"name": data.pop("reporter_name"), "phone": data.pop("reporter_phone")}
        data["reporter"] = told if any(told.values()) else None
        data["grade"] = EventGrade.OWN if data.pop("is_settled") else None
        data["source"] = data.get("source") or self.own_source
        return data
