"""Complaints are events, entered once: registered under a project, or bound to it by the place they lie in."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from governance.audit.models import AuditEvent
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from property import actions
from property.models import ComplaintCategory, ProjectComplaint
from property.tasks import sweep_complaints
from tests.factories.events import make_event, make_event_category
from tests.factories.grids import make_building, make_compound
from tests.factories.people import make_user
from tests.factories.projects import count_as_complaints, make_complaint
from tests.factories.property import make_company, make_contract

GRID, BUILDING = "990101001001001", "990101001001001001"


@pytest.fixture
def category(country):
    count_as_complaints()
    return make_event_category("E1005")


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[GRID[:12]])


@pytest.fixture
def contract(country):
    compound = make_compound(country[GRID[:12]], name="玺悦小区")
    make_building(country[BUILDING], compound=compound)
    found = make_contract(compound, make_company(country["990101"]))
    found.refresh_from_db()
    return found


def register(contract, by, country, category, **fields):
    told = {"area": country[BUILDING], "text": "楼道两周没有打扫。", "category": category} | fields
    return actions.register_complaint(contract, by=by, **told)


def test_register_complaint_opens_an_event_under_the_project(contract, secretary, country, category):
    complaint = register(contract, secretary, country, category)
    assert (complaint.contract, complaint.event.category, complaint.bound_by) == (
        contract,
        category,
        secretary,
    )
    assert (complaint.received_on, complaint.closed_on) == (today(), None)
    event = AuditEvent.objects.get(action="property.register_complaint")
    assert event.after == {"number": complaint.event.case.number}


def test_register_complaint_refuses_other_categories_places_and_times(contract, secretary, country, category):
    with pytest.raises(Refused, match="“楼道堆物”不计入物业投诉"):
        register(contract, secretary, country, make_event_category("E0102"))
    with pytest.raises(Refused, match="事件的辖区不是这个小区所在的辖区"):
        register(contract, secretary, country, category, area=country["990102001001001"])
    actions.end_contract(contract, by=make_user("property_officer", country["990101"]), on=today())
    contract.refresh_from_db()
    with pytest.raises(Refused, match="这份合同今天不在期内"):
        register(contract, secretary, country, category)
    assert Case.objects.count() == 0


def test_register_complaint_needs_the_right_to_report_there(contract, official, country, category):
    with pytest.raises(PermissionDenied):
        register(contract, official, country, category)


def bound() -> dict[int, int]:
    return dict(ProjectComplaint.objects.values_list("event", "contract"))


def test_sweep_binds_an_event_of_a_building_to_the_project_of_its_compound(contract, country, category):
    event = make_event(country[BUILDING], category="E1005")
    for _time in range(2):
        sweep_complaints()
    assert bound() == {event.pk: contract.pk}


def test_sweep_leaves_other_categories_and_times_without_contract_alone(contract, country, category):
    make_event(country[BUILDING], category="E0102")
    make_event(country[BUILDING], "merged", category="E1005")
    make_event(country[BUILDING], category="E1005", registered_on=date(2021, 1, 1))
    sweep_complaints()
    assert bound() == {}


def test_sweep_takes_the_compound_a_place_names_among_several(contract, country, category):
    other = make_contract(make_compound(country[GRID[:12]], name="湖畔苑"))
    named = make_event(country[GRID], category="E1005", place="湖畔苑北门")
    make_event(country[GRID], category="E1005", place="北门")
    sweep_complaints()
    assert bound() == {named.pk: other.pk}


def test_sweep_takes_the_only_compound_around(contract, country, category):
    event = make_event(country[GRID], category="E1005", place="北门")
    sweep_complaints()
    assert bound() == {event.pk: contract.pk}


def test_sweep_follows_what_becomes_of_the_case(contract, country, category):
    complaint = make_complaint(contract)
    Case.objects.filter(pk=complaint.event_id).update(closed_on=today(), outcome="unsolved")
    sweep_complaints()
    complaint.refresh_from_db()
    assert complaint.closed_on == today()
    Case.objects.filter(pk=complaint.event_id).update(closed_on=None)
    assert (actions.follow_complaints(), actions.follow_complaints()) == (1, 0)


def test_open_on_reads_a_past_day_as_it_was(contract, category):
    complaint = make_complaint(contract, "closed", registered_on=today() - timedelta(days=9))
    days = [today() - timedelta(days=ago) for ago in (10, 9, 1, 0)]
    assert [ProjectComplaint.objects.open_on(day).count() for day in days] == [0, 1, 1, 0]
    assert complaint.closed_on == today()


def test_load_complaint_categories_counts_a_class_with_what_lies_in_it(country):
    make_event_category("E1005")
    for _time in range(2):
        actions.complaints.load_complaint_categories([{"code": "E10"}])
    assert [row.pk for row in ComplaintCategory.counted()] == ["E10", "E1005"]
