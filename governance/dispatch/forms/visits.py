from django import forms
from django.utils.translation import gettext_lazy as _

from governance.casework.forms import text_field
from governance.dispatch.choices import offices_around
from governance.dispatch.models import Cycle
from governance.dispatch.models.visits import FINDING, SUBJECT, VALUE
from governance.kernel.days import today
from governance.party.forms.fields import DayInput


class VisitForm(forms.Form):
    """What `record_visit` takes."""

    subject = forms.CharField(label=_("项目或者单位"), max_length=SUBJECT)
    office = forms.ChoiceField(label=_("所在单位"), help_text=_("整改任务下达给它"))
    visited_on = forms.DateField(label=_("督导日期"), widget=DayInput(), initial=today)

    def __init__(self, *args, cycle: Cycle, **kwargs):
        super().__init__(*args, **kwargs)
        offices = [office for office in offices_around(cycle.area) if office.post is None]
        self.fields["office"].choices = [(office.key, office.name) for office in offices]


class CheckForm(forms.Form):
    """What `fill_check` takes."""

    reported = forms.CharField(label=_("上报的情况"), max_length=VALUE, required=False)
    verified = forms.CharField(label=_("核实的情况"), max_length=VALUE, required=False)
    finding = text_field(_("发现的问题"), FINDING, required=False, help_text=_("没有问题的不填"))
    due_on = forms.DateField(
        label=_("整改期限"), widget=DayInput(), required=False, help_text=_("发现问题时填写，会下达整改任务")
    )
