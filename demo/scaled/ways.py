"""The ways cases go, each a list of steps of the lifecycle, and how many go which way by the days that have passed."""

from dataclasses import dataclass
from functools import cached_property

from demo.case_rows import END_STEPS
from demo.chance import Wheel
from demo.event_rows import ANSWERS, UNSOLVED_ANSWER, WAY
from disputes.states import STEPS
from governance.casework.enums import Kind, Outcome
from governance.kernel.lifecycle import Step
from grids.states.events import EVENT_STEPS

DESK, SEAT, WORKER = "desk", "seat", "worker"
FIRST = {Kind.DISPUTE: "registered", Kind.EVENT: "reported"}
TABLES = {Kind.DISPUTE: STEPS, Kind.EVENT: EVENT_STEPS}
AT_THE_SEAT = {"start_mediation", "suspend", "agree_orally", "agree_in_writing", "fail", "refuse", "redirect", "return",
               *(step for step, _state, who in WAY if who == SEAT)}  # fmt: skip
NOTES = {step: note for step, _state, note in END_STEPS.values()} | {
    "suspend": "等待鉴定结论",
    "self_handle": "当场处理好了",
    "reject": "现场查看没有发现所说情况",
}
# Days after which a case is expected to have moved on: the last of each age.
AGES = (1, 6, 150)


@dataclass(frozen=True)
class Line:
    """A line of a timeline."""

    step: str
    source: str
    target: str
    who: str


@dataclass(frozen=True)
class Way:
    """How a case came to where it stands, and the weight of the way among cases of each age."""

    kind: str
    steps: tuple[str, ...]
    weights: tuple[int, int, int, int]
    outcome: str = ""
    is_late: bool = False
    answer: str = ""

    @cached_property
    def lines(self) -> list[Line]:
        """Its timeline; a way the lifecycle does not know is a fault of ours."""
        state = FIRST[self.kind]
        lines = [Line("register", "", state, WORKER if self.kind == Kind.EVENT else DESK)]
        for name in self.steps:
            step: Step = TABLES[self.kind][name]
            assert state in step.sources, f"{name} does not start from {state}"
            lines.append(Line(name, state, step.target, _who(name)))
            state = step.target
        return lines

    @property
    def state(self) -> str:
        return self.lines[-1].target

    @property
    def is_closed(self) -> bool:
        return bool({"close", "redirect", "reject", "self_handle"} & {*self.steps})

    @property
    def is_taken_up(self) -> bool:
        """Accepted, or an event filed: its limit runs, and counts."""
        return bool({"accept", "verify"} & {*self.steps})

    @property
    def is_with_seat(self) -> bool:
        return bool({"assign", "dispatch"} & {*self.steps})

    @property
    def is_heard(self) -> bool:
        """Somebody called back, or was asked for a rating."""
        return bool({"follow_up", "rate"} & {*self.steps})


def _who(step: str) -> str:
    if step == "self_handle":
        return WORKER
    return SEAT if step in AT_THE_SEAT else DESK


def _dispute(
    *steps: str, weights: tuple[int, int, int, int], outcome: str = "", is_late: bool = False
) -> Way:
    return Way(Kind.DISPUTE, steps, weights, outcome, is_late)


def _event(*steps: str, weights: tuple[int, int, int, int], **fate) -> Way:
    return Way(Kind.EVENT, steps, weights, **fate)


_TABLE = ("accept", "assign", "start_mediation")
_END = ("follow_up", "close")
_FILED = tuple(step for step, _state, _who in WAY)
_R = Outcome.RESOLVED

# Of a thousand disputes of an age: new, some days old, of the last months, older.
DISPUTES = [
    _dispute(weights=(250, 0, 0, 0)),
    _dispute("accept", weights=(400, 30, 0, 0)),
    _dispute("accept", "assign", weights=(350, 170, 2, 0)),
    _dispute(*_TABLE, weights=(0, 520, 12, 0)),
    _dispute(*_TABLE, "suspend", weights=(0, 20, 1, 0)),
    _dispute(*_TABLE, "agree_orally", weights=(0, 60, 2, 0), outcome=_R),
    _dispute(*_TABLE, "agree_in_writing", weights=(0, 30, 2, 0), outcome=_R),
    _dispute(*_TABLE, "agree_orally", "follow_up", weights=(0, 40, 4, 0), outcome=_R),
    _dispute(*_TABLE, "agree_orally", *_END, weights=(0, 110, 790, 806), outcome=_R),
    _dispute(*_TABLE, "agree_in_writing", *_END, weights=(0, 15, 155, 160), outcome=_R),
    _dispute(*_TABLE, "fail", *_END, weights=(0, 3, 22, 23), outcome=Outcome.FAILED),
    _dispute(*_TABLE, "refuse", *_END, weights=(0, 1, 4, 4), outcome=Outcome.REFUSED),
    _dispute(*_TABLE, "redirect", weights=(0, 1, 6, 7), outcome=Outcome.REDIRECTED),
]
EVENTS = [
    _event(weights=(330, 0, 0, 0)),
    _event("verify", weights=(120, 10, 0, 0)),
    _event(*_FILED[:2], weights=(200, 20, 0, 0)),
    _event(*_FILED[:3], weights=(100, 20, 0, 0)),
    _event(*_FILED[:4], weights=(100, 120, 4, 0)),
    _event(*_FILED[:4], "suspend", weights=(0, 10, 1, 0)),
    _event(*_FILED[:5], weights=(0, 60, 0, 0), outcome=_R, answer=ANSWERS[0]),
    _event(*_FILED[:6], weights=(0, 30, 0, 0), outcome=_R, answer=ANSWERS[1]),
    _event(*_FILED[:7], weights=(50, 380, 540, 540), outcome=_R, answer=ANSWERS[1]),
    _event(*_FILED, weights=(0, 220, 295, 300), outcome=_R, answer=ANSWERS[2]),
    _event(*_FILED[:7], weights=(0, 0, 24, 24), outcome=_R, is_late=True, answer=ANSWERS[0]),
    _event(*_FILED[:7], weights=(0, 10, 14, 14), outcome=Outcome.UNSOLVED, answer=UNSOLVED_ANSWER),
    _event("self_handle", weights=(80, 100, 98, 98), outcome=_R),
    _event(
        "reject",
        weights=(20, 20, 24, 24),
        outcome=Outcome.DECLINED,
        answer="现场查看没有发现所说情况，不予立案。",
    ),
]
WAYS = [*DISPUTES, *EVENTS]


def wheels(ways: list[Way]) -> list[Wheel]:
    """For each age, the places of the ways among all, from 1 on."""
    return [
        Wheel({WAYS.index(way) + 1: way.weights[age] for way in ways if way.weights[age]})
        for age in range(len(AGES) + 1)
    ]
