from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.mediation import AttendanceRole
from disputes.models import Dispute, MediationSession
from governance.casework.forms import day_field, text_field
from governance.kernel.days import today
from governance.people.models import Post

MOST_INVITED = 20


class SittingForm(forms.Form):
    """One sitting: when, where, who came, what was said."""

    held_on = day_field(_("日期"), initial=today)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    is_open = forms.BooleanField(label=_("公开调解"), required=False)
    parties = forms.ModelMultipleChoiceField(
        label=_("到场当事人"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    organs = forms.ModelMultipleChoiceField(
        label=_("到场联调单位"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    invited = text_field(_("受邀参加人"), 500, rows=2, required=False, help_text=_("一行一人；没有可以不填"))
    consent = forms.BooleanField(label=_("双方当事人同意邀请上述人员"), required=False)
    record = text_field(_("调解记录"), 4000, rows=8, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, dispute: Dispute, sitting: MediationSession | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].queryset = dispute.parties.all()
        self.fields["parties"].label_from_instance = str
        self.fields["organs"].queryset = Post.objects.filter(
            pk__in=dispute.called_organs.values("to_post")
        ).select_related("role", "area")
        if not self.fields["organs"].queryset.exists():
            del self.fields["organs"]
        if sitting is not None:
            self.initial = _of(sitting)

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        if day > today():
            raise forms.ValidationError(_("调解日期不能晚于今天。"))
        return day

    def clean_invited(self):
        names = [line.strip()[:80] for line in self.cleaned_data["invited"].splitlines() if line.strip()]
        if len(names) > MOST_INVITED:
            raise forms.ValidationError(_("受邀参加人最多 {n} 人。").format(n=MOST_INVITED))
        return names

    def clean(self):
        data = super().clean()
        if data.get("invited") and not data.get("consent"):
            self.add_error("consent", _("受邀参加人要先征得双方当事人同意。"))
        return data

    @property
    def given(self) -> dict:
        """What the verb takes: the fields of the sitting and who came."""
        data = self.cleaned_data
        attendance = [{"party": party, "role": AttendanceRole.PARTY} for party in data["parties"]]
        attendance += [{"post": post, "role": AttendanceRole.ORGAN} for post in data.get("organs", ())]
        attendance += [
            {"name": name, "role": AttendanceRole.INVITED, "consent": True} for name in data["invited"]
        ]
        own = {name: data[name] for name in ("held_on", "place", "is_open", "record")}
        return own | {"attendance": attendance}


def _of(sitting: MediationSession) -> dict:
    came = list(sitting.attendance.all())
    invited = [row.name for row in came if row.role == AttendanceRole.INVITED]
    own = {name: getattr(sitting, name) for name in ("held_on", "place", "is_open", "record", "version")}
    return own | {
        "parties": [row.party_id for row in came if row.party_id],
        "organs": [row.post_id for row in came if row.post_id],
        "invited": "\n".join(invited),
        "consent": bool(invited),
    }
