"""Faults on the ground: grids, households, visits, bodies, property, deeds and housing."""

from datetime import timedelta

from django.utils import timezone

from deeds.models import DeedProject, Home, WeeklyProgress
from deeds.states import HomeState, ProjectState
from governance.kernel.days import today
from governance.people.models import PostHolding
from grids.enums.public import CONTACTS_KEPT
from grids.models import (
    BodyPost,
    BuildingGroup,
    Compound,
    Duplicate,
    Grid,
    GridSizeRule,
    Household,
    Resident,
    Suggestion,
    Visit,
    VisitConflict,
)
from property.models import CommitteeMember, OwnersCommittee, PropertyCompany, PropertyContract
from tests.factories.body_posts import make_post
from tests.factories.deeds import (
    make_deed_project,
    make_home,
    make_housing_project,
    make_obstacle,
    make_progress,
)
from tests.factories.errands import make_errand
from tests.factories.events import make_event, make_reporter
from tests.factories.grids import (
    make_compound,
    make_household,
    make_need,
    make_resident,
    make_visit,
)
from tests.factories.housing import make_delivery
from tests.factories.offline import make_conflict
from tests.factories.party import make_org
from tests.factories.property import make_committee, make_company, make_contract
from tests.factories.public import make_suggestion
from tests.integrity.planting import BESIDE, BUILDING, COMMUNITY, COUNTY, GRID, TOWN, plant

OVER = today() - CONTACTS_KEPT - timedelta(days=3)


def _home(sound, code: str = BUILDING, **fields) -> Household:
    return make_household(sound[code], **fields)


def _ago(days: int):
    return timezone.now() - timedelta(days=days)


def _workers(sound):
    return PostHolding.objects.filter(area=sound[GRID], post__role__code="grid_worker")


@plant("grid-unstaffed")
def _unstaffed(sound):
    yield
    _workers(sound).update(is_cover=True)


@plant("grid-size")
def _size(sound):
    assert GridSizeRule.objects.get(kind="urban").most == 500
    yield
    BuildingGroup.objects.filter(area=sound[BESIDE]).update(household_count=301)


@plant("grid-unregistered")
def _unknown_grid(sound):
    yield
    Grid.objects.filter(area=sound[GRID]).delete()


@plant("building-unregistered")
def _unknown_building(sound):
    yield
    BuildingGroup.objects.filter(area=sound[BUILDING]).delete()


@plant("household-place")
def _place(sound):
    home = _home(sound)
    yield
    Household.objects.filter(pk=home.pk).update(area=sound[GRID], area_code=GRID)


@plant("household-twice")
def _twice(sound):
    compound = make_compound(sound[GRID])
    BuildingGroup.objects.filter(area__in=[sound[BUILDING], sound[BESIDE]]).update(compound=compound)
    _home(sound, label="3号楼501")
    other = _home(sound, BESIDE, label="3号楼502")
    yield
    Household.objects.filter(pk=other.pk).update(label="3号楼501")


@plant("resident-place")
def _resident(sound):
    person = make_resident(_home(sound))
    yield
    Resident.objects.filter(pk=person.pk).update(area=sound[BESIDE], area_code=BESIDE)


@plant("resident-phone")
def _phone(sound):
    for phone in ("13800138000", "0951-5012345", "60123456", ""):
        person = make_resident(_home(sound), phone=phone)
    yield
    person.seal_value("phone", "12345")
    person.save()


@plant("visit-date")
def _future(sound):
    visit = make_visit(_home(sound))
    yield
    Visit.objects.filter(pk=visit.pk).update(visited_on=today() + timedelta(days=1))


@plant("conflict-waiting")
def _conflict(sound):
    conflict = make_conflict(_home(sound))
    yield
    VisitConflict.objects.filter(pk=conflict.pk).update(received_at=_ago(15))


@plant("duplicate-waiting")
def _duplicate(sound):
    first, second = make_resident(_home(sound)), make_resident(_home(sound, BESIDE))
    pair = Duplicate.objects.create(
        area=sound[GRID], kind="resident", first_resident=first, second_resident=second
    )
    yield
    Duplicate.objects.filter(pk=pair.pk).update(found_at=_ago(31))


def _compound(sound, **fields) -> Compound:
    compound = make_compound(sound[GRID], household_count=400, **fields)
    BuildingGroup.objects.filter(area=sound[BUILDING]).update(compound=compound, household_count=400)
    return compound


@plant("compound-no-building")
def _no_building(sound):
    _compound(sound)
    yield
    BuildingGroup.objects.update(compound=None)


@plant("compound-households")
def _households(sound):
    compound = _compound(sound)
    yield
    Compound.objects.filter(pk=compound.pk).update(household_count=399)


@plant("party-no-secretary")
def _secretary(sound):
    make_org(sound[COMMUNITY], "community")
    post = make_post(sound[COMMUNITY], "community_party", title="党委书记")
    yield
    BodyPost.objects.filter(pk=post.pk).update(title="副主任")


@plant("reporter-kept")
def _reporter(sound):
    event = make_event(sound[GRID], "closed", closed_on=today())
    make_reporter(event)
    yield
    type(event.case).objects.filter(pk=event.case_id).update(closed_on=OVER)


@plant("suggestion-kept")
def _suggestion(sound):
    suggestion = make_suggestion(sound[GRID], state="closed", phone="13800138000")
    yield
    Suggestion.objects.filter(pk=suggestion.pk).update(closed_on=OVER)


@plant("holder-kept")
def _holder(sound):
    post = make_post(sound[COMMUNITY])
    yield
    BodyPost.objects.filter(pk=post.pk).update(valid=("2010-01-01", OVER))


@plant("orphan-need")
def _orphan_need(sound):
    worker = _workers(sound).get().user
    make_need(_home(sound), worker=worker)
    yield
    _workers(sound).update(valid=("2020-01-01", today()))


@plant("orphan-errand")
def _orphan_errand(sound):
    home = _home(sound)
    make_errand(home.area, household=home, resident=make_resident(home), worker=_workers(sound).get().user)
    yield
    _workers(sound).update(valid=("2020-01-01", today()))


@plant("committee-term-over")
def _term(sound):
    committee = make_committee(_compound(sound), term_ends_on=today() + timedelta(days=1))
    yield
    OwnersCommittee.objects.filter(pk=committee.pk).update(term_ends_on=today())


@plant("committee-seat")
def _seat(sound):
    compound = _compound(sound)
    post = make_post(compound, "committee")
    member = CommitteeMember(committee=make_committee(compound), valid=("2021-01-01", None), post=post)
    member.seal_value("name", "欧阳修远")
    member.save()
    yield
    BodyPost.objects.filter(pk=post.pk).update(valid=("2020-01-01", today()))


@plant("contract-place")
def _contract_place(sound):
    contract = make_contract(_compound(sound))
    yield
    PropertyContract.objects.filter(pk=contract.pk).update(area=sound[TOWN], area_code=TOWN)


@plant("contract-company-ended")
def _company(sound):
    contract = make_contract(_compound(sound), make_company(sound[COUNTY]))
    yield
    PropertyCompany.objects.filter(pk=contract.company_id).update(ended_on=today())


@plant("deeds-solved-obstacle")
def _obstacle(sound):
    project = make_deed_project(sound[COUNTY], state=ProjectState.FIRST_REGISTERED)
    make_obstacle(make_deed_project(sound[COUNTY]))
    yield
    make_obstacle(project)


@plant("deeds-solved-homes")
def _homes(sound):
    project = make_deed_project(sound[COUNTY])
    make_home(project, state=HomeState.LISTED)
    yield
    DeedProject.objects.filter(pk=project.pk).update(
        **{"state": ProjectState.FIRST_REGISTERED, "solved_on": today()}
    )


@plant("deeds-home-place")
def _home_place(sound):
    home = make_home(make_deed_project(sound[COUNTY]))
    yield
    Home.objects.filter(pk=home.pk).update(area=sound[TOWN], area_code=TOWN)


@plant("housing-backwards")
def _backwards(sound):
    project = make_housing_project(sound[COUNTY])
    make_progress(project, percent=60, planned=60, weeks_ago=1)
    last = make_progress(project, percent=61, planned=60)
    yield
    WeeklyProgress.objects.filter(pk=last.pk).update(percent=59)


@plant("housing-delivered")
def _delivered(sound):
    project = make_housing_project(sound[COUNTY], homes=100)
    make_delivery(project, delivered=100)
    yield
    make_delivery(project, delivered=1)
