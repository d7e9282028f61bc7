"""The queue's lines, in plain values only: a line that says the same as before is not drawn again."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.casework.enums import Grade, Kind
from governance.casework.kinds import CaseKind
from governance.casework.models import Case
from governance.casework.presenting import clock_shape
from governance.kernel.lifecycle import Step, open_steps

VERBS = 2
_address = lru_cache(maxsize=4096)(reverse)


class QueueVerb(NamedTuple):
    """A step to press in the queue. `post_url` is empty when the step asks for more than the press."""

    label: str
    key: str
    post_url: str
    url: str


class QueueRow(NamedTuple):
    """One line of the queue, everything that its template reads."""

    title: str
    url: str
    number: str
    kind: str
    area: str
    owner: str
    version: int
    grade: int
    state: str
    days_left: int | None
    clock_state: str
    due_at: datetime | None
    verbs: tuple[QueueVerb, ...]

    def get_grade_display(self) -> str:
        return Grade(self.grade).label


def queue_row(case: Case, user) -> QueueRow:
    """A case with its clock and the first verbs open to the person."""
    kind = case.of_kind
    url = _address(kind.detail_page, args=(case.number,)) if kind else ""
    steps = open_steps(case, user)[:VERBS] if kind else []
    clock = clock_shape(case)
    return QueueRow(
        title=case.title,
        url=url,
        number=case.number,
        kind=Kind(case.kind).label,
        area=case.area.name,
        owner=str(case.owner_post or _("未分派")),
        version=case.version,
        grade=case.grade,
        state=case.get_state_display(),
        days_left=clock["days_left"],
        clock_state=clock["clock_state"],
        due_at=case.due_at,
        verbs=tuple(_verb(kind, case, step, url) for step in steps),
    )


def _verb(kind: CaseKind, case: Case, step: Step, url: str) -> QueueVerb:
    is_quick = step.name in kind.quick
    post_url = _address(kind.step_page, args=(case.number, step.name)) if is_quick else ""
    return QueueVerb(str(step.label), step.key, post_url, f"{url}#step-{step.name}")
