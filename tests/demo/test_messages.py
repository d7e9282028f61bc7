"""The demo city's log: messages to those who sit where the notice lies, most of them sent."""

import pytest

from demo.city import City
from demo.messages import make_messages
from governance.dispatch.actions import plan_deliveries
from governance.dispatch.models import Delivery, Notice
from governance.kernel.days import today
from tests.factories.deliveries import CHANNELS, make_kinds
from tests.factories.dispatch import make_notice
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


def test_the_log_is_believable_and_nothing_of_it_is_sent_again(country, settings):
    settings.CHANNELS = CHANNELS
    make_kinds()
    person = make_user("city_official", country["9901"])
    for number in range(40):
        make_notice(country["9901"], period=f"2026-W{number}")

    make_messages(City(today=today()))
    plan_deliveries(Notice.objects.latest("pk").created_at)

    found = Delivery.objects.values_list("state", flat=True)
    assert (len(found), set(found)) == (80, {"sent", "failed"})
    assert list(found).count("failed") < 20
    assert set(Delivery.objects.values_list("person_id", flat=True)) == {person.pk}
