from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import Half, Presence, RoomKind
from disputes.serializers.parties import PHONE
from governance.casework.forms import day_field
from governance.kernel.days import today

WEEKDAYS = [
    (0, _("周一")), (1, _("周二")), (2, _("周三")), (3, _("周四")), (4, _("周五")), (5, _("周六")),
    (6, _("周日")),
]  # fmt: skip


class PartForm(forms.Form):
    """A part of a centre; choices are the centre's own."""

    def __init__(self, *args, centre, **kwargs):
        super().__init__(*args, auto_id=f"id_{type(self).__name__.lower()}_%s", **kwargs)
        windows = centre.windows.filter(closed_on=None)
        for name, rows in {"window": windows, "unit": centre.units.filter(until_on=None)}.items():
            if name in self.fields:
                self.fields[name].queryset = rows


class ContactForm(PartForm):
    phone = forms.CharField(label=_("对外电话"), max_length=20, validators=[PHONE])
    hours = forms.CharField(label=_("开放时间"), max_length=60, required=False)
    address = forms.CharField(label=_("地址"), max_length=200, required=False)


class RoomForm(PartForm):
    name = forms.CharField(label=_("名称"), max_length=40)
    kind = forms.ChoiceField(label=_("用途"), choices=RoomKind)
    place = forms.CharField(label=_("楼层、房号"), max_length=40, required=False)


class WindowForm(PartForm):
    number = forms.IntegerField(label=_("窗口号"), min_value=1, max_value=999)
    purpose = forms.CharField(label=_("办理事项"), max_length=40)


class UnitForm(PartForm):
    name = forms.CharField(label=_("单位"), max_length=60)
    presence = forms.ChoiceField(label=_("入驻方式"), choices=Presence)
    window = forms.ModelChoiceField(label=_("窗口"), queryset=None, required=False)
    seat = forms.CharField(label=_("岗位或工位"), max_length=40, required=False)
    contact = forms.CharField(label=_("办公电话"), max_length=20, required=False, validators=[PHONE])
    from_on = day_field(_("入驻日期"), initial=today)


class RosterForm(PartForm):
    window = forms.ModelChoiceField(label=_("窗口"), queryset=None)
    unit = forms.ModelChoiceField(label=_("单位"), queryset=None)
    from_on = day_field(_("从"), initial=today)
    until_on = day_field(_("到"), initial=today)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("星期"),
        choices=WEEKDAYS,
        coerce=int,
        initial=[0, 1, 2, 3, 4],
        widget=forms.CheckboxSelectMultiple,
    )
    halves = forms.MultipleChoiceField(
        label=_("上下午"), choices=Half, initial=Half.values, widget=forms.CheckboxSelectMultiple
    )
