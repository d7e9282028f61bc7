from django import forms
from django.utils.translation import gettext_lazy as _

from governance.kernel.inputs import DayInput, long_text
from grids.enums.council import TOPIC_LENGTH, Voice
from grids.forms.inputs import MomentInput
from grids.models import CouncilTopic

MOST_PEOPLE = 9999


class ProposeForm(forms.Form):
    area = forms.ChoiceField(label=_("议事范围"))
    title = forms.CharField(label=_("议题"), max_length=80, help_text=_("一句话说清要议什么"))
    text = long_text(_("说明"), max_length=TOPIC_LENGTH, required=False)
    proposer_kind = forms.ChoiceField(label=_("提出方"), choices=Voice)

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {area.code: area for area in areas}
        self.fields["area"].choices = [(code, area.name) for code, area in self.areas.items()]

    def clean_area(self):
        return self.areas[self.cleaned_data["area"]]


class StepForm(forms.Form):
    """The input of one step of a topic."""

    def __init__(self, *args, topic: CouncilTopic, **kwargs):
        super().__init__(*args, **kwargs)
        self.topic = topic


class NoticeStepForm(StepForm):
    meeting_at = forms.DateTimeField(label=_("会议时间"), widget=MomentInput())
    meeting_place = forms.CharField(label=_("会议地点"), max_length=80)


class HoldStepForm(StepForm):
    """How many were there, a number for each side; the record of what was said."""

    minutes = long_text(_("会议记录"), max_length=TOPIC_LENGTH, rows=6)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for voice, label in Voice.choices:
            self.fields[f"count_{voice}"] = forms.IntegerField(
                label=_("{}到会人数").format(label), min_value=0, max_value=MOST_PEOPLE, required=False
            )
        self.order_fields([f"count_{voice}" for voice in Voice.values])

    def clean(self):
        data = super().clean()
        counts = {voice: data.pop(f"count_{voice}", None) for voice in Voice.values}
        data["attendance"] = {voice: count for voice, count in counts.items() if count}
        return data


class DecideStepForm(StepForm):
    votes_for = forms.IntegerField(label=_("赞成"), min_value=0, max_value=MOST_PEOPLE)
    votes_against = forms.IntegerField(label=_("反对"), min_value=0, max_value=MOST_PEOPLE)
    votes_abstained = forms.IntegerField(label=_("弃权"), min_value=0, max_value=MOST_PEOPLE)
    is_adopted = forms.TypedChoiceField(
        label=_("结果"),
        choices=[("yes", _("通过")), ("no", _("未通过"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    decision = long_text(_("决议"), max_length=TOPIC_LENGTH)


class ExecuteStepForm(StepForm):
    executor = forms.CharField(label=_("落实单位"), max_length=80, help_text=_("如：社区居委会、某物业公司"))
    due_on = forms.DateField(label=_("落实期限"), widget=DayInput())


class FinishStepForm(StepForm):
    outcome = long_text(_("落实情况"), max_length=TOPIC_LENGTH)


class DiscloseStepForm(StepForm):
    disclosure = long_text(
        _("公开内容"), max_length=TOPIC_LENGTH, help_text=_("居民不用登录就能看到，不写个人信息")
    )

    def __init__(self, *args, topic: CouncilTopic, **kwargs):
        super().__init__(*args, topic=topic, **kwargs)
        self.initial.setdefault("disclosure", topic.outcome or topic.decision)


class ReasonStepForm(StepForm):
    note = long_text(_("理由"), max_length=500, rows=3)


STEP_FORMS = {
    "notice": NoticeStepForm,
    "hold": HoldStepForm,
    "decide": DecideStepForm,
    "execute": ExecuteStepForm,
    "finish": FinishStepForm,
    "disclose": DiscloseStepForm,
    "decline": ReasonStepForm,
    "withdraw": ReasonStepForm,
}
