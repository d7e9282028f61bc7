"""How much disk a city takes: bytes of each kind of row as a loaded database has them, reckoned up for other sizes."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Model

from demo.scaled import places, seats, tree
from demo.scaled.shape import CASES, PEOPLE
from demo.territory import ALL_GRIDS
from demo.visits import VISITS
from disputes.models import Agreement, AgreementParty, Dispute, FollowUp, Party
from governance.casework.models import Case, CaseAction, CaseCounter, WorkOrder
from governance.statistics.models import Fact, LeafFact, MonthFact
from grids.models import Event, Grid, NeedRequest, Visit

GB = 10**9
POPULATIONS = (100_000, 1_000_000, 3_000_000, 12_000_000)
YEARS = (1, 3, 5)
# What hangs on a visit, on a case and on a grid, and the datasets whose facts belong to each.
WITH_VISIT = [Visit, NeedRequest]
WITH_CASE = [
    Case, CaseAction, CaseCounter, WorkOrder, Dispute, Party, Agreement, AgreementParty, FollowUp, Event,
]  # fmt: skip
WITH_GRID = [*tree.MODELS, *seats.MODELS, *places.MODELS]
COUNTED = {Visit: ("visits.", "needs."), Case: ("disputes.", "events.")}


@dataclass(frozen=True)
class Size:
    """Bytes of one of something: its rows with their indexes, and its sums."""

    rows: float
    sums: float = 0

    @property
    def whole(self) -> float:
        return self.rows + self.sums


@dataclass(frozen=True)
class Sizing:
    """The sizes a loaded database shows."""

    visits: int
    cases: int
    grids: int
    visit: Size
    case: Size
    grid: Size

    def gigabytes(self, people: int, years: int) -> float:
        """The database of a city of so many people after so many years."""
        times = people / PEOPLE
        a_year = VISITS * self.visit.whole + CASES * self.case.whole
        return times * (ALL_GRIDS * self.grid.whole + years * a_year) / GB


def measure() -> Sizing | None:
    """None where there is nothing to measure."""
    visits, cases, grids = (model._base_manager.count() for model in (Visit, Case, Grid))
    if not (visits and cases and grids):
        return None
    return Sizing(
        visits,
        cases,
        grids,
        Size(_bytes(WITH_VISIT) / visits, _sums(Visit) / visits),
        Size(_bytes(WITH_CASE) / cases, _sums(Case) / cases),
        Size(_bytes(WITH_GRID) / grids),
    )


def _bytes(models: list[type[Model]]) -> int:
    """On disk, indexes included."""
    with connection.cursor() as cursor:
        tables = [model._meta.db_table for model in models]
        cursor.execute("select sum(pg_total_relation_size(t::regclass)) from unnest(%s::text[]) t", [tables])
        return int(cursor.fetchone()[0])


def _sums(counted: type[Model]) -> float:
    """The part of the facts that a dataset made, by its share of their rows."""
    found = 0.0
    for model in (Fact, MonthFact, LeafFact):
        with connection.cursor() as cursor:
            cursor.execute(
                f"select count(*) filter (where measure ^@ any(%s)), count(*) from {model._meta.db_table}",
                [list(COUNTED[counted])],
            )
            own, whole = cursor.fetchone()
        found += _bytes([model]) * own / max(whole, 1)
    return found
