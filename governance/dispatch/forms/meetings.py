from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.dispatch.choices import chairs_of, offices_around
from governance.dispatch.enums import Presence
from governance.dispatch.models import Cycle
from governance.dispatch.models.actions import STANDARD, TASK
from governance.dispatch.models.meetings import MINUTES, STATEMENT, TITLE
from governance.kernel.days import today
from governance.party.forms.fields import DayInput
from governance.people.models import Post


class PlanForm(forms.Form):
    """What `plan_meeting` takes."""

    meets_on = forms.DateField(label=_("开会日期"), widget=DayInput())
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    chair = forms.ModelChoiceField(
        label=_("主持岗位"),
        queryset=Post.objects.none(),
        required=False,
        empty_label=_("请选择"),
        help_text=_("记岗位，不记个人"),
    )

    def __init__(self, *args, cycle: Cycle, **kwargs):
        initial = {
            "meets_on": cycle.meets_on or max(cycle.due_on, today()),
            "place": cycle.place,
            "chair": cycle.chair_id,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["chair"].queryset = chairs_of(cycle.area)


class PointForm(forms.Form):
    title = forms.CharField(label=_("议题"), max_length=TITLE)


class MinutesForm(forms.Form):
    minutes = text_field(_("纪要"), MINUTES, required=False)


class CorrectForm(forms.Form):
    text = text_field(
        _("更正内容"), STATEMENT, help_text=_("写明哪一处、原来怎么写、应当怎么写；印发的纪要不变")
    )


class AttendanceForm(forms.Form):
    """One line an office: came, sent word, absent, or not called."""

    def __init__(self, *args, cycle: Cycle, **kwargs):
        super().__init__(*args, **kwargs)
        rows = cycle.attendances.select_related("area")
        known = {(row.area_id, row.post_id): row.presence for row in rows}
        for office in offices_around(cycle.area):
            initial = known.get((office.area.pk, office.post and office.post.pk), "")
            self.fields[office.key] = forms.ChoiceField(
                label=office.name,
                choices=[*Presence.choices, ("", _("未通知"))],
                required=False,
                initial=initial or ("" if known else Presence.PRESENT),
                widget=forms.RadioSelect,
            )

    @property
    def presences(self) -> dict[str, str]:
        return self.cleaned_data


class DecideForm(forms.Form):
    """A task as it is said in the meeting: what, who, by when."""

    text = text_field(_("任务"), TASK, rows=2)
    office = forms.ChoiceField(label=_("责任单位"))
    due_on = forms.DateField(label=_("完成期限"), widget=DayInput())
    standard = forms.CharField(label=_("完成标准"), max_length=STANDARD, required=False)
    co_offices = forms.MultipleChoiceField(
        label=_("配合单位"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("在自己的任务列表里能看到，由责任单位报结"),
    )
    point = forms.ModelChoiceField(
        label=_("议题"), queryset=None, required=False, empty_label=_("不归哪个议题")
    )
    item = forms.ModelChoiceField(queryset=None, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, cycle: Cycle, **kwargs):
        super().__init__(*args, **kwargs)
        offices = [(office.key, office.name) for office in offices_around(cycle.area)]
        self.fields["office"].choices = [("", _("请选择")), *offices]
        self.fields["co_offices"].choices = offices
        self.fields["point"].queryset = cycle.points.all()
        self.fields["item"].queryset = cycle.items.all()
