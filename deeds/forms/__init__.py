from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.models import ProjectObstacle, WeeklyProgress


class NoteForm(forms.Form):
    """The reason of a step."""

    note = forms.CharField(label=_("理由"), max_length=500, required=False)


class ObstacleForm(forms.ModelForm):
    class Meta:
        model = ProjectObstacle
        fields = ["cause", "lead_office", "instrument", "due_on"]
        widgets = {"due_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}


class CloseObstacleForm(forms.Form):
    document = forms.CharField(label=_("销号依据"), max_length=200, help_text=_("文号或材料名称"))


class IssueForm(forms.Form):
    """Homes chosen on the project's page and one reason for all of them."""

    homes = forms.TypedMultipleChoiceField(label=_("住房"), coerce=int)
    reason = forms.CharField(label=_("发证说明"), max_length=500)

    def __init__(self, *args, homes=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["homes"].choices = [(home.pk, str(home)) for home in homes]


class ProgressForm(forms.ModelForm):
    """A constraint on a row's neighbours is the verb's to check: the form holds only what was typed."""

    class Meta:
        model = WeeklyProgress
        fields = ["week_start", "percent", "planned_percent", "workers", "note"]
        labels = {"week_start": _("哪一周（周内任一天）")}
        widgets = {"week_start": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def _post_clean(self):
        """Not the model's own checks: `report_progress` makes them with the week before at hand."""
