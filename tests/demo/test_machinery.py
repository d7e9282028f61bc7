"""The demo city's keys, webhooks and slow statements: of days that are over, and nothing of it is sent again."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from demo import machinery
from demo.city import CITY, City
from demo.machinery import make_machinery
from governance.dispatch.actions.webhook_sending import plan_events
from governance.dispatch.models import HookDelivery, Webhook
from governance.kernel.days import today
from governance.operations.models import SlowStatement
from governance.people.models import ApiToken, TokenUse
from tests.factories.dispatch_briefs import make_issued_brief
from tests.factories.people import make_user


@pytest.fixture
def city(country, monkeypatch):
    rows = [(name, "9901" if code == CITY else "990101", *rest) for name, code, *rest in machinery._HOOKS]
    monkeypatch.setattr(machinery, "_HOOKS", rows)
    monkeypatch.setattr(machinery, "CITY", "9901")
    city = City(today=today(), areas={code: area.pk for code, area in country.items()})
    for role, code in (("city_official", "9901"), ("county_official", "990101")):
        city.people[role, code] = make_user(role, country[code]).pk
    client = make_user("api_client", country["9901"])
    client.username = "api"
    client.save()
    ApiToken.objects.create(user=client, name="演示接口", digest="0" * 64, expires_at="2099-01-01T00:00Z")
    with time_machine.travel(timezone.now() - timedelta(days=9)):
        make_issued_brief(country["990101"])
    return city


def test_every_issued_paper_has_been_told_and_one_hook_has_stopped(city):
    make_machinery(city)

    running, stopped = Webhook.objects.order_by("pk")
    assert (running.is_live, stopped.is_live) == (True, False)
    assert set(running.deliveries.values_list("state", flat=True)) == {"sent"}
    assert set(stopped.deliveries.values_list("state", flat=True)) == {"given_up"}
    plan_events(timezone.now())
    assert not HookDelivery.objects.filter(state="waiting").exists()


def test_a_paper_issued_after_a_hook_had_stopped_is_told_to_the_other_alone(city, country):
    paper = make_issued_brief(country["990101001"])

    make_machinery(city)

    assert [row.webhook.is_live for row in HookDelivery.objects.filter(brief=paper)] == [True]


def test_the_key_was_used_on_days_that_are_over_and_statements_were_slow(city):
    make_machinery(city)

    days = set(TokenUse.objects.values_list("day", flat=True))
    assert len(days) == 30 and max(days) < today()
    assert TokenUse.objects.filter(limited__gt=0).count() == 1
    assert all(row.longest <= row.seconds <= row.longest * row.calls for row in SlowStatement.objects.all())
    assert SlowStatement.objects.count() == len(machinery._SLOW)
