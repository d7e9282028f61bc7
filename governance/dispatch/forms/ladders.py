from django import forms
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Recipient
from governance.dispatch.ladders import ladders
from governance.dispatch.models import LadderStep
from governance.dispatch.models.ladders import FARTHEST

_BEFORE, _ON, _PAST = "before", "on", "past"
_WHEN = [(_BEFORE, _("到期前")), (_ON, _("到期当天")), (_PAST, _("超期后"))]


class StepForm(forms.Form):
    """What `add_step` and `change_step` take, as `terms`; the day is said by side and number."""

    when = forms.ChoiceField(label=_("什么时候"), choices=_WHEN, widget=forms.RadioSelect, initial=_BEFORE)
    days = forms.IntegerField(
        label=_("第几个工作日"),
        min_value=1,
        max_value=FARTHEST,
        required=False,
        help_text=_("到期当天的不填；放假、调休按公布的日历算"),
    )
    recipient = forms.ChoiceField(
        label=_("告知谁"), choices=Recipient, widget=forms.RadioSelect, initial=Recipient.OFFICE
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("when") in (_BEFORE, _PAST) and not cleaned.get("days") and "days" not in self.errors:
            self.add_error("days", _("请填第几个工作日。"))
        return cleaned

    @property
    def terms(self) -> dict:
        given = dict(self.cleaned_data)
        when, days = given.pop("when"), given.pop("days") or 0
        return given | {"offset": {_BEFORE: -days, _ON: 0, _PAST: days}[when]}


class NewStepForm(StepForm):
    kind = forms.ChoiceField(label=_("事项"))

    field_order = ["kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(ladder.code, ladder.label) for ladder in ladders()]


class ChangeStepForm(StepForm):
    is_active = forms.BooleanField(label=_("启用"), required=False)

    def __init__(self, *args, step: LadderStep, **kwargs):
        side = _ON if step.offset == 0 else _BEFORE if step.offset < 0 else _PAST
        known = {"recipient": step.recipient, "is_active": step.is_active}
        super().__init__(*args, initial=known | {"when": side, "days": abs(step.offset) or None}, **kwargs)
