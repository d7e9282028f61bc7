"""What may happen on any day in any grid: rows entered past the verbs, verbs pressed, tables changed in bulk."""

import random
import uuid
from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection

from deeds.actions.home_steps import step_homes
from deeds.models import DeedProject, Home
from deeds.states import PRESSED_STEPS
from disputes.actions.registering import register_dispute
from disputes.actions.steps import VERBS as DISPUTE_VERBS
from disputes.models import Dispute, LitigationFigure, Matter, Reception
from disputes.states import STEPS as DISPUTE_STEPS
from governance.areas.models import Area
from governance.casework.models import Case
from governance.kernel.days import today
from governance.people.actions.posts import end_holding
from governance.people.models import Post
from grids.actions.events import report_event
from grids.actions.needs import decline_need, reopen_need, solve_need, withdraw_need
from grids.actions.staffing import staff_grid
from grids.actions.visits import log_visit
from grids.models import Compound, Errand, Grid, GridWorker, Household, NeedRequest, Visit
from property.actions.committees import dissolve_committee, form_committee
from property.actions.companies import close_company
from property.actions.contracts import end_contract, sign_contract
from property.models import OwnersCommittee, ProjectComplaint, ProjectFee, PropertyCompany, PropertyContract
from tests.factories import (
    cobuild,
    communities,
    deeds,
    disputes,
    errands,
    events,
    grids,
    housing,
    party,
    projects,
    property,
    reporting,
)
from tests.factories.lifecycle import given_to
from tests.factories.people import make_user

# Every table with a dataset, and the days its rows count by.
COUNTED = {
    Visit: ["visited_on"],
    NeedRequest: ["solved_on"],
    Errand: ["requested_on", "decided_on"],
    Case: ["registered_on", "accepted_on", "resolved_on", "followed_up_on"],
    Reception: ["received_on"],
    Matter: ["received_on"],
    LitigationFigure: ["month"],
    ProjectFee: ["quarter_on"],
    ProjectComplaint: ["received_on"],
    DeedProject: ["listed_on", "solved_on"],
    Home: ["listed_on", "solved_on", "issued_on"],
}


def _in_a_home(make: Callable) -> Callable:
    return lambda area: make(grids.make_household(area))


def _solved(area: Area) -> None:
    grids.make_need(grids.make_household(area), state="solved")


def _dispute(**fields) -> Callable:
    return lambda area: disputes.make_accepted(
        area, "closed", resolved_on=today(), outcome="resolved", **fields
    )


def _received(area: Area) -> None:
    disputes.make_matter(disputes.make_reception(disputes.make_centre(area)))


def _compound(area: Area) -> None:
    managed = grids.make_compound(area, household_count=70, floor_area=600)
    contract = property.make_contract(managed, property.make_company(area), since=today())
    projects.make_complaint(contract, "handling")
    property.make_committee(managed, since=today())


def _homes(state: str) -> Callable:
    return lambda area: deeds.make_homes(deeds.make_deed_project(area), 2, state=state)


def _served(area: Area) -> None:
    party.serve(party.make_org(area, on=today()), area, since=today())


def _housing(area: Area) -> None:
    deeds.make_progress(housing.make_whole_project(area), percent=30, planned=40)


ENTRIES: dict[str, Callable[[Area], object]] = {
    "visit": _in_a_home(grids.make_visit),
    "need": _in_a_home(grids.make_need),
    "solved": _solved,
    "dispute": disputes.make_accepted,
    "settled": _dispute(),
    "relapsed": _dispute(relapsed_on=date(2026, 6, 1)),
    "content": _dispute(followed_up_on=date(2026, 6, 2), satisfaction="fair"),
    "received": _received,
    "event": events.make_event,
    "event_closed": lambda area: events.make_event(area, "closed"),
    "errand": lambda area: errands.make_errand(area, "decided"),
    "grid": grids.make_grid,
    "compound": _compound,
    "homes": _homes("listed"),
    "issued": _homes("issued"),
    "wish": cobuild.make_wish,
    "need_of_community": cobuild.make_need,
    "party_org": _served,
    "team": party.make_team,
    "unit": lambda area: reporting.make_serving(reporting.make_unit(area)),
    "advised": communities.make_org,
    "housing": _housing,
}


class Presses:
    """The verbs, each on rows that chance picks; what is refused changes nothing."""

    def __init__(self, by, chance: random.Random):
        self.by, self.chance = by, chance

    def press(self, name: str) -> None:
        getattr(self, name)()

    def _one(self, rows):
        keys = sorted(rows.values_list("pk", flat=True))
        return rows.get(pk=self.chance.choice(keys)) if keys else None

    def visit(self) -> None:
        household = self._one(Household.objects.select_related("area__successor").all())
        if household:
            needs = [{"kind": "repair", "text": "灯不亮"}] if self.chance.random() < 0.5 else []
            log_visit(
                self.by, by=self.by, client_uuid=uuid.uuid4(), household=household,
                outcome="need" if needs else "normal", needs=needs,
            )  # fmt: skip

    def need(self) -> None:
        verb = self.chance.choice([solve_need, decline_need, withdraw_need, reopen_need])
        if need := self._one(NeedRequest.objects.all()):
            verb(need, by=self.by, note="已经办了")

    def register(self) -> None:
        register_dispute(
            by=self.by, area=self._area(), category=disputes.make_category(), title="楼上漏水",
            parties=[{"name": "张三"}, {"name": "李四", "role": "respondent"}],
        )  # fmt: skip

    def dispute(self) -> None:
        dispute = self._one(Dispute.objects.select_related("case__area", "category"))
        open_now = [name for name, step in DISPUTE_STEPS.items() if dispute.case.state in step.sources]
        if open_now:
            step = self.chance.choice(sorted(open_now))
            seat = Post.objects.filter(holdings__user=self.by).order_by("pk").first()
            given = given_to(step, dispute, seat=seat, organ=seat, above=dispute.case.area)
            DISPUTE_VERBS[step](dispute, by=self.by, note="情况属实", **given)

    def event(self) -> None:
        grade = self.chance.choice([None, 0])
        report_event(
            by=self.by, area=self._area(), category=events.make_event_category(), text="堆放杂物", grade=grade
        )

    def staff(self) -> None:
        if grid := self._one(Grid.objects.in_force(today())):
            staff_grid(grid, by=self.by, role="grid_worker", user=make_user())

    def leave(self) -> None:
        if held := self._one(GridWorker.objects.in_post(today()).exclude(user=self.by)):
            end_holding(held, by=self.by, on=today())

    def sign(self) -> None:
        if compound := self._one(Compound.objects.select_related("area__successor").all()):
            until = self.chance.choice([None, today() + timedelta(days=20)])
            company = self._one(PropertyCompany.objects.all())
            sign_contract(compound, by=self.by, from_on=today(), to_on=until, company=company)

    def end_contract(self) -> None:
        if contract := self._one(PropertyContract.objects.live_on(today())):
            end_contract(contract, by=self.by, on=today())

    def close_company(self) -> None:
        if company := self._one(PropertyCompany.objects.operating_on(today())):
            close_company(company, by=self.by, on=today())

    def committee(self) -> None:
        if compound := self._one(Compound.objects.select_related("area__successor").all()):
            form_committee(compound, by=self.by, on=today(), kind="management")

    def dissolve(self) -> None:
        if committee := self._one(OwnersCommittee.objects.filter(valid__contains=today())):
            dissolve_committee(committee, by=self.by, on=today())

    def homes(self) -> None:
        if project := self._one(DeedProject.objects.filter(homes__isnull=False).distinct()):
            rows = Home.objects.filter(project=project)
            step_homes(project, rows, self.chance.choice(sorted(PRESSED_STEPS)), by=self.by, note="核对过")

    def _area(self) -> Area:
        return self._one(Area.objects.open().at_level("grid"))


PRESSED = [name for name in vars(Presses) if not name.startswith("_") and name != "press"]


def move_in_bulk(model: type, area: Area, third: int) -> None:
    """A third of a table is found to lie elsewhere."""
    _run(
        f'update "{model._meta.db_table}" set area_id = %s, area_code = %s where {_third(model)}',
        [area.pk, area.keeper.code, third],
    )


def redate_in_bulk(model: type, day: str, number: int, third: int) -> None:
    _run(f'update "{model._meta.db_table}" set {day} = {day} - %s where {_third(model)}', [number, third])


def copy_in_bulk(model: type, **fresh: str) -> None:
    """INSERT SELECT: every row once more, with what must be unique made anew in SQL."""
    columns = [f.column for f in model._meta.concrete_fields if not f.primary_key and not f.generated]
    values = ", ".join(fresh.get(column, f'"{column}"') for column in columns)
    listed = ", ".join(f'"{column}"' for column in columns)
    _run(f'insert into "{model._meta.db_table}" ({listed}) select {values} from "{model._meta.db_table}"')


def delete_in_bulk(model: type, third: int) -> None:
    _run(f'delete from "{model._meta.db_table}" where {_third(model)}', [third])


def _third(model: type) -> str:
    return f"{model._meta.pk.column} %% 3 = %s"


def _run(statement: str, params: list | None = None) -> None:
    """What is left behind without what it belongs to is noticed at once, not at the commit that never comes."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")
