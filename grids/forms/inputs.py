from django import forms

from governance.kernel.inputs import DayInput, PhoneField, is_phone, long_text

__all__ = ["ClockInput", "DayInput", "MomentInput", "PhoneField", "is_phone", "long_text"]


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")
