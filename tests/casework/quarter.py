"""A naive book-keeper of one quarter: what the rules say of a case, worked out day by day with a paper calendar.

It shares no code with the clock: its calendar is the published library's own answer for a day, its rules are
written out here, and it walks from day to day.
"""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar

CHINA = ZoneInfo("Asia/Shanghai")
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 30)
ONE_DAY = timedelta(days=1)
UP = {"community": "township", "township": "county", "county": "city"}
WIDTH = {"city": 4, "county": 6, "township": 9, "community": 12}
# amount in working days, yellow and red after so many more; None: hand up
TWENTY = {"simple": (1, 5, 10), "ordinary": (7, 5, 10), "hard": (20, 5, 10)}
STANDING_STILL = (date(2026, 10, 8), date(2026, 10, 11))  # no sweep after this day, none up to that day's end
SWITCHED_ON = date(2026, 10, 15)  # the second county goes over to four levels
FOUR_LEVEL_COUNTY, SWITCHING_COUNTY = "990101", "990102"


def works(day: date) -> bool:
    if day.year > LAST.year:  # not published: counted by weekdays
        return day.isoweekday() <= 5
    return chinese_calendar.is_workday(day)


def onward(day: date, days: int) -> date:
    """The `days`-th working day after, or before when negative."""
    step = ONE_DAY if days >= 0 else -ONE_DAY
    for _ in range(abs(days)):
        day += step
        while not works(day):
            day += step
    return day


def is_four_levels(place: str, day: date) -> bool:
    return place.startswith(FOUR_LEVEL_COUNTY) or (place.startswith(SWITCHING_COUNTY) and day >= SWITCHED_ON)


@dataclass
class Plan:
    """What people do about one case: moments and verbs in order."""

    place: str
    complexity: str
    deeds: list[tuple[datetime, str]]

    @property
    def begins(self) -> datetime:
        return self.deeds[0][0]


def plans(count: int, places: list[str]) -> list[Plan]:
    """Seeded plans of a busy quarter: quick ones, forgotten ones, paused ones, on make-up Saturdays too."""
    dice = random.Random("quarter")
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days - 10)]
    open_days = [day for day in days if works(day)]
    return [_plan(dice, places, open_days) for _ in range(count)]


def _plan(dice: random.Random, places: list[str], open_days: list[date]) -> Plan:
    day = dice.choice(open_days)
    deeds = [(day, "register")]
    verbs = ["accept", "assign", "start", "suspend", "resume", "refuse"]
    for verb in verbs[: dice.choice([0, 1, 2, 3, 3, 4, 5, 6, 6])]:
        wait = {"accept": dice.choice([0, 0, 0, 1, 2, 4]), "suspend": dice.randint(0, 12)}.get(
            verb, dice.randint(0, 9)
        )
        day = onward(day, wait)
        deeds.append((day, verb))
    hour = 9
    moments = []
    for day, verb in deeds:
        if day > LAST:
            break
        hour = hour + 1 if moments and moments[-1][0].date() == day else 9
        moments.append((datetime.combine(day, time(hour, dice.randint(0, 59)), CHINA), verb))
    return Plan(dice.choice(places), dice.choice(["simple", "ordinary", "ordinary", "hard"]), moments)


@dataclass
class Book:
    """One case on paper."""

    plan: Plan
    number: str
    seats: dict[str, int]
    supervisors: dict[str, int]
    state: str = ""
    level: str = "community"
    limit: str = ""
    due: date | None = None
    rule: tuple | None = None
    owner_seat: int | None = None
    ended: bool = False
    late_on: date | None = None
    left: int = 0
    grade: int = 0
    cards: set = field(default_factory=set)
    notices: set = field(default_factory=set)
    risen: list = field(default_factory=list)

    def run(self) -> "Book":
        day = self.plan.begins.date()
        while day <= LAST:
            self.midnight(day)
            for moment, verb in self.plan.deeds:
                if moment.date() == day:
                    getattr(self, verb)(day)
            self.evening(day)
            day += ONE_DAY
        self.midnight(day)
        return self

    @property
    def running(self) -> bool:
        return self.due is not None and self.state not in ("", "suspended")

    @property
    def office(self) -> str:
        return self.plan.place[: WIDTH[self.level]]

    def midnight(self, day: date) -> None:
        """What a limit that ended brings at the beginning of a day."""
        if not self.running:
            return
        due, rises = self.due, self.rule is None and self.limit == "handle"
        if day == due + ONE_DAY:
            self.tell("over")
            if self.limit == "handle" and not rises:
                self.late_on = self.late_on or day
            if rises:
                self.rise(due)
                return
        _amount, *after = self.rule or (0,)
        for grade, days in enumerate(after, start=1):
            if day == onward(due, days) + ONE_DAY:
                self.cards.add((grade, self.office, self.limit, due, day))
                self.grade = max(self.grade, grade)
                self.tell({1: "yellow", 2: "red"}[grade], to_office=True)

    def evening(self, day: date) -> None:
        """Twenty-four hours before the end."""
        if self.running and self.due == day + ONE_DAY:
            self.tell("near", above=False)

    def rise(self, due: date) -> None:
        below, key = self.office, self.key
        self.level = UP[self.level]
        self.state, self.owner_seat = "accepted", None
        self.notices.add(("case.escalated", self.office, None, key))
        self.risen.append((below, self.office))
        self.limit_of_level(due)

    def limit_of_level(self, day: date) -> None:
        self.limit = "handle"
        if is_four_levels(self.plan.place, day):
            self.rule = (7, 5, 10) if self.level == "city" else None
            self.due = onward(day, 7)
        else:
            self.rule = TWENTY[self.plan.complexity]
            self.due = onward(day, self.rule[0])

    @property
    def key(self) -> str:
        return f"{self.number} {self.due:%Y%m%d}"

    def tell(self, kind: str, *, above: bool = True, to_office: bool = False) -> None:
        seat = None if to_office else self.owner_seat
        self.notices.add((f"case.{kind}", self.office, seat, self.key))
        higher = [self.office[:width] for width in (9, 6, 4) if width < len(self.office)]
        place = next((code for code in higher if code in self.supervisors), None)
        if above and place:
            self.notices.add((f"case.{kind}", place, self.supervisors[place], self.key))

    def register(self, day: date) -> None:
        self.state, self.limit, self.rule, self.due = "registered", "accept", (1, 0, 1), onward(day, 1)

    def accept(self, day: date) -> None:
        if self.state == "registered":
            self.state = "accepted"
            self.limit_of_level(day)

    def assign(self, day: date) -> None:
        if self.state == "accepted" and self.level in self.seats:
            self.state, self.owner_seat = "assigned", self.seats[self.level]

    def start(self, day: date) -> None:
        is_led = self.plan.complexity != "hard" or self.level not in ("county", "city")
        if self.state == "assigned" and is_led:
            self.state = "mediating"

    def suspend(self, day: date) -> None:
        if self.state != "mediating":
            return
        self.state = "suspended"
        first, last = sorted((day, self.due))
        between = sum(works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
        self.left = between if self.due >= day else -between

    def resume(self, day: date) -> None:
        if self.state == "suspended":
            self.state, self.due = "mediating", onward(day, self.left)

    def refuse(self, day: date) -> None:
        if self.state in ("accepted", "assigned", "mediating", "suspended"):
            self.state, self.limit, self.rule, self.due = "refused", "follow_up", (15,), onward(day, 15)
            self.ended = True
