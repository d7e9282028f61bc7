from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step
from property.forms.programmes import IssueForm, RuleNoteForm, RuleStepForm
from property.models import Regulation
from property.states.regulations import REGULATION_STEPS, RegulationState

TONES = {
    RegulationState.DRAFTING: "paused",
    RegulationState.CONSULTING: "near",
    RegulationState.ISSUED: "ok",
    RegulationState.REPEALED: "late",
}
# Lines of the history that are no steps of the lifecycle.
OTHER_LINES = {"draft": _("登记起草"), "revise": _("修改内容")}


def step_form(step: Step, *given):
    """What a step asks for."""
    if step.name == "issue":
        return IssueForm(*given, auto_id="id_issue_%s")
    form = RuleNoteForm if step.needs_note else RuleStepForm
    return form(*given, auto_id=f"id_{step.name}_%s")


def regulation_page(rule: Regulation, steps: list[Step], refused: dict | None = None) -> dict:
    """A rule with its history and a form for each step open now; one that was refused comes back in its place."""
    forms = refused or {}
    return {
        "rule": rule,
        "tone": TONES[RegulationState(rule.state)],
        "steps": [(step, forms.get(step.name) or step_form(step)) for step in steps],
        "entries": [_entry(move) for move in rule.moves.select_related("by")],
    }


def _entry(move) -> dict:
    step = REGULATION_STEPS.get(move.step)
    title = step.label if step else OTHER_LINES[move.step]
    return {"at": move.at, "title": title, "by": move.by, "note": move.note}
