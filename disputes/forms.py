"""What an officer fills in for each step, and the register form."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.choices import areas_above, seats_for
from disputes.enums import (
    Channel,
    Complexity,
    FollowUpMethod,
    Method,
    PartyRole,
    Satisfaction,
    Track,
)
from disputes.models import Category, Matter, MediationCentre
from disputes.serializers import PHONE
from governance.areas.models import Area
from governance.casework.enums import SUMMARY_LENGTH, Source
from governance.casework.forms import CaseStepForm, day_field, text_field
from governance.kernel.days import today
from governance.kernel.identity import is_id_no
from grids.models import Visit


class StepForm(CaseStepForm):
    """A step of a dispute; subclasses ask for what else it takes."""

    def __init__(self, *args, dispute, step, user, **kwargs):
        super().__init__(*args, case=dispute.case, step=step, **kwargs)
        self.prepare(dispute, user)

    def prepare(self, dispute, user) -> None:
        """Fill choices that depend on the dispute and the officer."""


class AcceptForm(StepForm):
    complexity = forms.ChoiceField(label=_("难易"), choices=Complexity, required=False)

    def prepare(self, dispute, user):
        self.fields["complexity"].initial = dispute.complexity


class AssignForm(StepForm):
    post = forms.ModelChoiceField(label=_("承办岗位"), queryset=None)

    def prepare(self, dispute, user):
        self.fields["post"].queryset = seats_for(dispute.case, user)


class EscalateForm(StepForm):
    to = forms.ModelChoiceField(label=_("升级到"), queryset=None)

    def prepare(self, dispute, user):
        self.fields["to"].queryset = areas_above(dispute.case)


class MediationForm(StepForm):
    place = forms.CharField(label=_("调解地点"), max_length=100, required=False)


class SuspendForm(StepForm):
    resume_on = day_field(_("预计恢复日期"), required=False)


class AgreementForm(StepForm):
    content = text_field(_("协议内容"), 4000, rows=4)
    parties = forms.ModelMultipleChoiceField(
        label=_("同意协议的当事人"), queryset=None, widget=forms.CheckboxSelectMultiple
    )
    method = forms.ChoiceField(label=_("化解方式"), choices=Method, initial=Method.PEOPLES)

    def prepare(self, dispute, user):
        self.fields["parties"].queryset = dispute.parties.all()


class WrittenAgreementForm(AgreementForm):
    effective_on = day_field(_("生效日期"), initial=today)


class FailForm(StepForm):
    told_paths = forms.BooleanField(label=_("已告知当事人可以仲裁、申请行政处理或者起诉"), required=False)


class RedirectForm(StepForm):
    track = forms.ChoiceField(label=_("渠道"), choices=Track)
    external_number = forms.CharField(label=_("对方编号"), max_length=60, required=False)


class FollowUpForm(StepForm):
    satisfaction = forms.ChoiceField(label=_("满意度"), choices=Satisfaction)
    method = forms.ChoiceField(label=_("回访方式"), choices=FollowUpMethod)
    rekindled = forms.BooleanField(label=_("纠纷有反复"), required=False)


STEP_FORMS = {
    "accept": AcceptForm,
    "assign": AssignForm,
    "escalate": EscalateForm,
    "start_mediation": MediationForm,
    "suspend": SuspendForm,
    "agree_in_writing": WrittenAgreementForm,
    "agree_orally": AgreementForm,
    "fail": FailForm,
    "redirect": RedirectForm,
    "follow_up": FollowUpForm,
}


def _grouped_categories() -> list:
    """Second-level categories under their first level, for a choice of a hundred."""
    groups = Category.objects.filter(parent__isnull=True).prefetch_related("children")
    return [("", "")] + [
        (group.name, [(child.pk, f"{child.pk} {child.name}") for child in group.children.all()])
        for group in groups
    ]


class RegisterForm(forms.Form):
    title = forms.CharField(label=_("名称"), max_length=100, help_text=_("一句话说清谁和谁、为什么事"))
    category = forms.ModelChoiceField(label=_("类别"), queryset=None)
    source = forms.ChoiceField(label=_("来源"), choices=Source)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    summary = text_field(_("简述"), SUMMARY_LENGTH, rows=4, required=False)
    occurred_on = day_field(_("发生日期"), required=False)
    people_count = forms.IntegerField(label=_("涉及人数"), min_value=1, max_value=999_999, initial=2)
    involved_org = forms.CharField(label=_("涉及单位"), max_length=100, required=False)
    area = forms.CharField(required=False, widget=forms.HiddenInput)
    matter = forms.ModelChoiceField(required=False, queryset=None, widget=forms.HiddenInput)
    visit = forms.ModelChoiceField(
        required=False, queryset=None, to_field_name="client_uuid", widget=forms.HiddenInput
    )
    client_uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["category"].queryset = Category.objects.filter(parent__isnull=False)
        self.fields["category"].widget.choices = _grouped_categories()
        self.fields["matter"].queryset = Matter.objects.for_user(user)
        self.fields["visit"].queryset = Visit.objects.for_user(user)

    @property
    def area_name(self) -> str:
        """The name of the area in the form, for the picker."""
        code = self["area"].value() or ""
        found = Area.objects.for_user(self.user).filter(code=code).first()
        return found.name if found else self.data.get("q", "")

    def clean_area(self):
        """The area chosen by code, or typed as a whole name where there is no script."""
        text = (self.cleaned_data["area"] or self.data.get("q", "")).strip()
        named = {"code": text} if text.isdigit() else {"name": text}
        found = list(Area.objects.for_user(self.user).open().filter(**named)[:2]) if text else []
        if len(found) != 1:
            raise forms.ValidationError(_("请选择纠纷发生的辖区：填写名称、拼音或代码后从列表中选。"))
        return found[0]


class PartyForm(forms.Form):
    name = forms.CharField(label=_("姓名或名称"), max_length=80)
    role = forms.ChoiceField(label=_("身份"), choices=PartyRole)
    is_org = forms.BooleanField(label=_("是单位"), required=False)
    phone = forms.CharField(label=_("电话"), max_length=20, required=False, validators=[PHONE])
    id_no = forms.CharField(label=_("身份证号"), max_length=18, required=False)

    def clean_id_no(self):
        number = self.cleaned_data["id_no"].strip().upper()
        if number and not is_id_no(number):
            raise forms.ValidationError(_("身份证号码不正确，请核对。"))
        return number


class _PartyFormSet(forms.BaseFormSet):
    """First the applicant, then respondents; forms left empty are passed over."""

    def get_form_kwargs(self, index):
        role = PartyRole.RESPONDENT if index else PartyRole.APPLICANT
        return super().get_form_kwargs(index) | {"initial": {"role": role}}


PartyForms = forms.formset_factory(
    PartyForm, formset=_PartyFormSet, min_num=1, validate_min=True, extra=2, max_num=20, absolute_max=20
)


class ReceptionForm(forms.Form):
    centre = forms.ModelChoiceField(label=_("综治中心"), queryset=None)
    visitor = forms.CharField(label=_("来访人"), max_length=40, help_text=_("只保存隐去的姓名"))
    channel = forms.ChoiceField(label=_("方式"), choices=Channel)
    people_count = forms.IntegerField(label=_("人数"), min_value=1, max_value=9999, initial=1)
    matters = text_field(_("事项"), 2000, required=False, help_text=_("一行一件；没有可以不填"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["centre"].queryset = MediationCentre.objects.for_user(user).open()

    def clean_matters(self):
        return [line.strip()[:100] for line in self.cleaned_data["matters"].splitlines() if line.strip()]
