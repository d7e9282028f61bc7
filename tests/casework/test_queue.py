"""The lines of the queue: read in one statement whatever the case, and drawn anew only when they say something else."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from disputes.states import DisputeState
from governance.casework.clock import calendar_for
from governance.casework.filters.cases import CaseFilter
from governance.casework.models import Case
from governance.casework.presenting.queue import queue_row
from grids.states.events import EventState
from tests.factories.casework import make_case
from tests.factories.events import make_event
from tests.factories.people import hold, make_user

ROLES = ["street_dispatcher", "street_deputy", "mediator", "department_handler"]
SHOWN = Template('{% load ui %}{% part "casework/_queue_row.html" row=row %}')


@pytest.fixture
def everybody(country):
    """One person with every seat of a street and one above it."""
    user = make_user("county_official", country["990101"])
    for role in ROLES:
        hold(user, role, country["990101001"])
    return user


@pytest.mark.parametrize("state", EventState.values)
def test_an_event_is_shown_without_another_look(everybody, grid, state, django_assert_num_queries):
    make_event(grid, state)
    assert_shown(everybody, django_assert_num_queries)


@pytest.mark.parametrize("state", DisputeState.values)
def test_a_dispute_is_shown_without_another_look(everybody, grid, state, django_assert_num_queries):
    make_case(grid, state=state, is_joint=True, returned_count=2)
    assert_shown(everybody, django_assert_num_queries)


def assert_shown(user, django_assert_num_queries):
    assert user.seats and calendar_for()
    with django_assert_num_queries(1):
        [row] = [queue_row(case, user) for case in Case.objects.for_user(user).for_queue()]
        assert row.number in SHOWN.render(Context({"row": row}))


def test_a_line_drawn_before_says_what_changed_since(client, everybody, grid):
    case = make_case(grid, state="mediating", title="漏水")
    client.force_login(everybody)
    client.get(reverse("casework:queue"))

    Case.objects.filter(pk=case.pk).update(title="漏水赔偿", grade=2)
    page = client.get(reverse("casework:queue")).content.decode()

    assert "漏水赔偿" in page
    assert "红牌" in page


@pytest.mark.parametrize(("asked", "other"), [({"clock": "overdue"}, {"clock": "near"}), ({}, {"q": "漏水"})])
def test_the_filter_form_shows_the_question_of_this_page(client, everybody, grid, asked, other):
    client.force_login(everybody)
    pages = {}
    for query in (asked, other, asked):
        page = client.get(reverse("casework:queue"), query).content.decode()
        pages.setdefault(str(query), set()).add(form_in(page))

    assert all(len(forms) == 1 for forms in pages.values())
    assert pages[str(asked)] != pages[str(other)]


def form_in(page: str) -> str:
    return page.split('<div class="filter-fields">')[1].split("</form>")[0]


def test_a_form_with_an_error_is_drawn_each_time(everybody):
    request = RequestFactory().get("/", {"registered_from": "昨天"})
    request.user = everybody

    assert CaseFilter(request.GET, request=request).drawn_as == ""
