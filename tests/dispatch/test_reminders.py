from datetime import timedelta

from django.utils import timezone

from governance.dispatch.reminders import overdue_cases
from governance.kernel.days import today
from tests.factories.casework import make_case


def test_overdue_cases_lists_running_cases_past_their_limit_in_the_area(country):
    late_at = timezone.now() - timedelta(days=4)
    late = make_case(country["990101001"], due_at=late_at)
    make_case(country["990102001"], due_at=late_at)
    make_case(country["990101001"], due_at=timezone.now() + timedelta(days=4))
    make_case(country["990101001"], due_at=late_at, paused_at=timezone.now(), remaining=1)

    [item] = overdue_cases(country["990101"], today())

    assert item.title == f"矛盾纠纷 {late.number}" or item.title.endswith(late.number)
    assert (item.days_late, item.lag, item.owner) == (4, "超期 4 天", country["990101001"].name)
    assert item.url.endswith(f"/{late.number}/")


def test_overdue_cases_answers_for_a_past_day_as_it_would_have_then(country):
    make_case(
        country["990101001"],
        due_at=timezone.now() - timedelta(days=20),
        closed_on=today() - timedelta(days=5),
        state="closed",
        outcome="failed",
    )

    assert len(overdue_cases(country["9901"], today() - timedelta(days=10))) == 1
    assert overdue_cases(country["9901"], today()) == []
