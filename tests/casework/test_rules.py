"""Sets of rules: compared, copied, changed while nowhere in force, put in force from a day on; and said in words."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from governance.casework.actions.rules import change_rule, copy_rule_set, put_in_force
from governance.casework.models import DeadlineRule, RuleSet, RuleSetInForce
from governance.casework.presenting.clock import clock_words
from governance.casework.presenting.rules import compared
from governance.casework.rulebook import RuleBook
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted
from tests.factories.people import make_user
from tests.factories.supervision import make_supervision, put_rules

CHINA = ZoneInfo("Asia/Shanghai")
COMMUNITY, COUNTY = "990101001001", "990101"


@pytest.fixture
def supervisor(country):
    make_rules()
    return make_user("centre_supervisor", country[COUNTY])


@pytest.fixture
def four_levels(supervisor):
    return RuleSet.objects.get(code="dispute-four-levels")


def rule_at(area_code, day, level="community"):
    return RuleBook().rule(
        "dispute", "handle", complexity="ordinary", level=level, area_code=area_code, day=day
    )


def test_the_nearest_area_with_a_set_decides_and_the_standard_set_fills_in(country, four_levels):
    put_rules("dispute-four-levels", country[COUNTY], date(2026, 1, 1), date(2026, 7, 1))

    assert rule_at(COMMUNITY, date(2026, 6, 30)).level_id == "community"
    assert rule_at(COMMUNITY, date(2026, 7, 1)).complexity == "ordinary"
    assert rule_at("990102001001", date(2026, 6, 30)).complexity == "ordinary"


def test_a_rule_of_a_level_stands_for_the_levels_below_it(country, four_levels):
    put_rules("dispute-four-levels", country[COUNTY], date(2026, 1, 1))

    assert rule_at(COMMUNITY, date(2026, 6, 1), level="building").level_id == "community"


def test_put_in_force_ends_what_held_before(country, supervisor, four_levels):
    standard = RuleSet.objects.get(code="dispute-1-7-20")
    put_in_force(standard, by=supervisor, area=country[COUNTY], from_day=today())
    put_in_force(four_levels, by=supervisor, area=country[COUNTY], from_day=today() + timedelta(days=9))

    first, second = RuleSetInForce.objects.order_by("valid")
    assert (first.valid.upper, second.valid.upper) == (second.valid.lower, None)


def test_put_in_force_refuses_the_past_and_a_day_before_what_is_planned(country, supervisor, four_levels):
    with pytest.raises(Refused) as refused:
        put_in_force(four_levels, by=supervisor, area=country[COUNTY], from_day=today() - timedelta(days=1))
    assert refused.value.code == "in_past"

    put_in_force(four_levels, by=supervisor, area=country[COUNTY], from_day=today() + timedelta(days=9))
    with pytest.raises(Refused) as refused:
        put_in_force(four_levels, by=supervisor, area=country[COUNTY], from_day=today())
    assert refused.value.code == "already_planned"


def test_a_set_that_is_in_force_is_copied_not_changed(country, supervisor, four_levels):
    put_rules("dispute-four-levels", country[COUNTY])
    rule = four_levels.rules.get(level="community", limit="handle")
    with pytest.raises(Refused) as refused:
        change_rule(rule, by=supervisor, amount=5)
    assert refused.value.code == "rules_settled"

    copied = copy_rule_set(four_levels, by=supervisor, code="five-days", name="四级五天")
    change_rule(copied.rules.get(level="community", limit="handle"), by=supervisor, amount=5)

    differing = [row for row in compared(four_levels, copied) if row["differs"]]
    assert [row["place"].level_id for row in differing] == ["community"]


def test_a_rule_that_cannot_be_is_refused_in_words(supervisor, four_levels):
    copied = copy_rule_set(four_levels, by=supervisor, code="wrong", name="错的")
    rule = copied.rules.get(limit="accept")

    with pytest.raises(ValidationError, match="红牌要晚于黄牌"):
        change_rule(rule, by=supervisor, yellow_after=3, red_after=2)
    assert DeadlineRule.objects.get(pk=rule.pk).yellow_after == 0


def test_loading_the_preset_again_keeps_what_was_changed(supervisor):
    DeadlineRule.objects.filter(rule_set__code="event-standard", limit="accept").update(amount=2)

    make_rules()

    assert DeadlineRule.objects.get(rule_set__code="event-standard", limit="accept").amount == 2


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [(1, "day", "1 working day"), (7, "day", "7 working days"), (1, "hour", "1 working hour")],
)
def test_length_of_a_rule_is_one_day_or_several(amount, unit, words):
    with translation.override("en"):
        assert DeadlineRule(amount=amount, unit=unit).length == words


def test_the_second_set_to_compare_is_another_one(client, supervisor):
    client.force_login(supervisor)

    page = client.get(reverse("casework:rule_set_compare")).content.decode()

    first, second = page.split('id="other"')
    chosen = re.search(r'value="([\w-]+)" selected', second)[1]
    assert re.search(r'<option value="([\w-]+)"', first)[1] != chosen


def test_pages_show_compare_copy_change_and_put_in_force(client, country, supervisor, four_levels):
    client.force_login(supervisor)
    page = lambda name, *args: reverse(f"casework:{name}", args=args)  # noqa: E731

    assert client.get(page("rule_set_list")).status_code == 200
    assert (
        "不同"
        in client.get(page("rule_set_compare"), {"one": "dispute-1-7-20", "other": four_levels.code}).text
    )
    made = client.post(page("rule_set_copy", four_levels.code), {"code": "five", "name": "四级五天"})
    rule = RuleSet.objects.get(code="five").rules.get(limit="follow_up")
    values = {"amount": 9, "unit": "day", "on_expiry": "notify"}
    changed = client.post(page("rule_change", "five", rule.pk), values)
    placed = client.post(page("rule_set_in_force", "five"), {"area": COUNTY, "from_day": today().isoformat()})

    assert (made.status_code, changed.status_code, placed.status_code) == (302, 302, 302)
    assert DeadlineRule.objects.get(pk=rule.pk).amount == 9
    assert client.post(page("rule_change", "five", rule.pk), values).status_code == 409
    assert client.post(page("rule_set_in_force", "five"), {"area": COUNTY}).status_code == 400


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("dispute-four-levels", "11月30日 24:00 前未办结，自动升级到街道001。"),
        ("dispute-1-7-20", "11月30日 24:00 前未办结，记为超期；12月8日 起记黄牌，12月15日 起记红牌。"),
    ],
)
def test_the_case_says_what_happens_next_and_when(country, supervisor, code, words):
    rules = DeadlineRule.objects.filter(rule_set__code=code, limit="handle")
    rule = rules.filter(level="community").first() or rules.get(complexity="ordinary")
    due = datetime(2026, 11, 30, 23, 59, 59, tzinfo=CHINA)
    with time_machine.travel(datetime(2026, 11, 25, 9, tzinfo=CHINA), tick=False):
        case = make_accepted(
            country[COMMUNITY], due_at=due, handle_due_at=due, limit="handle", rule=rule
        ).case

        assert clock_words(case) == words


def test_paused_case_says_that_it_neither_ends_nor_rises(country, supervisor):
    case = make_accepted(country[COMMUNITY], paused_at=datetime(2026, 11, 25, tzinfo=CHINA), remaining=3).case

    assert "也不能升级" in clock_words(case)


def test_list_costs_the_same_for_one_card_and_three(client, country, supervisor, django_assert_num_queries):
    client.force_login(supervisor)
    page = reverse("casework:supervision_list")
    make_supervision(make_accepted(country[COMMUNITY]).case)
    client.get(page)
    with django_assert_num_queries(5):
        client.get(page)
    for _more in range(2):
        make_supervision(make_accepted(country[COMMUNITY]).case)
    with django_assert_num_queries(5):
        assert client.get(page).context["page"].count == 3
