"""Two versions of one record, side by side."""

from django.utils.translation import gettext as _

from disputes.forms.sittings import SittingForm
from disputes.models import MediationSession


def versions_of(sitting: MediationSession, form: SittingForm, message: str) -> dict:
    """What is saved beside what was typed; the form goes on from the saved version, so a second press keeps the own."""
    sitting.refresh_from_db()
    stored = SittingForm(dispute=sitting.dispute, sitting=sitting).initial
    typed = form.cleaned_data
    rows = [
        (_("日期"), stored["held_on"], typed["held_on"]),
        (_("地点"), stored["place"], typed["place"]),
        (_("到场当事人"), len(stored["parties"]), len(typed["parties"])),
        (_("到场单位"), len(stored["organs"]), len(typed["organs"])),
        (_("受邀参加人"), stored["invited"], "\n".join(typed["invited"])),
        (_("调解记录"), stored["text"], typed["text"]),
    ]
    form.data = form.data.copy()
    form.data["version"] = str(sitting.version)
    return {
        "message": message,
        "rows": [
            {"label": label, "stored": saved, "typed": mine, "differs": str(saved) != str(mine)}
            for label, saved, mine in rows
        ],
    }
