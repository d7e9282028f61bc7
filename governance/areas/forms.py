from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.parsers import read_json

MAP_MEGABYTES = 4


class AreaField(forms.CharField):
    """An open area of the user's scope, by its code or its whole name. Set `areas` before use."""

    areas = Area.objects.none()

    def clean(self, value):
        text = super().clean(value).strip()
        if not text:
            return None
        found = list(self.areas.filter(**({"code": text} if text.isdigit() else {"name": text}))[:2])
        if len(found) != 1:
            raise ValidationError(
                _("辖区内没有找到“%(text)s”，或有同名，请填写代码。"), params={"text": text}
            )
        return found[0]


class ChangeForm(forms.Form):
    """What every change of the tree says: from which day, and why."""

    on = forms.DateField(
        label=_("生效日期"), initial=today, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(label=_("依据"), max_length=200, required=False, help_text=_("如批复文号"))

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, AreaField):
                field.areas = areas


class OpenForm(ChangeForm):
    name = forms.CharField(label=_("名称"), max_length=80)
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("随上级")), *AreaKind.choices], required=False)
    code = forms.RegexField(
        r"^[0-9]+\Z", label=_("代码"), max_length=18, required=False, help_text=_("不填则按编码规则自动编号")
    )


class RenameForm(ChangeForm):
    name = forms.CharField(label=_("新名称"), max_length=80)


class MoveForm(ChangeForm):
    to = AreaField(
        label=_("新的上级"), help_text=_("填写代码或全称；本区划及其下级将换用新代码，旧代码仍可查到")
    )


class CloseForm(ChangeForm):
    successor = AreaField(
        label=_("承接区划"), required=False, help_text=_("同一级的另一区划，接管其名下的事项；填写代码或全称")
    )


class GeoJsonField(forms.FileField):
    """A file of JSON, read; what it says is for the verb to judge."""

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file.size > MAP_MEGABYTES * 1024 * 1024:
            raise ValidationError(
                _("文件有 %(size)s MB，最多 %(most)s MB，请先用地图软件简化。"),
                params={"size": round(file.size / 1024 / 1024, 1), "most": MAP_MEGABYTES},
            )
        try:
            return read_json(file.read().removeprefix(b"\xef\xbb\xbf"))
        except ValueError:
            raise ValidationError(_("文件不是有效的 GeoJSON，请重新导出，编码选 UTF-8。")) from None


class MapForm(forms.Form):
    document = GeoJsonField(
        label=_("GeoJSON 文件"),
        widget=forms.FileInput(attrs={"accept": ".json,.geojson,application/geo+json"}),
        help_text=format_lazy(
            _("每个下级区划一个要素，属性 code 写区划代码，坐标用经纬度；最大 {} MB"), MAP_MEGABYTES
        ),
    )
    approval_number = forms.CharField(
        label=_("审图号"), max_length=40, help_text=_("照地图上印的填写，如 GS(2024)0650号；印在每张地图下面")
    )
