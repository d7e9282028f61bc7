"""One entry of the rail is lit on every page of its work, whichever page of it that is."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from governance.people.context import frame
from tests.factories.people import make_user
from tests.permissions.routes import routes

ASSESSMENT = ("rounds", "assessments", "appeals", "score-sheets", "mandates", "rectifications", "cards")
PROGRAMMES = ("programmes", "items", "regulations")
# The works by what their addresses begin with, the closer ones first.
WORKS = [
    *((f"/property/{room}/", "物业考核") for room in ASSESSMENT),
    *((f"/property/{room}/", "专项任务") for room in PROGRAMMES),
    ("/property/", "物业"),
    ("/party/board/", "党建"),
    ("/party/orgs/", "党建"),
    ("/grids/bodies/", "党建"),
    ("/party/", "共建"),
    ("/board/dictionary/", "指标字典"),
]


def lit(user, address: str) -> list[str]:
    request = RequestFactory().get(re.sub(r"<\w+>", "1", address))
    request.user = user
    return [
        entry.label for group in frame(request)["frame"]["nav"] for entry in group.entries if entry.active
    ]


@pytest.mark.parametrize(
    "space", ["property:", "party:", "grids:body_post", "statistics:dictionary", "statistics:entry"]
)
def test_every_page_of_a_work_lights_its_entry(country, space):
    user = make_user("county_official", country["990101"])
    addresses = [address for name, address in routes().items() if name.startswith(space)]
    expected = {
        address: [next(label for beginning, label in WORKS if address.startswith(beginning))]
        for address in addresses
    }
    assert {address: lit(user, address) for address in addresses} == expected


def test_a_page_of_no_entry_lights_none(country):
    assert lit(make_user("county_official", country["990101"]), "/account/") == []


def test_a_stranger_has_no_rail():
    assert lit(AnonymousUser(), "/property/compounds/") == []
