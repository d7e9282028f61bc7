"""One entry of the rail is lit on every page of its work, whichever page of it that is."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from governance.people.context import frame
from tests.factories.people import make_user
from tests.permissions.routes import routes

PROGRAMMES = ("/property/programmes/", "/property/items/", "/property/regulations/")


def lit(user, address: str) -> list[str]:
    request = RequestFactory().get(re.sub(r"<\w+>", "1", address))
    request.user = user
    return [
        entry.label for group in frame(request)["frame"]["nav"] for entry in group.entries if entry.active
    ]


@pytest.mark.parametrize(
    ("space", "label"), [("property:", "物业"), ("party:", "党建"), ("grids:body_post", "党建")]
)
def test_every_page_of_a_work_lights_its_entry(country, space, label):
    user = make_user("county_official", country["990101"])
    addresses = [address for name, address in routes().items() if name.startswith(space)]
    expected = {address: ["专项任务"] if address.startswith(PROGRAMMES) else [label] for address in addresses}
    assert {address: lit(user, address) for address in addresses} == expected


def test_a_page_of_no_entry_lights_none(country):
    assert lit(make_user("county_official", country["990101"]), "/account/") == []


def test_a_stranger_has_no_rail():
    assert lit(AnonymousUser(), "/property/compounds/") == []
