"""What each kind of case brings along: upper apps register theirs in `settings.CASE_KINDS`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from governance.kernel.lifecycle import Step


@dataclass(frozen=True)
class CaseKind:
    """The lifecycle of a kind and the pages that show it.

    `detail` is the one-to-one name from a case to its own row, asked for `missing_to_<step>()`.
    `detail_page` takes a number, `step_page` a number and a step; `quick` are the steps that need
    nothing but the press, so the queue can offer them. In the states `unassigned` it waits to be given to a seat.
    `register_page` opens a new one. `barred(case,
    step, user)` says why a step is not for somebody who holds its right (the case is with another seat),
    and nothing when it is; it is asked for every row of the queue, so it reads the case alone.
    `progress(case)` tells who reported the case what became of it, without a name or an internal note;
    `procedure(case)` names the procedure it is in and `outlook(case)` what comes next, in words for the public;
    `phones(case)` are the telephones whose last digits open that page beside the case's code.
    `complexity(case)` is how hard it is, by which deadline rules differ; `complexities` are its choices.
    `keeps_from(case, post)` says why a seat may not bear the main responsibility (主责) for a case, if so.
    `view_right` is what it takes, beside the right to the queue, to see that there is one; `restricted_right`
    to see one that is marked restricted.
    """

    kind: str
    states: type[models.TextChoices]
    steps: dict[str, Step]
    detail: str
    detail_page: str
    step_page: str
    quick: frozenset[str] = field(default_factory=frozenset)
    unassigned: frozenset[str] = frozenset()
    view_right: str = ""
    restricted_right: str = ""
    register_page: str = ""
    register_label: str = ""
    register_right: str = ""
    barred: Callable = lambda case, step, user: ""
    keeps_from: Callable = lambda case, post: ""
    progress: Callable | None = None
    procedure: Callable = lambda case: ""
    outlook: Callable | None = None
    phones: Callable = lambda case: []
    complexity: Callable = lambda case: ""
    complexities: tuple = ()


@cache
def kinds() -> dict[str, CaseKind]:
    """Every registered kind, by key."""
    found = [import_string(path) for path in settings.CASE_KINDS]
    return {kind.kind: kind for kind in found}


def state_choices() -> list[tuple[str, str]]:
    """The states of all kinds, each once: the choices of the queue's filter."""
    return list({value: label for kind in kinds().values() for value, label in kind.states.choices}.items())
