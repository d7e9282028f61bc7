"""Who is told of a case that was accepted and given to nobody in time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disputes.models import Dispute
from governance.casework.actions.reminding import remind_of_unassigned
from governance.casework.enums import Expiry
from governance.casework.models import Case, DeadlineRule
from governance.dispatch.models import Notice
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted
from tests.factories.people import make_user
from tests.factories.supervision import put_rules

CHINA = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 16, 10, tzinfo=CHINA)
LATE = datetime(2026, 11, 18, 0, 5, tzinfo=CHINA)


@pytest.fixture(autouse=True)
def rules(country):
    make_rules()


@pytest.fixture
def deputy(country):
    return make_user("street_deputy", country["990101001"])


def accepted(country, *, since=MONDAY, state="accepted", step="accept") -> Dispute:
    """A dispute of the community that waits to be given to a seat since a moment."""
    dispute = make_accepted(country["990101001001"], state)
    dispute.case.actions.create(kind=step, to_state=state, at=since)
    return dispute


def told() -> list:
    found = Notice.objects.filter(kind="case.unassigned").order_by("id")
    return list(found.values_list("area__code", "post"))


def test_case_not_assigned_in_time_is_told_to_its_office_and_who_supervises(country, deputy):
    dispute = accepted(country)
    assert (remind_of_unassigned(LATE - timedelta(minutes=10)), told()) == (0, [])

    assert remind_of_unassigned(LATE) == 1

    assert told() == [("990101001001", None), ("990101001", deputy.live_holdings[0].post_id)]
    assert Notice.objects.earliest("id").body == (
        f"纠纷 {dispute.case.number}：2026年11月17日 前应当分派，现在还没有承办岗位。请尽快分派。"
    )


@pytest.mark.parametrize("rule_set", ["dispute-1-7-20", "dispute-four-levels"])
def test_both_sets_remind_once_however_often_and_late_the_sweep_comes(rule_set, country, deputy):
    put_rules(rule_set, country["990101"], date(2026, 1, 1))
    accepted(country)

    for when in (LATE + timedelta(days=3), LATE + timedelta(days=3, hours=1), LATE + timedelta(days=9)):
        remind_of_unassigned(when)

    assert len(told()) == 2


def test_case_that_came_back_is_told_of_anew(country, deputy):
    dispute = accepted(country, state="returned", step="return")
    dispute.case.actions.create(kind="return", to_state="returned", at=MONDAY + timedelta(days=2))
    dispute.case.actions.create(kind="visit_link", to_state="returned", at=MONDAY + timedelta(days=9))

    assert [remind_of_unassigned(LATE + timedelta(days=days)) for days in (1, 2)] == [0, 1]


@pytest.mark.parametrize("fields", [{"state": "assigned"}, {"paused_at": MONDAY, "remaining": 1}])
def test_case_that_waits_for_nobody_is_not_told_of(fields, country, deputy):
    dispute = accepted(country)
    Case.objects.filter(pk=dispute.pk).update(**fields)

    assert (remind_of_unassigned(LATE), told()) == (0, [])


def test_reminders_cost_the_same_for_more_cases(country, deputy):
    accepted(country)
    remind_of_unassigned(LATE)  # reads the calendar, which a process keeps
    with CaptureQueriesContext(connection) as one:
        remind_of_unassigned(LATE)
    for _number in range(2):
        accepted(country)
    with CaptureQueriesContext(connection) as three:
        assert remind_of_unassigned(LATE) == 3

    assert len(three) == len(one)


@pytest.mark.parametrize("limit", ["assign", "respond"])
def test_limits_that_only_remind_give_no_cards(limit):
    rule = DeadlineRule.objects.get(rule_set__code="dispute-1-7-20", limit=limit)
    rule.on_expiry, rule.yellow_after = Expiry.CARD, 0

    with pytest.raises(ValidationError, match="到期只提醒"):
        rule.full_clean()
