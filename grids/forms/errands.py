import uuid

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import NOTE_LENGTH
from grids.enums.errands import NAME_LENGTH
from grids.models import Resident, ServiceItem

PHONE = RegexValidator(r"^\+?[0-9][0-9-]{5,18}$", _("电话只能是数字和短横，请检查。"))
OTHER_PERSON = "0"


class ErrandForm(forms.Form):
    """For whom, what for. A household brings its residents to choose from; anybody else is named."""

    item = forms.ModelChoiceField(label=_("办什么事"), queryset=None, empty_label=_("请选择事项"))
    person = forms.ChoiceField(label=_("替谁办"), widget=forms.RadioSelect)
    area = forms.ChoiceField(label=_("所在网格"))
    name = forms.CharField(
        label=_("姓名"), max_length=NAME_LENGTH, required=False, help_text=_("不在名册的人填写，加密保存")
    )
    phone = forms.CharField(label=_("电话"), max_length=20, required=False, validators=[PHONE])
    note = forms.CharField(
        label=_("情况说明"),
        max_length=NOTE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    client_uuid = forms.UUIDField(label=_("登记编号"), widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, household=None, residents=(), areas=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = ServiceItem.objects.active()
        self.residents: dict[str, Resident] = {str(person.pk): person for person in residents}
        self.areas = {area.code: area for area in areas}
        people = [(key, person.name_masked) for key, person in self.residents.items()]
        self.fields["person"].choices = [*people, (OTHER_PERSON, _("不在名册的人"))]
        self.fields["area"].choices = [(code, area.name) for code, area in self.areas.items()]
        self.initial.setdefault("person", people[0][0] if len(people) == 1 else None)
        if household:
            del self.fields["area"]
        elif len(self.areas) == 1:
            self.fields["area"].widget = forms.HiddenInput()
            self.initial["area"] = next(iter(self.areas))
        if not people:
            del self.fields["person"]
            self.fields["name"].help_text = _("加密保存，页面只显示隐去的姓名")

    def clean(self):
        data = super().clean()
        data["resident"] = self.residents.get(data.pop("person", OTHER_PERSON))
        data["area"] = self.areas.get(data.get("area"))
        if data["resident"] is None and not data.get("name", "").strip():
            self.add_error("name", _("请选择居民，或填写姓名。"))
        return data


class PaperPhotoForm(forms.Form):
    paper = forms.ModelChoiceField(label=_("哪份材料"), queryset=None, empty_label=None)
    upload = forms.FileField(
        label=_("照片"),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=_("可以不拍。照片会缩小、去掉位置信息，送达后按期自动删除"),
    )

    def __init__(self, *args, errand, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["paper"].queryset = errand.materials.all()
        self.fields["paper"].label_from_instance = lambda paper: paper.name
