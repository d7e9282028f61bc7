"""The whole city: the ground first, then what happens on it, two tables at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.db.models import Model

from demo.accounts import make_token
from demo.copying import Ids
from demo.scaled import case_rows, places, seats, tree, visits
from demo.scaled.cases import plan_cases
from demo.scaled.filling import Filling, pool
from demo.scaled.shape import Shape
from demo.supervision import COLUMNS, wind
from disputes.models import Agreement, AgreementParty, Dispute, FollowUp, Party
from governance.casework.models import Case, CaseAction, CaseCounter, WorkOrder
from governance.kernel.copying import update_rows
from governance.people.models import Post, User
from governance.statistics.filling import counted_at_the_end
from grids.models import BuildingGroup, Compound, Event, Household, NeedRequest, Visit

Maker = Callable[[Shape, Filling], None]
# The longest first, so that the two that work at a time end together.
HAPPENINGS: list[tuple[Maker, type[Model]]] = [
    (visits.make_visits, Visit),
    (case_rows.make_cases, Case),
    (case_rows.make_timelines, CaseAction),
    (case_rows.make_parties, Party),
    (case_rows.make_disputes, Dispute),
    (case_rows.make_signatures, AgreementParty),
    (case_rows.make_agreements, Agreement),
    (case_rows.make_follow_ups, FollowUp),
    (case_rows.make_events, Event),
    (case_rows.make_counters, CaseCounter),
    (case_rows.make_orders, WorkOrder),
]
AT_A_TIME = 2
MEMORY = "2GB"


def make_scaled(shape: Shape, filling: Filling) -> None:
    """Everything but the figures."""
    with pool():
        _make_ground(shape, filling)
        plan_cases(shape, filling)
        _make_happenings(shape, filling)
        with filling.bare(NeedRequest):
            visits.make_needs(shape, filling)
    for model in (
        User,
        Post,
        Household,
        Compound,
        BuildingGroup,
        Visit,
        NeedRequest,
        Case,
        CaseAction,
        Party,
        Agreement,
        AgreementParty,
        FollowUp,
        WorkOrder,
    ):
        Ids(model).settle()
    _wind()
    make_token()


def _make_ground(shape: Shape, filling: Filling) -> None:
    with filling.bare(*tree.MODELS, *seats.MODELS, *places.MODELS):
        tree.make_tree(shape, filling)
        seats.make_seats(shape, filling)
        places.make_places(filling)


def _make_happenings(shape: Shape, filling: Filling) -> None:
    """Each table in a transaction of its own; inside somebody else's transaction nobody but us could see the ground."""
    if connection.in_atomic_block:
        for maker, model in HAPPENINGS:
            _make(maker, model, shape, filling)
        return
    with ThreadPoolExecutor(AT_A_TIME) as workers:
        made = [workers.submit(_make_apart, maker, model, shape, filling) for maker, model in HAPPENINGS]
        for table in made:
            table.result()


def _make(maker: Maker, model: type[Model], shape: Shape, filling: Filling) -> None:
    with filling.bare(model):
        maker(shape, filling)


def _make_apart(maker: Maker, model: type[Model], shape: Shape, filling: Filling) -> None:
    try:
        _make(maker, model, shape, filling)
    finally:
        connection.close()


def _wind() -> None:
    """Limits, rules and next moments of the clocks that run."""
    update_rows(Case, COLUMNS, ([getattr(case, name) for name in COLUMNS] for case in wind()))


def count_figures() -> None:
    """All facts from the rows, at once."""
    with counted_at_the_end(memory=MEMORY):
        pass
