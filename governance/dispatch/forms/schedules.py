from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area, AreaLevel
from governance.dispatch.enums import CycleKind, WorkdayRule
from governance.dispatch.models import CycleRule
from governance.dispatch.topics import topics
from governance.kernel.days import today
from governance.party.forms.fields import DayInput


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class ScheduleForm(forms.Form):
    """What `change_schedule` takes, as `terms`."""

    on_day = forms.IntegerField(
        label=_("开在第几天"),
        min_value=1,
        max_value=31,
        help_text=_("周调度填 1–7（周一至周日）；月督导填 1–31，当月没有的取月末"),
    )
    workday_rule = forms.ChoiceField(label=_("逢放假"), choices=WorkdayRule, widget=forms.RadioSelect)
    at = forms.TimeField(label=_("几点生成"), widget=ClockInput())
    starts_on = forms.DateField(label=_("从哪天起"), widget=DayInput(), initial=today)
    topics = forms.MultipleChoiceField(
        label=_("列入哪些事项"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选就是全部，以后新增的也列入"),
    )
    enabled = forms.BooleanField(label=_("启用"), required=False, initial=True)

    def __init__(self, *args, rule: CycleRule | None = None, **kwargs):
        if rule:
            columns = ("on_day", "workday_rule", "starts_on", "topics", "enabled")
            known = {name: getattr(rule, name) for name in columns}
            kwargs["initial"] = known | {"at": time(rule.hour, rule.minute)}
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = [(topic.code, topic.label) for topic in topics()]

    @property
    def terms(self) -> dict:
        given = dict(self.cleaned_data)
        at = given.pop("at")
        return given | {"hour": at.hour, "minute": at.minute}


class NewScheduleForm(ScheduleForm):
    """A rule for a level or for one office."""

    kind = forms.ChoiceField(label=_("种类"), choices=CycleKind)
    level = forms.ModelChoiceField(
        label=_("层级"), queryset=AreaLevel.objects.all(), required=False, empty_label=_("不按层级")
    )
    area = forms.CharField(
        label=_("单位的区划代码"),
        max_length=18,
        required=False,
        help_text=_("只给一个单位安排时填；层级和单位二选一"),
    )

    field_order = ["kind", "level", "area"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self._user = user

    def clean_area(self):
        code = self.cleaned_data["area"].strip()
        if not code:
            return None
        area = Area.objects.for_user(self._user).filter(code=code).first()
        if area is None:
            raise forms.ValidationError(_("没有这个区划，或者不在您的辖区，请核对代码。"))
        return area
