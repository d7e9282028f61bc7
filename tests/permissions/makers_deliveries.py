"""Messages on their way out of the portal; each returns what leads to it."""

from governance.areas.models import Area
from governance.dispatch.models import Delivery
from tests.factories.deliveries import make_delivery
from tests.factories.people import make_user


def delivery(area: Area) -> Delivery:
    return make_delivery(area, person=make_user(), state="failed")


def channel(area: Area | None = None) -> dict:
    return {"channel": "sms"}
