from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.enums import PLAN_LENGTH, REASON_LENGTH
from deeds.models import DeedProject, ProjectObstacle, ProjectPlan
from governance.areas.forms import AreaField
from governance.files.inputs import PicturesField
from governance.kernel.inputs import DayInput, long_text


class NoteForm(forms.Form):
    """The reason of a step."""

    note = forms.CharField(label=_("理由"), max_length=REASON_LENGTH, required=False)


class ReasonForm(forms.Form):
    reason = long_text(_("理由"), max_length=REASON_LENGTH)


class BlockForm(forms.Form):
    """What `take_project_step` takes to block a project."""

    note = long_text(_("受阻原因"), max_length=REASON_LENGTH)
    raised_to = forms.CharField(
        label=_("提请协调的上级单位"), max_length=80, help_text=_("如：市处置办证难工作专班")
    )


class ProjectForm(forms.Form):
    """What `list_project` takes."""

    area = AreaField(label=_("所属社区（村）"), help_text=_("填写区划代码或全称"))
    name = forms.CharField(label=_("项目"), max_length=80)
    developer = forms.CharField(label=_("开发单位"), max_length=120, required=False)
    lead_office = forms.CharField(label=_("牵头单位"), max_length=80, required=False)
    finished_on = forms.DateField(
        label=_("最后一栋竣工日期"), widget=DayInput(), required=False, help_text=_("不清楚的可以不填")
    )
    is_new = forms.BooleanField(
        label=_("按「新增」登记"),
        required=False,
        help_text=_("截止日期以后竣工的项目不是历史遗留，单独计数"),
    )

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].areas = areas


class BuildingForm(forms.Form):
    number = forms.CharField(label=_("楼号"), max_length=10, help_text=_("只写号，如：3"))
    finished_on = forms.DateField(label=_("竣工日期"), widget=DayInput(), required=False)


class ObstacleForm(forms.ModelForm):
    class Meta:
        model = ProjectObstacle
        fields = ["cause", "lead_office", "instrument", "due_on"]
        widgets = {"due_on": DayInput()}


class CloseObstacleForm(forms.Form):
    """A document's number or name, a picture of it, or both: one of them there must be."""

    document = forms.CharField(
        label=_("销号依据"), max_length=200, required=False, help_text=_("文号或材料名称")
    )
    photos = PicturesField(label=_("材料照片"))

    def clean(self):
        given = super().clean()
        if not (given.get("document") or given.get("photos")) and not self.errors:
            self.add_error("document", _("销号要有依据，请填写文号或材料名称，或附上材料照片。"))
        return given


class RaiseObstacleForm(forms.Form):
    to = forms.CharField(label=_("提级到"), max_length=80, help_text=_("如：市处置办证难工作专班"))
    reason = long_text(_("提级理由"), rows=2, max_length=REASON_LENGTH)


class PlanForm(forms.ModelForm):
    """The plan, and the office in the lead."""

    lead_office = forms.CharField(label=_("牵头单位"), max_length=80)

    field_order = ["lead_office"]

    class Meta:
        model = ProjectPlan
        fields = ["leader", "team", "text", "public_line", "approval_no", "approved_on"]
        widgets = {
            "team": forms.Textarea(attrs={"rows": 3}),
            "text": forms.Textarea(attrs={"rows": 8, "maxlength": PLAN_LENGTH}),
            "approved_on": DayInput(),
        }

    def __init__(self, *args, project: DeedProject, **kwargs):
        super().__init__(*args, instance=getattr(project, "plan", None), **kwargs)
        self.initial["lead_office"] = project.lead_office


class CutoffForm(forms.Form):
    area = AreaField(label=_("县（市、区）"), help_text=_("填写区划代码或全称"))
    on = forms.DateField(label=_("截止日期"), widget=DayInput())
    document = forms.CharField(label=_("依据文号"), max_length=100)

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].areas = areas
