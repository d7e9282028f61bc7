from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.mediation import AttendanceRole
from disputes.models import Dispute, MediationSession
from governance.casework.forms import day_field, text_field
from governance.kernel.days import today
from governance.people.models import Post


def _named(party) -> str:
    return party.shown_name


class SittingForm(forms.Form):
    """One sitting: the table, who sat at it, what was said."""

    held_on = day_field(_("日期"), initial=today)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    is_open = forms.BooleanField(label=_("公开调解"), required=False)
    parties = forms.ModelMultipleChoiceField(
        label=_("到场当事人"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    organs = forms.ModelMultipleChoiceField(
        label=_("到场单位"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    invited = text_field(
        _("受邀参加人"), 1000, rows=2, required=False, help_text=_("一行一人，如亲属、邻里、专家")
    )
    consent = forms.BooleanField(label=_("双方当事人同意邀请以上人员"), required=False)
    text = text_field(_("调解记录"), 4000, rows=8, required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, dispute: Dispute, sitting: MediationSession | None = None, **kwargs):
        super().__init__(*args, initial=_told(sitting) if sitting else None, **kwargs)
        self.fields["parties"].queryset = dispute.parties.all()
        self.fields["parties"].label_from_instance = _named
        called = dispute.called_organs.values("to_post")
        self.fields["organs"].queryset = Post.objects.filter(pk__in=called).select_related("role", "area")
        self.fields["version"].required = sitting is not None

    def clean_invited(self):
        return [line.strip()[:80] for line in self.cleaned_data["invited"].splitlines() if line.strip()]

    @property
    def given(self) -> dict:
        return {
            name: value for name, value in self.cleaned_data.items() if name != "version" or value is not None
        }


def _told(sitting: MediationSession) -> dict:
    """What the record says now, as the form has it."""
    rows = list(sitting.attendance.all())
    return {
        "held_on": sitting.held_on,
        "place": sitting.place,
        "is_open": sitting.is_open,
        "parties": [row.party_id for row in rows if row.party_id],
        "organs": [row.post_id for row in rows if row.post_id],
        "invited": "\n".join(row.name for row in rows if row.role == AttendanceRole.INVITED),
        "consent": any(row.consent for row in rows),
        "text": sitting.record,
        "version": sitting.version,
    }
