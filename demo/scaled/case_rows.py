"""Cases with their details, timelines and everything else that hangs on them, from `scaled.plan`."""

from demo import words
from demo.case_rows import COMPLEXITIES, RATINGS, RISKS, SOURCES
from demo.chance import Wheel
from demo.scaled.dice import dice, person, pick, spin, uuid
from demo.scaled.filling import Filling
from demo.scaled.shape import Shape
from demo.scaled.ways import DESK, SEAT
from disputes.enums.disputes import Method, PartyRole, Scale, Track
from disputes.enums.mediation import AgreementForm, FollowUpMethod
from disputes.models import Agreement, AgreementParty, Dispute, FollowUp, Party
from governance.casework.enums import (
    KIND_LETTERS,
    PUBLIC_CODE_LENGTH,
    PUBLIC_CODE_LETTERS,
    Kind,
    Limit,
    LimitUnit,
    OrderKind,
    OrderRating,
    Outcome,
)
from governance.casework.models import Case, CaseAction, CaseCounter, WorkOrder
from governance.casework.states import OrderState
from grids.enums.events import EventGrade
from grids.models import Event

EVENT_SOURCES = Wheel({"grid": 62, "visit": 16, "hotline": 6, "superior": 2})
EVENT_RATINGS = Wheel({"satisfied": 8, "fair": 1, "dissatisfied": 1})
HANDLE_DAYS = {Kind.DISPUTE: 10, Kind.EVENT: 3}
END_OF_DAY = 16 * 3600 - 1  # seconds after eight
RESUMED_IN, LEFT = 9, 5  # days until a case on hold goes on, and what is left of its limit
JOINT_OF_100, GROUPS_OF_100 = 5, 2
ORDERS_OF_100 = 5  # of the disputes in a township's hands, how many ask a department of the county to help
# A public code is the number of the case, moved far from its neighbours' and written with the letters of codes.
_CODES = len(PUBLIC_CODE_LETTERS) ** PUBLIC_CODE_LENGTH
_APART = 7_368_787_001

PLANS = "from scaled.plan c join scaled.way w using (way)"
PLACED = f"""{PLANS} join scaled.place p on p.n = c.place
    join scaled.matter m on m.kind = c.kind and m.matter = c.matter"""
DISPUTES = f"{PLANS} where c.kind = '{Kind.DISPUTE}'"
IS_DISPUTE = f"c.kind = '{Kind.DISPUTE}'"
RUNS = "(not w.is_closed and w.is_taken_up and w.outcome = '' and not w.is_on_hold)"
LEVEL = "coalesce(nullif(m.level, ''), c.level)"
ENDED_ON = "(c.ended_at at time zone 'Asia/Shanghai')::date"


def make_cases(shape: Shape, filling: Filling) -> None:
    """The cases themselves, of both kinds."""
    filling.insert(Case, _told() | _held(shape) | _ended(), PLACED)


def _told() -> dict[str, str]:
    """What a case is, as it was registered, and the words it is found by."""
    kind, letters = f"case when {IS_DISPUTE} then", {kind: KIND_LETTERS[kind] for kind in HANDLE_DAYS}
    letter = f"{kind} '{letters[Kind.DISPUTE]}' else '{letters[Kind.EVENT]}' end"
    where = f"{pick(words.COMPANY_HEADS, 'head', 'c.n')} || {pick(words.ESTATES, 'estate', 'c.n')}"
    names = " || ' ' || ".join(f"'@' || {party(side)}" for side in (1, 2))
    return {
        "id": "c.n", "area_id": "p.area_id", "area_code": "p.code", "kind": "c.kind",
        "public_code": _public_code("c.n"),
        "number": f"p.county || {letter} || to_char(c.day, 'YYYYMMDD') || lpad(c.seq::text, 5, '0')",
        "source": f"{kind} {spin(SOURCES, 'source', 'c.n')} else {spin(EVENT_SOURCES, 'source', 'c.n')} end",
        "title": "m.title", "place": "p.place",
        "summary": f"m.title || '，在' || {where} || {kind} '附近，双方请求调解。' else '附近。' end",
        "is_joint": f"{IS_DISPUTE} and {dice('joint', 100, 'c.n')} < {JOINT_OF_100}", "registered_on": "c.day",
        "registered_by_id": "coalesce(p.worker_user, p.desk_user)", "content_digest": "''",
        "initials": "m.initials || ' ' || p.initials", "keywords": f"{kind} {names} else '' end",
    }  # fmt: skip


def _held(shape: Shape) -> dict[str, str]:
    """Whose turn it is, and the clock."""
    days = f"case when {IS_DISPUTE} then {HANDLE_DAYS[Kind.DISPUTE]} else {HANDLE_DAYS[Kind.EVENT]} end"
    due_on, waits = f"(c.day + {days})", "not w.is_closed and not w.is_taken_up"
    due, answer_due = (shape.at(day, str(END_OF_DAY)) for day in (due_on, "(c.day + 1)"))
    return {
        "owner_area_id": f"case when w.is_with_seat then {owner('area')} else p.desk_area end",
        "owner_post_id": f"case when w.is_with_seat then {owner('post')} end",
        "level_id": f"case when w.is_with_seat then {LEVEL} else 'township' end", "grade": "0",
        "accept_due_on": f"case when {IS_DISPUTE} then c.day + 1 end",
        "accepted_on": "case when w.is_taken_up then c.day end", "limit_unit": f"'{LimitUnit.DAY}'",
        "due_at": f"case when {RUNS} then {due} when {waits} then {answer_due} end",
        "limit": f"case when {RUNS} then '{Limit.HANDLE}' when {waits} then '{Limit.ACCEPT}' else '' end",
        "handle_due_at": f"case when {RUNS} then {due} end",
        "late_on": f"case when {RUNS} and {due_on} < date '{shape.today}' then {due_on} + 1"
                   f" when w.is_late then {ENDED_ON} end",
        "paused_at": "case when w.is_on_hold then c.ended_at end",
        "remaining": f"case when w.is_on_hold then {LEFT} end",
        "resume_on": f"case when w.is_on_hold then date '{shape.today}' + {RESUMED_IN} end",
    }  # fmt: skip


def _ended() -> dict[str, str]:
    """How far it has come, and how it ended."""
    heard = f"w.is_heard and {IS_DISPUTE}"
    return {
        "state": "w.state", "outcome": "w.outcome", "version": "w.lines", "changed_at": "c.ended_at",
        "resolved_on": f"case when w.outcome = '{Outcome.RESOLVED}' then {ENDED_ON} end",
        "closed_on": f"case when w.is_closed then {ENDED_ON} end", "returned_count": "0", "reopened_count": "0",
        "followed_up_on": f"case when {heard} then {ENDED_ON} end",
        "satisfaction": f"case when {heard} then {spin(RATINGS, 'rating', 'c.n')} else '' end",
    }  # fmt: skip


def owner(what: str) -> str:
    """SQL for the area, post or user of the seat a case is with."""
    known = f"when 'community' then p.secretary_{what} when 'township' then p.mediator_{what}"
    return f"case {LEVEL} {known} else p.handler_{what} end"


def party(side: int | str) -> str:
    """SQL for the name of an applicant (1) or a respondent (2)."""
    return f"({person('party', f'(c.n * 2 + {side})')})"


def _public_code(n: str) -> str:
    base = len(PUBLIC_CODE_LETTERS)
    far = f"(({n} * {_APART}) % {_CODES})"
    letters = [
        f"substr('{PUBLIC_CODE_LETTERS}', 1 + ({far} / {base**place} % {base})::int, 1)"
        for place in range(PUBLIC_CODE_LENGTH)
    ]
    return " || ".join(letters)


def make_disputes(shape: Shape, filling: Filling) -> None:
    resolved = f"w.outcome = '{Outcome.RESOLVED}'"
    is_group = f"{dice('group', 100, 'c.n')} < {GROUPS_OF_100}"
    filling.insert(
        Dispute,
        {
            "case_id": "c.n", "category_id": "m.category", "occurred_on": f"c.day - {dice('occurred', 21, 'c.n')}::int",
            "complexity": spin(COMPLEXITIES, "complexity", "c.n"),
            "scale": f"case when {is_group} then '{Scale.GROUP}' else '{Scale.SINGLE}' end",
            "people_count": f"case when {is_group} then 6 + {dice('people', 15, 'c.n')} else 2 end",
            "involved_org": "''", "risk": spin(RISKS, "risk", "c.n"),
            "method": f"case when {resolved} then '{Method.PEOPLES}' else '' end",
            "mediator_id": f"case when w.is_with_seat then {owner('user')} end",
            "told_paths_on": f"case when w.outcome = '{Outcome.FAILED}' then {ENDED_ON} end",
            "track": f"case when w.outcome = '{Outcome.REDIRECTED}' then '{Track.LAWSUIT}' else '' end",
            "external_number": "''",
        },
        f"{PLACED} where {IS_DISPUTE}",
    )  # fmt: skip


def make_events(shape: Shape, filling: Filling) -> None:
    filling.insert(
        Event,
        {
            "case_id": "c.n", "category_id": "m.category", "answer": "w.answer", "rating_note": "''",
            "grade": f"case when w.is_closed and not w.is_taken_up and w.outcome = '{Outcome.RESOLVED}'"
                     f" then {EventGrade.OWN} else m.grade end",
            "satisfaction": f"case when w.is_heard then {spin(EVENT_RATINGS, 'rating', 'c.n')} else '' end",
            "desk_area_id": "case when w.is_taken_up then p.desk_area end",
        },
        f"{PLACED} where not ({IS_DISPUTE})",
    )  # fmt: skip


def make_timelines(shape: Shape, filling: Filling) -> None:
    """Every line of every way, spread evenly from the day a case came in to where it stands."""
    filling.insert(
        CaseAction,
        {
            "id": "c.before + l.place + 1", "case_id": "c.n", "kind": "l.step", "from_state": "l.source",
            "to_state": "l.target", "post_label": "''", "note": "l.note",
            "actor_id": f"case l.who when '{DESK}' then p.desk_user when '{SEAT}' then c.seat"
                        " else coalesce(p.worker_user, p.desk_user) end",
            "at": "c.begun_at + (c.ended_at - c.begun_at) * (l.place / greatest(c.lines - 1, 1)::float8)",
        },
        f"""
        from (
            select c.n, c.place, c.way, c.begun_at, c.ended_at, w.lines, {owner("user")} as seat,
                sum(w.lines) over (order by c.n) - w.lines as before
            {PLACED}
        ) c join scaled.line l using (way) join scaled.place p on p.n = c.place
        """,
    )  # fmt: skip


def make_parties(shape: Shape, filling: Filling) -> None:
    """Two to a dispute. Their telephones are not given: sealing is the application's work, not the database's."""
    sealed = [f"{value}_{form}" for value in ("phone", "id_no") for form in ("sealed", "masked", "index")]
    pk = "c.n * 2 - 2 + side"
    filling.insert(
        Party,
        {
            "id": pk, "seal_id": uuid("party", f"({pk})"), "dispute_id": "c.n", "name": party("side"),
            "is_org": "false", "is_representative": "false", "result": "''", **dict.fromkeys(sealed, "''"),
            "role": f"case side when 1 then '{PartyRole.APPLICANT}' else '{PartyRole.RESPONDENT}' end",
        },
        f"{PLANS} cross join generate_series(1, 2) side where {IS_DISPUTE}",
    )  # fmt: skip


def make_agreements(shape: Shape, filling: Filling) -> None:
    filling.insert(
        Agreement,
        {
            "id": "c.n", "dispute_id": "c.n", "content": "'双方互谅互让，按约定履行。'", "effective_on": ENDED_ON,
            "form": f"case when w.is_written then '{AgreementForm.WRITTEN}' else '{AgreementForm.ORAL}' end",
        },
        f"{DISPUTES} and w.outcome = '{Outcome.RESOLVED}'",
    )  # fmt: skip


def make_signatures(shape: Shape, filling: Filling) -> None:
    pk = "c.n * 2 - 2 + side"
    filling.insert(
        AgreementParty,
        {"id": pk, "agreement_id": "c.n", "party_id": pk},
        f"{PLANS} cross join generate_series(1, 2) side where {IS_DISPUTE} and w.outcome = '{Outcome.RESOLVED}'",
    )


def make_follow_ups(shape: Shape, filling: Filling) -> None:
    filling.insert(
        FollowUp,
        {
            "id": "c.n", "dispute_id": "c.n", "followed_on": ENDED_ON, "method": f"'{FollowUpMethod.PHONE}'",
            "satisfaction": spin(RATINGS, "rating", "c.n"), "rekindled": "false", "note": "''", "by_id": "p.desk_user",
        },
        f"{PLACED} where {IS_DISPUTE} and w.is_heard",
    )  # fmt: skip


def make_orders(shape: Shape, filling: Filling) -> None:
    """Townships that ask a department of their county to help; those of closed cases are judged and done with."""
    filling.insert(
        WorkOrder,
        {
            "id": "row_number() over (order by c.n)", "area_id": "p.area_id", "area_code": "p.code",
            "kind": f"'{OrderKind.REFER}'", "reason": "'请派人协助核实情况，提出处理意见。'", "sent_at": "c.begun_at",
            "respond_by": "c.begun_at + interval '2 days'", "attendee": "''", "ended_note": "''", "need": "''",
            "state": f"case when w.is_closed then '{OrderState.CLOSED}' else '{OrderState.OFFERED}' end",
            "outcome": "case when w.is_closed then '已派人协助，情况属实，意见已告知双方。' else '' end",
            "answered_at": "case when w.is_closed then c.ended_at end",
            "rating": f"case when w.is_closed then '{OrderRating.PROMPT}' else '' end", "case_id": "c.n",
            "from_post_id": "p.mediator_post", "to_post_id": "p.handler_post", "sent_by_id": "p.mediator_user",
        },
        f"{PLACED} where {IS_DISPUTE} and w.is_with_seat and c.level = 'township'"
        f" and {dice('order', 100, 'c.n')} < {ORDERS_OF_100} order by c.n",
    )  # fmt: skip


def make_counters(shape: Shape, filling: Filling) -> None:
    """The last number given in each county on each day, so that the next case goes on from it."""
    filling.insert(
        CaseCounter,
        {"area6": "county", "kind": "kind", "day": "day", "last": "max(seq)"},
        "from scaled.plan group by county, kind, day",
    )
