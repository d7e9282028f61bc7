"""What an officer fills in for each step of an event."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.actions.extensions import longest_extension
from governance.casework.choices import areas_above
from governance.casework.forms import CaseStepForm, day_field, text_field
from governance.files.inputs import PicturesField
from grids.choices.events import seats_for, suggested_seat
from grids.enums.events import EventGrade, EventSatisfaction, ReturnReason
from grids.models import Event, EventCategory
from grids.rules.worklist import guard_stands, is_guarded

SOLVED = [("true", _("已解决")), ("false", _("未能解决"))]


class EventStepForm(CaseStepForm):
    """A step of an event; subclasses ask for what else it takes."""

    def __init__(self, *args, event: Event, step, user, **kwargs):
        super().__init__(*args, case=event.case, step=step, **kwargs)
        self.event, self.user = event, user
        self.prepare()

    def prepare(self) -> None:
        """Fill choices that depend on the event and the officer."""


class SeatField(forms.ModelChoiceField):
    """A seat; those that the work list guards against the event say so."""

    is_kept_out = False

    def label_from_instance(self, post) -> str:
        return _("{post}（清单外）").format(post=post) if self.is_kept_out and is_guarded(post) else str(post)

    def offer(self, event: Event) -> None:
        self.queryset = seats_for(event.case)
        self.is_kept_out = guard_stands(event)
        self.initial = suggested_seat(event, list(self.queryset), is_kept_out=self.is_kept_out)


def grouped_categories() -> list:
    """What can be reported, under its class: the choices of a category."""
    groups = EventCategory.objects.filter(parent__isnull=True, follow_up="").prefetch_related("children")
    return [("", "")] + [
        (group.name, [(row.pk, row.name) for row in (group, *group.children.all()) if row.is_open])
        for group in groups
    ]


class VerifyForm(EventStepForm):
    category = forms.ModelChoiceField(label=_("类别"), queryset=None, required=False)
    grade = forms.TypedChoiceField(
        label=_("等级"), choices=EventGrade.choices[1:], coerce=int, required=False, empty_value=None
    )
    post = SeatField(label=_("同时派给"), queryset=None, required=False, empty_label=_("先立案，以后再派"))

    field_order = ("category", "grade", "post", "note", "version")

    def prepare(self):
        self.fields["category"].queryset = EventCategory.objects.reportable()
        self.fields["category"].widget.choices = grouped_categories()
        self.initial |= {"category": self.event.category_id, "grade": self.event.grade}
        self.fields["post"].offer(self.event)


class DispatchForm(EventStepForm):
    post = SeatField(label=_("承办岗位"), queryset=None)

    field_order = ("post", "note", "version")

    def prepare(self):
        self.fields["post"].offer(self.event)


class ReturnForm(EventStepForm):
    reason = forms.ChoiceField(
        label=_("退回原因"), choices=ReturnReason, initial=ReturnReason.NOT_OURS, widget=forms.RadioSelect
    )

    field_order = ("reason", "note", "version")

    def prepare(self):
        self.fields["note"].required = False
        self.fields["note"].label = _("说明")
        self.fields["note"].help_text = _("选「其他」时必填")

    def clean(self):
        data = super().clean()
        if data.get("reason") == ReturnReason.OTHER and not data.get("note", "").strip():
            self.add_error("note", _("请写明退回的理由。"))
        return data


class MergeForm(EventStepForm):
    main = forms.CharField(label=_("合并到（编号）"), max_length=20)

    field_order = ("main", "note", "version")

    def clean_main(self):
        number = self.cleaned_data["main"].strip().upper()
        rows = Event.objects.for_user(self.user).select_related("case").exclude(pk=self.event.pk)
        found = rows.filter(case__number=number).first()
        if found is None:
            raise forms.ValidationError(_("没有找到这个编号的事件，请核对后再填。"))
        return found


class FeedbackForm(EventStepForm):
    answer = text_field(
        _("给上报人的答复"), 1000, help_text=_("说清办了什么、结果怎样；上报人凭查询码看得到")
    )
    is_solved = forms.TypedChoiceField(
        label=_("结果"), choices=SOLVED, coerce=lambda value: value == "true", initial="true",
        widget=forms.RadioSelect, empty_value=None,
    )  # fmt: skip
    photos = PicturesField(label=_("处置后照片"))

    field_order = ("answer", "is_solved", "photos", "note", "version")

    def prepare(self):
        self.fields["answer"].initial = self.event.answer
        self.fields["note"].label = _("内部说明")


class ExtensionForm(EventStepForm):
    amount = forms.IntegerField(label=_("延长"), min_value=1)

    field_order = ("amount", "note", "version")

    def prepare(self):
        case = self.event.case
        most = longest_extension(case)
        self.fields["amount"].label = _("延长（{unit}）").format(unit=case.get_limit_unit_display())
        self.fields["amount"].help_text = _("最多 {most}，由上级批准，只能延一次").format(most=most)
        self.initial["amount"] = most or None


class SuspendForm(EventStepForm):
    resume_on = day_field(_("预计恢复日期"), required=False)


class RateForm(EventStepForm):
    satisfaction = forms.ChoiceField(label=_("满意程度"), choices=EventSatisfaction, widget=forms.RadioSelect)

    def prepare(self):
        self.fields["note"].help_text = _("电话回访时上报人怎么说")


class EscalateForm(EventStepForm):
    to = forms.ModelChoiceField(label=_("升级到"), queryset=None)

    field_order = ("to", "note", "version")

    def prepare(self):
        self.fields["to"].queryset = areas_above(self.event.case)


STEP_FORMS = {
    "verify": VerifyForm,
    "dispatch": DispatchForm,
    "return": ReturnForm,
    "merge": MergeForm,
    "feedback": FeedbackForm,
    "ask_extension": ExtensionForm,
    "suspend": SuspendForm,
    "rate": RateForm,
    "escalate": EscalateForm,
}
