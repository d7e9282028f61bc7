"""What the notices promise is kept: contacts go three years after the end, the matter stays."""

from datetime import timedelta

import pytest

from governance.audit.models import AuditEvent
from governance.kernel.days import today
from grids.actions.retention import forget_contacts
from grids.states.events import EventState
from tests.factories.events import make_event, make_reporter
from tests.factories.public import make_code, make_report, make_suggestion

YEARS_3 = timedelta(days=3 * 365)
LONGER = YEARS_3 + timedelta(days=1)


@pytest.mark.parametrize(("ago", "kept"), [(LONGER, False), (YEARS_3, True)])
def test_reporters_are_forgotten_three_years_after_the_end(grid, ago, kept):
    event = make_event(grid, EventState.CLOSED, closed_on=today() - ago)
    reporter = make_reporter(event)
    report = make_report(event, make_code(grid))

    forget_contacts(today())

    reporter.refresh_from_db()
    report.refresh_from_db()
    assert bool(reporter.phone_sealed and reporter.phone_masked and reporter.name) is kept
    assert report.has_phone is kept
    assert report.text


@pytest.mark.parametrize(("ago", "kept"), [(LONGER, False), (YEARS_3, True)])
def test_telephones_of_suggestions_are_forgotten_too(country, ago, kept):
    suggestion = make_suggestion(
        country["990101001001"], state="closed", phone="13800138000", closed_on=today() - ago
    )

    forget_contacts(today())

    suggestion.refresh_from_db()
    assert bool(suggestion.phone_sealed and suggestion.phone_masked and suggestion.tail_index) is kept


def test_an_open_matter_forgets_nobody_and_a_second_sweep_does_nothing(grid):
    make_reporter(make_event(grid, EventState.HANDLING))
    make_reporter(make_event(grid, EventState.CLOSED, closed_on=today() - LONGER))

    assert (forget_contacts(today()), forget_contacts(today())) == (1, 0)
    assert AuditEvent.objects.filter(action="personal.forget").count() == 1
