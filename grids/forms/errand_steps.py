"""What a worker fills in for each step of an errand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import NOTE_LENGTH
from governance.kernel.days import today
from grids.enums.errands import (
    NAME_LENGTH,
    NUMBER_LENGTH,
    PLACE_LENGTH,
    ConsentWay,
    Contentment,
    Delivery,
    Recipient,
)


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label, initial=today, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class StepForm(forms.Form):
    """The reason or remark every step may carry, and the version the worker saw."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, errand, step, **kwargs):
        kwargs.setdefault("auto_id", f"id_{step.name}_%s")
        super().__init__(*args, **kwargs)
        self.fields["note"] = forms.CharField(
            label=_("理由") if step.needs_note else _("说明"),
            max_length=NOTE_LENGTH,
            required=step.needs_note,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields["version"].initial = errand.case.version
        self.prepare(errand)

    def prepare(self, errand) -> None:
        """Fill in what the errand already says."""


class ConsentForm(StepForm):
    way = forms.ChoiceField(
        label=_("怎样授权"), choices=ConsentWay, initial=ConsentWay.SIGNED, widget=forms.RadioSelect
    )
    giver = forms.CharField(label=_("监护人姓名"), max_length=NAME_LENGTH, required=False)
    given_on = _day(_("授权日期"))

    def prepare(self, errand):
        self.fields["giver"].help_text = _("监护人签字时填写；不满十四周岁的必须由监护人授权")
        self.fields["note"].max_length = 200
        self.fields["note"].help_text = _("口头同意的，写明当时怎么说、有谁在场")

    def clean(self):
        data = super().clean()
        if data.get("way") == ConsentWay.GUARDIAN and not data.get("giver", "").strip():
            self.add_error("giver", _("监护人签字的，请填写监护人姓名。"))
        if data.get("way") == ConsentWay.ORAL and not data.get("note", "").strip():
            self.add_error("note", _("口头同意的，请写明当时怎么说、有谁在场。"))
        return data

    def clean_given_on(self):
        return _not_later(self.cleaned_data["given_on"])


class SubmitForm(StepForm):
    place = forms.CharField(label=_("递交地点"), max_length=PLACE_LENGTH)
    submitted_on = _day(_("递交日期"))
    external_number = forms.CharField(
        label=_("受理编号"), max_length=NUMBER_LENGTH, required=False, help_text=_("部门回执上的编号")
    )

    def prepare(self, errand):
        self.fields["place"].initial = errand.item.where or errand.item.department

    def clean_submitted_on(self):
        return _not_later(self.cleaned_data["submitted_on"])


class DeliverForm(StepForm):
    delivery = forms.ChoiceField(
        label=_("怎样送达"), choices=Delivery, initial=Delivery.HOME, widget=forms.RadioSelect
    )
    delivered_to = forms.ChoiceField(
        label=_("交给谁"), choices=Recipient, initial=Recipient.SELF, widget=forms.RadioSelect
    )
    returns_papers = forms.BooleanField(label=_("原件已全部退还"), required=False)
    satisfaction = forms.ChoiceField(
        label=_("居民是否满意"), choices=[("", _("还没问")), *Contentment.choices], required=False
    )


class CloseForm(StepForm):
    satisfaction = forms.ChoiceField(label=_("居民是否满意"), choices=Contentment, widget=forms.RadioSelect)

    def prepare(self, errand):
        self.fields["satisfaction"].initial = errand.satisfaction or None


def _not_later(day):
    if day > today():
        raise forms.ValidationError(_("日期不能晚于今天，请重新填写。"))
    return day


STEP_FORMS = {"consent": ConsentForm, "submit": SubmitForm, "deliver": DeliverForm, "close": CloseForm}
