"""Sending a work order, and the steps of the two offices."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.casework.choices import seats_to_call
from governance.casework.enums import NOTE_LENGTH, OrderKind, OrderRating, WhistleNeed
from governance.casework.forms import text_field
from governance.casework.models import Case, WorkOrder
from governance.casework.models.orders import OUTCOME_LENGTH
from governance.kernel.lifecycle import Step


class SendForm(forms.Form):
    """Which offices are asked, and to do what. Only a transfer names a single one."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, case: Case, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        seats = seats_to_call(case, kind)
        self.fields["version"].initial = case.version
        self.fields["posts"] = (
            forms.ModelChoiceField(label=_("移交给"), queryset=seats)
            if kind == OrderKind.TRANSFER
            else forms.ModelMultipleChoiceField(
                label=_("请哪些单位"), queryset=seats, widget=forms.CheckboxSelectMultiple
            )
        )
        self.fields["reason"] = text_field(
            _("事由"), NOTE_LENGTH, help_text=_("写清请对方来做什么；不写与办理无关的个人信息")
        )

    @property
    def given(self) -> dict:
        posts = self.cleaned_data["posts"]
        found = list(posts) if hasattr(posts, "__iter__") else [posts]
        return {name: self.cleaned_data[name] for name in ("reason", "version")} | {"posts": found}


class OrderStepForm(forms.Form):
    """The reason or remark of a step of an order."""

    def __init__(self, *args, order: WorkOrder, step: Step, **kwargs):
        kwargs.setdefault("auto_id", f"id_{step.name}_%s")
        super().__init__(*args, **kwargs)
        self.order = order
        label = _("理由") if step.needs_note else _("说明")
        self.fields["note"] = text_field(label, NOTE_LENGTH, rows=2, required=step.needs_note)
        self.prepare()

    def prepare(self) -> None:
        """Leave out what this kind of order does not ask for."""

    @property
    def given(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


class AnswerForm(OrderStepForm):
    arrived_at = forms.DateTimeField(
        label=_("到场时间"), widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M")
    )
    attendee = forms.CharField(label=_("到场人"), max_length=40, help_text=_("写姓名，不考核个人"))
    outcome = text_field(_("办理结果"), OUTCOME_LENGTH)
    need = forms.ChoiceField(label=_("吹哨是否必要"), choices=WhistleNeed, widget=forms.RadioSelect)

    def prepare(self):
        del self.fields["note"]
        if self.order.kind != OrderKind.WHISTLE:
            for name in ("arrived_at", "attendee", "need"):
                del self.fields[name]
        else:
            self.fields["arrived_at"].initial = timezone.localtime


class RateForm(OrderStepForm):
    rating = forms.ChoiceField(label=_("对承办单位的评价"), choices=OrderRating, widget=forms.RadioSelect)


ORDER_FORMS = {"answer": AnswerForm, "rate": RateForm}
