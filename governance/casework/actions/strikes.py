"""What each tick of a clock writes, for many cases in a few statements."""

from collections import Counter
from datetime import datetime
from itertools import groupby

from django.db.models import F, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.casework.clock import due_by, escalates
from governance.casework.enums import Grade, Kind, Limit, Tick
from governance.casework.kinds import kinds
from governance.casework.models import Case, CaseAction, Supervision
from governance.casework.notifying import Message, notify
from governance.casework.offices import Offices
from governance.casework.rulebook import RuleBook
from governance.kernel.copying import add_rows, copy_rows, update_rows
from governance.kernel.days import local_date
from governance.kernel.lifecycle import move_rows
from governance.kernel.wording import day_in_full

_COLUMNS = [
    "id", "owner_area_id", "owner_post_id", "level_id", "follow_up_area_id", "grade", "due_at", "limit", "rule_id",
    "limit_began_at", "limit_unit", "limit_amount", "handle_due_at", "late_on", "tick_at",
]  # fmt: skip
_LINE = ["case_id", "kind", "from_state", "to_state", "post_label", "note"]
_CARD = [
    "case_id", "area_id", "area_code", "grade", "rule_id", "limit", "limit_ended_on", "given_on", "demand", "answer",
    "lift_reason",
]  # fmt: skip
_GRADES = {Tick.YELLOW: Grade.YELLOW, Tick.RED: Grade.RED}


class Strikes:
    """Gathers what the ticks of some locked cases bring about; `write` puts it into the tables."""

    def __init__(self, cases: list[Case]):
        self.offices = Offices(_owner(case).code for case in cases)
        self.rules = RuleBook()
        self.lines: list[tuple] = []
        self.cards: list[tuple] = []
        self.messages: list[Message] = []
        self.done: Counter[str] = Counter()

    def run(self, tick: Tick, struck: list[tuple[Case, datetime]]) -> None:
        """Let every clock that struck do this tick."""
        rising = []
        for case, moment in struck:
            if tick == Tick.NEAR:
                self._tell(case, tick, self._nearing(case), to_supervisor=False)
            elif tick == Tick.LATE:
                self._mark_late(case, moment)
            elif tick == Tick.OVER:
                self._tell(case, tick, self._passed(case))
                rising += self._if_it_rises(case, moment)
            else:
                self._give_card(case, tick, moment)
        for kind, risen in groupby(sorted(rising, key=lambda case: case.kind), key=lambda case: case.kind):
            self._hand_up(kind, list(risen))

    def write(self, cases: list[Case]) -> None:
        now = timezone.now()
        rows = ((*(getattr(case, column) for column in _COLUMNS), now) for case in cases)
        update_rows(Case, [*_COLUMNS, "changed_at"], rows)
        copy_rows(CaseAction, _LINE, self.lines)
        add_rows(Supervision, _CARD, self.cards)
        notify(self.messages)

    def _mark_late(self, case: Case, moment: datetime) -> None:
        if case.late_on is None:
            case.late_on = local_date(moment)
            self._note(case, "late", _("办结限期已过。"))

    def _give_card(self, case: Case, tick: Tick, moment: datetime) -> None:
        grade = _GRADES[tick]
        office = self.offices.office_of(_owner(case).code) or _owner(case)
        text = _("{limit}限期 {day} 已过，按「{rules}」对{office}记{card}。请说明原因和整改情况。").format(
            limit=_limit(case), day=_day(case), rules=case.rule.rule_set, office=office, card=grade.label
        )
        ended_on, given_on = local_date(case.due_at), local_date(moment)
        place = (case.pk, office.pk, office.keeper.code)
        self.cards.append((*place, int(grade), case.rule_id, case.limit, ended_on, given_on, text, "", ""))
        case.grade = max(case.grade, grade)
        self._note(case, "card", text)
        self._tell(case, tick, text, area=office)

    def _if_it_rises(self, case: Case, moment: datetime) -> list[Case]:
        """The case, when its limit hands it up and there is a step and an office to go to; late otherwise."""
        if not escalates(case):
            return []
        step = case.STEPS.get("escalate")
        if step and case.state in step.sources and self.offices.above(_owner(case).code):
            return [case]
        self._mark_late(case, moment)
        return []

    def _hand_up(self, key: str, cases: list[Case]) -> None:
        """The system's own step up, with the whole file; who had it keeps the call back. The next limit follows on."""
        kind, pks = kinds()[key], [case.pk for case in cases]
        prefetch_related_objects(cases, kind.detail)
        rows = Case.objects.filter(pk__in=pks)
        note, version = _("限期已过，自动升级。"), {"version": F("version") + 1}
        move_rows(rows, "escalate", by=None, area_code="", note=note, changes=version, table=kind.steps)
        for case in cases:
            below, to = _owner(case), self.offices.above(_owner(case).code)
            words = _("{limit}限期 {day} 已过，自动由{below}升级到{to}。").format(
                limit=_limit(case), day=_day(case), below=self.offices.office_of(below.code), to=to
            )
            self._note(case, "escalate", words, to_state=kind.steps["escalate"].target)
            key_day = _key(case)
            case.follow_up_area = case.follow_up_area or self.offices.office_of(below.code)
            case.owner_area, case.owner_post, case.level = to, None, to.level
            self._begin_again(case, complexity=kind.complexity(case))
            self.messages.append(Message(case, "case.escalated", key_day, _named(case, words), area=to))

    def _begin_again(self, case: Case, *, complexity: str) -> None:
        begun = case.due_at
        case.rule = self.rules.rule(
            case.kind, Limit.HANDLE, complexity=complexity, level=case.level_id, area_code=case.area_code,
            day=local_date(begun),
        )  # fmt: skip
        case.limit, case.limit_began_at = Limit.HANDLE, begun
        case.due_at = case.handle_due_at = due_by(case.rule, begun)
        if case.rule:
            case.limit_unit, case.limit_amount = case.rule.unit, case.rule.amount

    def _note(self, case: Case, kind: str, note: str, *, to_state: str = "") -> None:
        self.done[kind] += 1
        self.lines.append((case.pk, kind, case.state, to_state or case.state, "", note))

    def _tell(
        self, case: Case, tick: Tick, body: str, *, area: Area | None = None, to_supervisor: bool = True
    ) -> None:
        """Tell who has the case, and the seat above that supervises."""
        owner, kind, key = _owner(case), f"case.{tick}", _key(case)
        body = _named(case, body)
        post = None if area else case.owner_post
        place = area or (post.area if post else self.offices.office_of(owner.code) or owner)
        self.messages.append(Message(case, kind, key, body, area=place, post=post))
        above = self.offices.supervisor_of(owner.code) if to_supervisor else None
        if above:
            self.messages.append(Message(case, kind, key, body, area=above.area, post=above))

    def _nearing(self, case: Case) -> str:
        return _("{limit}限期 {day} 将到，请抓紧办理；办不完的，到期前申请延期或升级。").format(
            limit=_limit(case), day=_day(case)
        )

    def _passed(self, case: Case) -> str:
        return _("{limit}限期 {day} 已过。").format(limit=_limit(case), day=_day(case))


def _owner(case: Case) -> Area:
    return case.owner_area or case.area


def _limit(case: Case) -> str:
    return str(Limit(case.limit or Limit.HANDLE).label)


def _day(case: Case) -> str:
    return day_in_full(local_date(case.due_at))


def _key(case: Case) -> str:
    return f"{case.number} {local_date(case.due_at):%Y%m%d}"


def _named(case: Case, words: str) -> str:
    return _("{kind} {number}：{words}").format(kind=Kind(case.kind).label, number=case.number, words=words)
