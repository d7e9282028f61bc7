"""A rectification as its page shows it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.casework.forms import CaseStepForm
from governance.casework.presenting import clock_shape, timeline
from governance.kernel.lifecycle import open_steps
from property.forms.assessment import STEP_FORMS
from property.models import Rectification
from property.states.assessment import RECTIFICATION_STEPS
from property.states.assessment import RectificationState as State

TONES = {
    State.ISSUED: "primary",
    State.ANSWERED: "near",
    State.RETURNED: "near",
    State.CLOSED: "ok",
    State.FAILED: "late",
}
_STEP_TONES = {"accept": "ok", "send_back": "near", "fail": "late", "late": "late"}


def step_form(name: str, ticket: Rectification, *data) -> CaseStepForm:
    form = STEP_FORMS.get(name, CaseStepForm)
    return form(*data, case=ticket.case, step=RECTIFICATION_STEPS[name])


def step_entries(
    ticket: Rectification, user, *, tried: CaseStepForm | None = None, tried_step: str = ""
) -> list:
    """The steps open to the person, each with its form; `tried` is one just refused."""
    number = ticket.case.number
    return [
        {
            "step": step,
            "form": tried if step.name == tried_step else step_form(step.name, ticket),
            "missing": [],
            "open": step.name == tried_step,
            "url": reverse("property:rectification_step", args=[number, step.name]),
            "page": "",
        }
        for step in open_steps(ticket.case, user)
    ]


def rectification_page(ticket: Rectification, entries: list) -> dict:
    case = ticket.case
    return {
        "ticket": ticket,
        "case": case,
        "tone": TONES[State(case.state)],
        "clock": clock_shape(case),
        "steps": entries,
        "opens_first": bool(entries) and entries[0]["step"].name != "fail",
        "photos": ticket.photos.all(),
        "card": getattr(ticket, "card", None),
        "entries": timeline(case, labels={"late": _("整改超期")}, tones=_STEP_TONES),
    }


def rectification_rows(page) -> list[tuple]:
    """Each line of a list with the word and the tone of its state."""
    return [(row, State(row.state).label, TONES[State(row.state)]) for row in page or ()]
