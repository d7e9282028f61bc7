"""Rows of every kind that any indicator counts, some of them too old or in a state that does not count."""

from datetime import date, timedelta

from deeds.enums import UndertakingKind
from deeds.states import SOLVED_STATES
from governance.areas.models import Area
from governance.dispatch.actions import close_action, withdraw_action
from governance.kernel.days import month_start, quarter_start, today
from grids.enums.body_posts import Body
from property.models.fees import quarters_back
from tests.factories import (
    assessment,
    backlog,
    cobuild,
    communities,
    deeds,
    dispatch_meetings,
    disputes,
    errands,
    events,
    grids,
    housing,
    lifecycle,
    party,
    programmes,
    projects,
    reporting,
    safety,
)
from tests.factories import property as property_
from tests.factories.body_posts import make_post
from tests.factories.dispatch_visits import make_fault, make_visit
from tests.factories.litigation import make_litigation
from tests.factories.people import hold, make_user
from tests.factories.safety import make_restricted

OWN, BESIDE = "990101001001001", "990102001001001"


def make_rows(country: dict[str, Area]) -> None:
    """Something for every indicator in two counties of `make_country`."""
    for code in (OWN, BESIDE):
        _grid_rows(country[code], country[f"{code}001"])
        _dispute_rows(country[code])
        _standing_rows(country[code])
        _event_rows(country[code])
        _property_rows(country[code])
        assessment.make_results(country[code])
        _deed_rows(country[code])
        _cobuild_rows(country[code])
    for county in ("990101", "990102"):
        _court_rows(country[county])
        _programme_rows(country[county])
        _inspection_rows(country[county])
    _community_rows(country["990101001001"])
    chain = party.make_chain(country)
    party.serve(chain["branch"], country[OWN])
    party.serve(chain["group"], country[f"{OWN}001"])
    party.make_team(country[OWN])


def _grid_rows(area, building):
    grids.make_grid(area)
    grids.make_building(building)
    hold(make_user(), "grid_worker", area)
    household = grids.make_household(building)
    for ago in (0, 1, 364, 365, 700):
        grids.make_visit(household, ago=ago)
    for state in ("open", "solved"):
        grids.make_need(household, state=state)
    grids.make_need(household, state="solved", on=today() - timedelta(days=365))
    for state, result in (("requested", ""), ("decided", "done"), ("closed", "not_done"), ("withdrawn", "")):
        errands.make_errand(area, state, result=result)
    errands.make_errand(area, "closed", requested_on=today() - timedelta(days=400))


def _inspection_rows(area):
    """Faults put right, still open and withdrawn; a task of a meeting that is none."""
    cycle = dispatch_meetings.make_meeting(area, kind="monthly")
    by = make_user("city_official", Area.objects.get(code=area.code[:4]))
    visit = make_visit(area, cycle=cycle)
    close_action(make_fault(visit, position=1), by=by, evidence="已整改")
    withdraw_action(make_fault(visit, position=2), by=by, note="不是问题")
    make_fault(visit, position=3)
    dispatch_meetings.make_task(cycle)


def _programme_rows(area):
    """Tasks that are complete, late, under way; complete but not checked; of a programme that has begun later."""
    programmes.finish(programmes.make_item(area))
    programmes.make_item(area, due_on=today() - timedelta(days=1))
    programmes.make_progress(programmes.make_item(area), 40)
    programmes.make_progress(programmes.make_item(area), 100)
    programmes.make_item(area, programmes.make_programme(area, begins_on=today() + timedelta(days=9)))


def _dispute_rows(area):
    for state in ("registered", "mediating", "agreed", "failed", "closed"):
        disputes.make_accepted(area, state)
    resolved = {"outcome": "resolved", "resolved_on": today()}
    disputes.make_accepted(area, "closed", **resolved)
    disputes.make_accepted(area, "closed", is_joint=True, **resolved)
    disputes.make_accepted(area, "closed", **resolved | {"accepted_on": today() - timedelta(days=365)})
    _handled_rows(area, resolved)
    for more in ({}, {}, resolved, resolved | {"is_joint": True}):
        make_restricted(area, "closed", **more)
    centre = disputes.make_centre(area)
    disputes.make_matter(disputes.make_reception(centre))


def _handled_rows(area, resolved):
    """Followed up, content or not; come back, returned, refused, taken up late or never."""
    for said in ("satisfied", "dissatisfied", "unreached"):
        disputes.make_accepted(area, "closed", followed_up_on=today(), satisfaction=said, **resolved)
    disputes.make_accepted(area, "closed", relapsed_on=today(), reopened_count=1, **resolved)
    disputes.make_accepted(area, "returned", returned_count=1, accept_due_on=today())
    disputes.make_accepted(area, "refused", outcome="refused")
    disputes.make_dispute(area, accept_due_on=today(), accept_late_on=today())


def _standing_rows(area):
    """Agreements performed, confirmed or neither, a group, a report to the police, one who came twice."""
    done = {"outcome": "resolved", "resolved_on": today()}
    for performed_on, is_confirmed in ((today(), True), (None, None)):
        agreement = disputes.make_agreement(disputes.make_accepted(area, "performing", **done))
        lifecycle.make_obligation(agreement, due_on=today(), performed_on=performed_on)
        decided_on = today() if is_confirmed else None
        lifecycle.make_confirmation(agreement, is_confirmed=is_confirmed, decided_on=decided_on)
    safety.make_police_report(disputes.make_accepted(area, dispute={"scale": "02"}))
    before = today() - timedelta(days=40)
    first = disputes.make_accepted(area, accepted_on=before, parties=False)
    for dispute in (first, disputes.make_accepted(area, parties=False)):
        disputes.make_party(dispute, phone=f"1380000{area.code[5]}001")


def _court_rows(county):
    """Fifteen months, so that some are too old and the population changes."""
    month = month_start(today())
    for ago in range(15):
        make_litigation(county, month, civil_first_instance=100 + ago, population_resident=50_000 - ago)
        month = month_start(month - timedelta(days=1))


def _event_rows(area):
    for state in ("reported", "handling", "merged", "rejected"):
        events.make_event(area, state)
    events.make_event(area, "handling", late_on=today())
    events.make_event(area, "closed", reopened_count=1)
    events.make_event(area, "closed", late_on=today())
    events.make_event(area, "closed", outcome="unsolved", resolved_on=None)
    events.make_event(area, "closed", accepted_on=None)
    events.make_event(
        area, "closed", **dict.fromkeys(("registered_on", "accepted_on"), today() - timedelta(days=365))
    )


def _community_rows(area):
    communities.make_standards(orgs=1)
    communities.make_assignment(area)
    communities.make_org(area)


def _property_rows(area):
    managed, other = (grids.make_compound(area, household_count=80, floor_area=700) for _n in range(2))
    company = property_.make_company(area)
    property_.link_party(company)
    _project_rows(property_.make_contract(managed, company, until=today() + timedelta(days=30)))
    property_.make_committee(managed, term_ends_on=today() - timedelta(days=1))
    for body in (Body.BRANCH, Body.COMMITTEE):
        make_post(managed, body)
    property_.make_company(area)
    property_.make_contract(other)


def _cobuild_rows(area):
    cobuild.make_project(area)
    cobuild.make_need(area)
    cobuild.make_need(area, state="withdrawn", withdrawn_on=today())
    cobuild.make_fulfilled(area)
    cobuild.make_wish(area)
    reporting.make_serving(reporting.make_unit(area))
    reporting.make_unit(area, name="某小学", in_service_count=0)


def _project_rows(contract):
    """Fees of the year and of one long ago; complaints that are open, closed, too old."""
    quarters = quarters_back(quarter_start(today()), 2)
    for quarter_on in (*quarters, date(2022, 1, 1)):
        projects.make_fee(contract, quarter_on)
    for state in ("handling", "closed"):
        projects.make_complaint(contract, state)
    projects.make_complaint(contract, "closed", registered_on=today() - timedelta(days=365))


def _deed_rows(area):
    for state in ("listed", min(SOLVED_STATES), "excluded"):
        deeds.make_homes(deeds.make_deed_project(area, state=state), 3)
    deeds.make_homes(deeds.make_deed_project(area), 2, state="issued")
    new = deeds.make_deed_project(area, is_new=True)
    deeds.make_homes(new, 2, state="delivered")
    for kind in UndertakingKind:
        for state in ("open", "met", "broken"):
            backlog.make_undertaking(new, kind=kind, state=state)
    backlog.make_undertaking(new, due_on=today() - timedelta(days=1))
    deeds.make_progress(deeds.make_housing_project(area), percent=50, planned=40)
    deeds.make_progress(deeds.make_housing_project(area), percent=30, planned=40)
    _housing_rows(area)


def _housing_rows(area):
    """Kept and missed, in time and late, handed over and due, at work and standing still."""
    project = housing.make_whole_project(area, homes=200)
    deeds.make_progress(project, percent=30, planned=40)
    standing = deeds.make_housing_project(area)
    housing.make_building(standing)
    housing.make_books(standing, ago=3, to_finish=9000)
    housing.make_milestone(project.building_rows.get(), "frame", ago=9)
    housing.make_milestone(project.building_rows.get(), "handover", ago=9, reached_on=today())
    housing.make_payout(project, ago=40)
    housing.make_payout(project, ago=40, took=20)
    housing.make_payout(project, ago=3)
    housing.make_delivery(project, planned=60)
    housing.make_delivery(project, ago=-30, planned=40)
    housing.make_question(project, ago=30)
    housing.make_question(project, ago=30, took=3)
    housing.make_question(project, ago=30, took=20)
