"""Visits in the order of their days, and the needs that came out of them."""

from demo import words
from demo.scaled.dice import dice, pick, spin, text, uuid
from demo.scaled.filling import Filling
from demo.scaled.shape import Shape
from demo.visits import ANSWERS, KINDS, NEEDS, NOTES, OUTCOMES, SOLVED, VISITS, WAYS
from grids.enums.visits import MET, Companion, NeedKind, VisitOutcome
from grids.models import NeedRequest, Visit
from grids.states.needs import NeedState

ACCOMPANIED_OF_100, PROMISED_OF_100 = 12, 3
PROMISE_DAYS = 30  # how far back a promise to come again may still be open
OPEN_DAYS, OPEN_OF_100 = 12, 60  # a need is open for some days at most


def make_visits(shape: Shape, filling: Filling) -> None:
    """Visits by the workers who walk, all of them with a household on the list."""
    met = ", ".join(text(outcome) for outcome in sorted(MET))
    recent = f"v.day > date '{shape.today}' - {PROMISE_DAYS}"
    filling.insert(
        Visit,
        {
            "id": "v.n", "area_id": "p.area_id", "area_code": "p.code", "client_uuid": uuid("visit", "v.n"),
            "content_hash": "encode(sha256(int8send(v.n)), 'hex')", "worker_id": "p.worker_user",
            "household_id": f"1 + p.homes_before + {dice('home', 6, 'v.n')} % p.homes", "place": "''",
            "kind": spin(KINDS, "kind", "v.n"), "way": spin(WAYS, "way", "v.n"), "outcome": "v.outcome",
            "note": _note(), "visited_at": "v.at", "visited_on": "v.day", "captured_at": "v.at", "synced_at": "v.at",
            "companions": f"case when {dice('company', 100, 'v.n')} < {ACCOMPANIED_OF_100}"
                          f" then array[{pick(Companion.values, 'companion', 'v.n')}] else '{{}}' end",
            "return_on": f"case when {recent} and v.outcome in ({met}) and"
                         f" {dice('promise', 100, 'v.n')} < {PROMISED_OF_100}"
                         f" then v.day + (array[3, 7, 15, 30])[1 + {dice('return', 4, 'v.n')}] end",
        },
        f"from ({_plans(shape)}) v join scaled.place p on p.walked = v.walked",
    )  # fmt: skip


def _plans(shape: Shape) -> str:
    """When and where each visit was, and what it found. `offset 0`: reckoned once a row, not where it is used."""
    needed = f"{dice('need', VISITS, 'n')} < {NEEDS}"
    return f"""
        select n, day, {shape.at("day", dice("hour", 12 * 3600, "n"))} as at,
            1 + {dice("where", "walks", "n")} as walked,
            case when {needed} then '{VisitOutcome.NEED}' else {spin(OUTCOMES, "found", "n")} end as outcome
        from (
            select n, {shape.day("n", shape.visits, shape.years)} as day
            from generate_series(1, {shape.visits}) n offset 0
        ) d cross join (select max(walked) as walks from scaled.place) w offset 0
    """


def _note() -> str:
    cases = "".join(
        f" when {text(outcome)} then {pick(words.NOTES[name], 'note', 'v.n')}"
        for outcome, name in NOTES.items()
    )
    return f"case v.outcome{cases} end"


def make_needs(shape: Shape, filling: Filling) -> None:
    is_open = f"day > date '{shape.today}' - {OPEN_DAYS} and {dice('open', 100, 'visit')} < {OPEN_OF_100}"
    state = f"""case when {is_open} then '{NeedState.OPEN}'
        when {dice("solved", NEEDS, "visit")} < {SOLVED} then '{NeedState.SOLVED}' else '{NeedState.NOT_SOLVED}' end"""
    answers = "".join(f" when {text(found)} then {text(answer)}" for found, answer in ANSWERS.items())
    ended = f"least(day + {dice('days', OPEN_DAYS, 'visit')}::int, date '{shape.today}' - 1)"
    filling.insert(
        NeedRequest,
        {
            "id": "row_number() over (order by visit)", "area_id": "area_id", "area_code": "area_code",
            "visit_id": "visit", "household_id": "household_id", "worker_id": "worker_id",
            "kind": pick(NeedKind.values, "needed", "visit"), "text": "note", "state": "state", "opened_on": "day",
            "closed_on": f"case when state <> '{NeedState.OPEN}' then {ended} end",
            "solved_on": f"case when state = '{NeedState.SOLVED}' then {ended} end",
            "outcome_note": f"case state{answers} else '' end", "reopened_count": "0", "reopen_note": "''",
        },
        f"""
        from (
            select *, {state} as state from (
                select id as visit, visited_on as day, note, area_id, area_code, household_id, worker_id
                from grids_visit where outcome = '{VisitOutcome.NEED}'
            ) found
        ) need order by visit
        """,
    )  # fmt: skip
