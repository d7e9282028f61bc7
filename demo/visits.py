"""A year of visits, and the needs that came out of them."""

import hashlib
import uuid
from datetime import timedelta

from demo import words
from demo.chance import Wheel, at, chance, day_before, past
from demo.city import City, Plot
from demo.copying import Ids, copy_rows
from grids.enums.visits import MET, Companion, NeedKind, VisitKind, VisitOutcome, Way
from grids.models import NeedRequest, Visit
from grids.states.needs import NeedState

VISITS = 203_600
NEEDS, SOLVED = 13_420, 12_360
OUTCOMES = Wheel(
    {
        VisitOutcome.NORMAL: 83,
        VisitOutcome.NOT_MET: 8,
        VisitOutcome.HAZARD: 4,
        VisitOutcome.DISPUTE: 2,
        VisitOutcome.DECLINED: 3,
    }
)
NOTES = {
    VisitOutcome.NORMAL: "normal",
    VisitOutcome.NEED: "need",
    VisitOutcome.HAZARD: "hazard",
    VisitOutcome.DISPUTE: "dispute",
    VisitOutcome.NOT_MET: "absent",
    VisitOutcome.DECLINED: "refused",
}
KINDS = Wheel(
    {
        VisitKind.ROUTINE: 55,
        VisitKind.CAMPAIGN: 20,
        VisitKind.CARE: 18,
        VisitKind.INSPECTION: 5,
        VisitKind.RETURN: 2,
    }
)
WAYS = Wheel({Way.DOOR: 70, Way.PHONE: 18, Way.STREET: 12})
ANSWERS = {NeedState.SOLVED: "已办好并告知本人", NeedState.NOT_SOLVED: "不符合条件，已说明"}
VISIT = [
    "id", "area_id", "area_code", "client_uuid", "content_hash", "worker_id", "household_id", "place", "kind", "way",
    "outcome", "note", "visited_at", "visited_on", "captured_at", "synced_at", "companions", "return_on",
]  # fmt: skip
NEED = [
    "id", "area_id", "area_code", "visit_id", "household_id", "worker_id", "kind", "text", "state", "opened_on",
    "closed_on", "solved_on", "outcome_note", "reopened_count", "reopen_note",
]  # fmt: skip


def make_visits(city: City) -> None:
    """Visits by COPY in the order of their days, then the needs."""
    dice, extras = chance("visits"), chance("companions")
    plots = [plot for plot in city.plots if plot.worker_id]
    homes = _homes(city)
    days = sorted(day_before(city.today - timedelta(days=1), dice, 362) for _ in range(VISITS))
    wanting = set(dice.sample(range(VISITS), NEEDS))
    ids, needs = Ids(Visit), []

    def rows():
        for number, day in enumerate(days):
            plot = dice.choice(plots)
            row = _visit(next(ids), day, plot, homes[plot.code], number in wanting, dice)
            row += (_companions(extras), _return_on(city, day, row[10], extras))
            if number in wanting:
                needs.append(row)
            yield row

    copy_rows(Visit, VISIT, rows())
    ids.settle()
    _make_needs(city, needs)


def _homes(city: City) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for household, index in city.households:
        plot = city.plots[index]
        homes = found.setdefault(plot.code, [])
        homes.append((household, len(homes) % len(plot.buildings)))
    return found


def _visit(pk: int, day, plot: Plot, homes: list, is_need: bool, dice) -> tuple:
    household, place = dice.choice(homes)
    building = plot.buildings[place]
    key = uuid.UUID(int=dice.getrandbits(128), version=4)
    outcome = VisitOutcome.NEED if is_need else OUTCOMES.spin(dice)
    note = dice.choice(words.NOTES[NOTES[outcome]])
    when = past(at(day, dice))
    way = WAYS.spin(dice)
    return (
        pk, building.area_id, building.code, str(key), hashlib.sha256(key.bytes).hexdigest(), plot.worker_id, household,
        "", KINDS.spin(dice), way, outcome, note, when, day, when, when,
    )  # fmt: skip


def _companions(dice) -> str:
    """Now and then somebody came along; an array as COPY reads it."""
    if dice.random() > 0.12:
        return "{}"
    return f"{{{','.join(sorted(dice.sample(Companion.values, dice.choice((1, 1, 2)))))}}}"


def _return_on(city: City, day, outcome: str, dice):
    """A promise to come back, on some of the visits of the last weeks."""
    if outcome not in MET or city.today - day > timedelta(days=30) or dice.random() > 0.03:
        return None
    return day + timedelta(days=dice.choice((3, 7, 15, 30)))


def _make_needs(city: City, visits: list[tuple]) -> None:
    dice = chance("needs")
    ids = Ids(NeedRequest)
    solved = set(dice.sample(range(NEEDS), SOLVED))
    rows = []
    for number, visit in enumerate(visits):
        opened = visit[13]
        closed = min(opened + timedelta(days=dice.randint(0, 12)), city.today)
        is_solved = number in solved
        state = (
            NeedState.SOLVED
            if is_solved
            else dice.choice([NeedState.OPEN, NeedState.OPEN, NeedState.NOT_SOLVED])
        )
        rows.append(
            (
                next(ids), visit[1], visit[2], visit[0], visit[6], visit[5], dice.choice(NeedKind.values), visit[11],
                state, opened, None if state == NeedState.OPEN else closed, closed if is_solved else None,
                ANSWERS.get(state, ""), 0, "",
            )
        )  # fmt: skip
    copy_rows(NeedRequest, NEED, rows)
    ids.settle()
