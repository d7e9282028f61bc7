from django import forms
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import HOOK_EVENTS, Right


class WebhookForm(forms.Form):
    """What `register_webhook` takes."""

    area = forms.ChoiceField(label=_("单位"), help_text=_("这个单位和下面各级印发的都通知"))
    name = forms.CharField(label=_("用途"), max_length=80, help_text=_("如：市数据局共享平台"))
    url = forms.URLField(
        label=_("接收地址"), max_length=300, assume_scheme="https", help_text=_("https:// 开头的完整地址")
    )
    events = forms.MultipleChoiceField(
        label=_("通知哪些事"),
        choices=[(event.value, event.label) for event in HOOK_EVENTS],
        widget=forms.CheckboxSelectMultiple,
        initial=[event.value for event in HOOK_EVENTS],
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {area.code: area for area in user.areas_with(Right.MANAGE)}
        self.fields["area"].choices = [(code, area.name) for code, area in self.areas.items()]

    def clean_area(self):
        return self.areas[self.cleaned_data["area"]]
