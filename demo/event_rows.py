"""A planned event as the rows of its tables, each line of its timeline in its place."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from demo import words
from demo.chance import at, past, public_code
from demo.city import Building, City, Plot
from demo.copying import Ids, copy_rows
from governance.areas.spelling import initials_of
from governance.casework.clock import moment_after
from governance.casework.enums import (
    Kind,
    Limit,
    LimitUnit,
    Outcome,
    Source,
)
from governance.casework.models import Case, CaseAction
from governance.kernel.masking import mask_phone
from governance.kernel.sealing import blind_index, seal
from grids.enums.events import EventGrade
from grids.models import Event, EventCategory, EventReporter
from grids.states.events import EventState as S

CASE = [
    "id", "area_id", "area_code", "number", "public_code", "kind", "source", "title", "place", "summary",
    "owner_area_id", "owner_post_id", "level_id", "grade", "state", "is_joint", "registered_by_id", "registered_on",
    "accepted_on", "due_at", "limit", "limit_unit", "limit_amount", "handle_due_at", "late_on", "paused_at",
    "remaining", "resume_on", "outcome", "resolved_on", "closed_on", "returned_count", "reopened_count", "version",
    "content_digest", "changed_at", "initials",
]  # fmt: skip
EVENT = [
    "case_id", "category_id", "grade", "household_id", "visit_id", "main_id", "desk_area_id", "answer",
    "left_at_feedback", "satisfaction", "rating_note",
]  # fmt: skip
REPORTER = [
    "id", "seal_id", "event_id", "name", "phone_sealed", "phone_masked", "phone_index", "phone_tail_index", "added_at",
]  # fmt: skip
ACTION = ["id", "case_id", "kind", "from_state", "to_state", "actor_id", "post_label", "note", "at"]
_WIDTHS = {"community_secretary": 12, "mediator": 9, "department_handler": 6}
DESK, SEAT = "desk", "seat"  # who takes a step: the dispatcher, or the seat the event is with

# The way of an event that goes through without a stop: step, state after it, who takes it.
WAY = [
    ("verify", S.VERIFIED, DESK), ("dispatch", S.DISPATCHED, DESK), ("accept", S.ACCEPTED, SEAT),
    ("start", S.HANDLING, SEAT), ("feedback", S.FEEDBACK, SEAT), ("check", S.CHECKED, DESK),
    ("close", S.CLOSED, DESK), ("rate", S.RATED, DESK),
]  # fmt: skip
ANSWERS = [
    "已到现场处理完毕，请您放心。",
    "已清理干净，并向周边住户做了提醒。",
    "已联系责任单位修好，现场看过没有问题。",
]
UNSOLVED_ANSWER = "产权单位已注销，暂时无法修复，已设警示标志并上报街道。"


@dataclass
class EventPlan:
    """One event to be: what, where, how far it has come and when."""

    plot: Plot
    building: Building
    category: EventCategory
    text: str
    state: str
    registered_on: date
    days: int = 0
    source: str = Source.GRID
    outcome: str = ""
    is_late: bool = False
    is_own: bool = False
    reopened: int = 0
    main: int | None = None

    @property
    def is_filed(self) -> bool:
        return not self.is_own and self.state not in (S.REPORTED, S.REJECTED, S.MERGED)

    @property
    def is_closed(self) -> bool:
        return self.state in (S.CLOSED, S.RATED, S.REJECTED, S.MERGED)


class EventTables:
    """Rows of events gathered table by table, then written by COPY."""

    def __init__(self, city: City, dice):
        self.city, self.dice = city, dice
        self.ids = {model: Ids(model) for model in (Case, CaseAction, EventReporter)}
        self.rows: dict[type, list[tuple]] = {model: [] for model in (Case, Event, CaseAction, EventReporter)}
        self.codes: set[str] = set(Case._base_manager.values_list("public_code", flat=True))
        self.roles = dict(EventCategory.objects.values_list("code", "handler_role__code"))

    def add(self, plan: EventPlan, number: str) -> int:
        """Gather the rows of one event; answers its id."""
        pk = next(self.ids[Case])
        begun = past(at(plan.registered_on, self.dice, 8, 18))
        ended_on = min(plan.registered_on + timedelta(days=plan.days), self.city.today)
        seat = self._seat(plan)
        self.rows[Case].append(self._case(pk, plan, number, seat, begun, ended_on))
        self.rows[Event].append(self._event(pk, plan))
        if plan.source == Source.RESIDENT or self.dice.random() < 0.15:
            self._reporter(pk, begun)
        self._timeline(pk, plan, seat, begun, ended_on)
        return pk

    def write(self) -> None:
        """Everything gathered, parents first."""
        for model, columns in ((Case, CASE), (Event, EVENT), (CaseAction, ACTION), (EventReporter, REPORTER)):
            copy_rows(model, columns, self.rows[model])
        for ids in self.ids.values():
            ids.settle()

    def _seat(self, plan: EventPlan) -> tuple[str, str]:
        """The role and area of the seat the category names."""
        code = plan.plot.code
        role = self.roles[plan.category.code] or self.roles[plan.category.code[:3]] or "community_secretary"
        return role, code[: _WIDTHS[role]]

    def _case(
        self, pk: int, plan: EventPlan, number: str, seat: tuple, begun: datetime, ended_on: date
    ) -> tuple:
        city, category = self.city, plan.category
        is_with_seat = plan.is_filed and plan.state not in (S.VERIFIED, S.RETURNED)
        owner = seat[1] if is_with_seat else plan.plot.code[:9]
        limit = category.limit
        amount, unit = (limit.amount, limit.unit) if limit else (5, LimitUnit.DAY)
        is_running = plan.is_filed and plan.state in (
            S.VERIFIED,
            S.DISPATCHED,
            S.ACCEPTED,
            S.HANDLING,
            S.RETURNED,
        )
        handle_due = moment_after(begun, amount, unit) if is_running else None
        due = handle_due or self._desk_due(plan, begun)
        is_late = plan.is_late or bool(handle_due and handle_due < timezone.now())
        late_on = (handle_due.date() if handle_due else ended_on) if is_late else None
        on_hold = plan.state == S.SUSPENDED
        title = f"{category.name}：{plan.text}"
        place = f"{city.names[plan.plot.community]}{plan.plot.name}"
        return (
            pk, plan.building.area_id, plan.building.code, number, public_code(self.dice, self.codes), Kind.EVENT,
            plan.source, title, place, f"{plan.text}。", city.areas[owner],
            city.posts[seat] if is_with_seat else None, _level(owner), 0, plan.state, False,
            None if plan.source == Source.RESIDENT else city.people.get(("grid_worker", plan.plot.code)),
            plan.registered_on, plan.registered_on if plan.is_filed else None, due,
            Limit.HANDLE if handle_due else "", unit, amount, handle_due, late_on,
            begun if on_hold else None, 2 if on_hold else None, city.today + timedelta(days=6) if on_hold else None,
            plan.outcome, ended_on if plan.outcome == Outcome.RESOLVED else None, ended_on if plan.is_closed else None,
            1 if plan.state == S.RETURNED else 0, plan.reopened, 1, "", begun,
            initials_of(title, place),
        )  # fmt: skip

    def _desk_due(self, plan: EventPlan, begun: datetime) -> datetime | None:
        """The limit to verify or to check; most dispatchers keep it."""
        if plan.state not in (S.REPORTED, S.FEEDBACK, S.CHECKED):
            return None
        start = begun if self.dice.random() < 0.1 else timezone.localtime()
        return moment_after(start, 1, LimitUnit.DAY)

    def _event(self, pk: int, plan: EventPlan) -> tuple:
        answer = ""
        if plan.outcome == Outcome.RESOLVED and not plan.is_own:
            answer = self.dice.choice(ANSWERS)
        elif plan.outcome == Outcome.UNSOLVED:
            answer = UNSOLVED_ANSWER
        elif plan.state == S.REJECTED:
            answer = "现场查看没有发现所说情况，不予立案。"
        rating = (
            self.dice.choice(["satisfied"] * 8 + ["fair", "dissatisfied"]) if plan.state == S.RATED else ""
        )
        grade = EventGrade.OWN if plan.is_own else plan.category.grade
        desk = self.city.areas[plan.plot.code[:9]] if plan.is_filed else None
        return pk, plan.category.code, grade, None, None, plan.main, desk, answer, None, rating, ""

    def _reporter(self, event: int, begun: datetime) -> None:
        key, phone = uuid.UUID(int=self.dice.getrandbits(128), version=4), words.phone(self.dice)
        context = f"{EventReporter._meta.db_table}.phone:{key}"
        self.rows[EventReporter].append(
            (
                next(self.ids[EventReporter]), str(key), event, words.person(self.dice), seal(phone, context),
                mask_phone(phone), blind_index("phone", phone), blind_index("phone_tail", f"{key}:{phone[-4:]}"), begun,
            )
        )  # fmt: skip

    def _timeline(self, case: int, plan: EventPlan, seat: tuple, begun: datetime, ended_on: date) -> None:
        """The lines from 上报 to where the event stands now."""
        steps = [("register", "", S.REPORTED, self._reported_by(plan), ""), *self._steps(plan, seat)]
        end = max(past(at(ended_on, self.dice, 9, 18)), begun + timedelta(minutes=len(steps)))
        for place, (kind, source, target, actor, note) in enumerate(steps):
            when = past(begun + (end - begun) * (place / max(len(steps) - 1, 1)))
            self.rows[CaseAction].append(
                (next(self.ids[CaseAction]), case, kind, source, target, actor, "", note, when)
            )

    def _reported_by(self, plan: EventPlan) -> int | None:
        if plan.source == Source.RESIDENT:
            return None
        return self.city.people.get(("grid_worker", plan.plot.code))

    def _steps(self, plan: EventPlan, seat: tuple) -> list[tuple]:
        actors = {
            DESK: self.city.people[("street_dispatcher", plan.plot.code[:9])],
            SEAT: self.city.people[seat],
        }
        if plan.is_own:
            return [("self_handle", S.REPORTED, S.CLOSED, self._reported_by(plan), "当场处理好了")]
        if plan.state == S.REJECTED:
            return [("reject", S.REPORTED, S.REJECTED, actors[DESK], "现场查看没有发现所说情况")]
        if plan.state == S.MERGED:
            return [("merge", S.REPORTED, S.MERGED, actors[DESK], "与先报的是同一件")]
        reached = {S.RETURNED: S.DISPATCHED, S.SUSPENDED: S.HANDLING}.get(plan.state, plan.state)
        found, source = [], S.REPORTED
        for step, target, who in WAY:
            if source == reached:
                break
            found.append((step, source, target, actors[who], ""))
            source = target
        if plan.state == S.RETURNED:
            found.append(("return", source, S.RETURNED, actors[SEAT], "不属于本岗位职责。"))
        if plan.state == S.SUSPENDED:
            found.append(("suspend", source, S.SUSPENDED, actors[SEAT], "等待配件到货"))
        return found


def _level(code: str) -> str:
    return {6: "county", 9: "township", 12: "community"}[len(code)]
