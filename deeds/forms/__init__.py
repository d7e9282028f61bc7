from django import forms
from django.utils.translation import gettext_lazy as _

from deeds.models import WeeklyProgress


class ProgressForm(forms.ModelForm):
    """A constraint on a row's neighbours is the verb's to check: the form holds only what was typed."""

    class Meta:
        model = WeeklyProgress
        fields = ["week_start", "percent", "planned_percent", "workers", "note"]
        labels = {"week_start": _("哪一周（周内任一天）")}
        widgets = {"week_start": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def _post_clean(self):
        """Not the model's own checks: `report_progress` makes them with the week before at hand."""
