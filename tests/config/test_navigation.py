"""One entry of the rail is lit on every page of its work, whichever page of it that is."""

import re

from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from governance.people.context import frame
from tests.factories.people import make_user
from tests.permissions.routes import routes

# The works whose pages lie under one address: what begins so belongs to the entry, the first that fits.
WORKS = [
    ("/property/rounds/", "物业考核"),
    ("/property/assessments/", "物业考核"),
    ("/property/appeals/", "物业考核"),
    ("/property/score-sheets/", "物业考核"),
    ("/property/mandates/", "物业考核"),
    ("/property/rectifications/", "物业考核"),
    ("/property/cards/", "物业考核"),
    ("/property/programmes/", "专项任务"),
    ("/property/items/", "专项任务"),
    ("/property/regulations/", "专项任务"),
    ("/property/", "物业"),
    ("/party/orgs/", "党建"),
    ("/grids/bodies/", "党建"),
    ("/party/", "共建"),
]


def lit(user, address: str) -> list[str]:
    request = RequestFactory().get(re.sub(r"<\w+>", "1", address))
    request.user = user
    return [
        entry.label for group in frame(request)["frame"]["nav"] for entry in group.entries if entry.active
    ]


def test_every_page_of_a_work_lights_its_entry(country):
    user = make_user("county_official", country["990101"])
    expected = {
        address: next(label for beginning, label in WORKS if address.startswith(beginning))
        for address in routes().values()
        if address.startswith(tuple(beginning for beginning, _label in WORKS))
    }
    assert {address: lit(user, address) for address in expected} == {
        address: [label] for address, label in expected.items()
    }


def test_a_page_of_no_entry_lights_none(country):
    assert lit(make_user("county_official", country["990101"]), "/account/") == []


def test_a_stranger_has_no_rail():
    assert lit(AnonymousUser(), "/property/compounds/") == []
