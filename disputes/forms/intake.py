from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.choices import seats_for
from disputes.enums.disputes import Complexity, Track
from disputes.enums.mediation import FollowUpMethod, Satisfaction
from disputes.forms.base import StepForm
from governance.casework.actions.extensions import longest_extension
from governance.casework.choices import areas_above, seats_to_call
from governance.casework.enums import OrderKind
from governance.casework.forms import day_field, text_field
from governance.kernel.days import today


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
    is_open = forms.BooleanField(label=_("公开调解"), required=False)
    mediator_chosen = forms.BooleanField(label=_("调解员由当事人选定"), required=False)


class SuspendForm(StepForm):
    resume_on = day_field(_("预计恢复日期"), required=False)


class FailForm(StepForm):
    told_paths = forms.BooleanField(label=_("已告知当事人可以仲裁、申请行政处理或者起诉"), required=False)


class DeclineForm(StepForm):
    right_path = forms.ChoiceField(label=_("告知的途径"), choices=Track)


class ReopenForm(StepForm):
    post = forms.ModelChoiceField(label=_("承办岗位"), queryset=None, required=False)

    def prepare(self, dispute, user):
        self.fields["post"].queryset = seats_for(dispute.case, user)
        self.fields["post"].empty_label = _("仍由原岗位承办") if dispute.case.owner_post_id else _("请选择")
        self.fields["post"].required = dispute.case.owner_post_id is None


class JointForm(StepForm):
    organs = forms.ModelMultipleChoiceField(
        label=_("一起调解的单位"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self, dispute, user):
        self.fields["organs"].queryset = seats_to_call(dispute.case, OrderKind.WHISTLE)
        self.fields["organs"].required = not dispute.called_organs.exists()


class ExtensionForm(StepForm):
    amount = forms.IntegerField(label=_("延长多少"), min_value=1, max_value=999)

    def prepare(self, dispute, user):
        words = _("单位：{unit}，最多 {most}")
        self.fields["amount"].help_text = words.format(
            unit=dispute.case.get_limit_unit_display(), most=longest_extension(dispute.case)
        )


class RedirectForm(StepForm):
    track = forms.ChoiceField(label=_("渠道"), choices=Track)
    body = forms.CharField(label=_("受理机关"), max_length=100, required=False)
    external_number = forms.CharField(label=_("对方编号"), max_length=60, required=False)
    sent_on = day_field(_("导入日期"), initial=today)


class TrackForm(StepForm):
    external_number = forms.CharField(label=_("对方编号"), max_length=60, required=False)
    result = text_field(_("结果"), 2000, required=False)
    result_on = day_field(_("结果日期"), required=False)

    def prepare(self, dispute, user):
        self.fields["external_number"].initial = dispute.external_number


class FollowUpForm(StepForm):
    satisfaction = forms.ChoiceField(label=_("满意度"), choices=Satisfaction)
    method = forms.ChoiceField(label=_("回访方式"), choices=FollowUpMethod)
    rekindled = forms.BooleanField(label=_("纠纷有反复"), required=False)
