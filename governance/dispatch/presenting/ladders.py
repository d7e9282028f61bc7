"""Reminder ladders in words: each kind with its steps."""

from governance.dispatch.enums import Recipient
from governance.dispatch.ladders import ladders
from governance.dispatch.models import LadderChange, LadderStep


def ladder_rows() -> list[dict]:
    """Every kind with its steps, the earliest first; those switched off stay in sight."""
    steps: dict[str, list[LadderStep]] = {}
    for step in LadderStep.objects.all():
        steps.setdefault(step.kind, []).append(step)
    return [{"ladder": ladder, **_by_recipient(steps.get(ladder.code, []))} for ladder in ladders()]


def _by_recipient(steps: list[LadderStep]) -> dict:
    return {kind.value: [step for step in steps if step.recipient == kind] for kind in Recipient}


def change_row(change: LadderChange) -> dict:
    labels = {ladder.code: ladder.label for ladder in ladders()}
    return {"change": change, "said": change.said, "label": labels.get(change.step.kind, change.step.kind)}
