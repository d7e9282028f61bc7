from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.choices import areas_above, seats_for
from disputes.enums.disputes import Complexity, Method, Track
from disputes.enums.mediation import FollowUpMethod, Satisfaction
from governance.casework.forms import CaseStepForm, day_field, text_field
from governance.kernel.days import today


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
