"""What a person fills in about a case of any kind, by noun."""

from governance.casework.forms.steps import CaseStepForm, day_field, text_field

__all__ = ["CaseStepForm", "day_field", "text_field"]
