"""Everybody follows every link there is: no fault, no complaint of the browser, nothing off the page or covered."""

import re
from urllib.parse import urldefrag, urlsplit

import pytest

from governance.people.enums import SessionClass
from governance.people.models import Role
from tests.browser.screens import COVERED, DESK, OVERFLOWING, PHONE
from tests.factories.people import make_roles

pytestmark = pytest.mark.browser
PAGES = 60
ANYWHERE = {"area", "as_of", "count"}
LINKS = """() => [...document.querySelectorAll("a[href]:not([download])")]
  .map(link => new URL(link.getAttribute("href"), location).href)"""
NO_PAGE = re.compile(r"format=(csv|xlsx)|\.csv(\?|$)|/(file|sample|pack)/|/api/|/admin/|/gallery/")
LOUD = """addEventListener("securitypolicyviolation",
  event => console.error("CSP " + event.violatedDirective + " " + event.blockedURI))"""

ROLES = sorted(
    {
        "workers": ["grid_worker", "grid_leader", "building_leader", "unit_leader", "liaison_cadre"],
        "street": ["community_secretary", "street_dispatcher", "street_deputy", "mediator"],
        "county": ["centre_window", "centre_supervisor", "department_handler", "county_official", "judge"],
        "keepers": ["party_officer", "property_officer", "deeds_officer"],
        "city": ["city_official", "api_client", "system_admin", "security_admin", "auditor"],
    }.items()
)


def kind_of(address: str) -> tuple:
    """Pages of one kind differ by number, by place and day, and by the values asked for: one of each is enough."""
    parts = urlsplit(address)
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+[A-Z]\d+|\d+", "N", parts.path)
    path = re.sub(r"(?<=/explain/)[^/]+", "KEY", path)
    return path, frozenset(re.findall(r"(?:^|&)(\w+)=", parts.query)) - ANYWHERE


def crawl(page, start: str) -> tuple[list[str], list[str]]:
    """Breadth first from the page a log-in leads to. What was seen, and what was wrong where."""
    queue, seen, met, wrong = [start], [], set(), []
    while queue and len(seen) < PAGES:
        address = queue.pop(0)
        kind = kind_of(address)
        if kind in met:
            continue
        met.add(kind)
        answer = page.goto(address)
        seen.append(address)
        complaints = [f"status {answer.status}"] if answer.status != 200 else []
        complaints += page.complaints + page.evaluate(OVERFLOWING) + page.evaluate(COVERED)
        page.complaints.clear()
        wrong += [f"{urlsplit(address).path}?{urlsplit(address).query}: {said}" for said in complaints]
        links = (urldefrag(link)[0] for link in page.evaluate(LINKS))
        queue += [link for link in links if link.startswith(start) and not NO_PAGE.search(link)]
    return seen, wrong


@pytest.mark.parametrize("roles", [roles for _name, roles in ROLES], ids=[name for name, _roles in ROLES])
def test_every_link_leads_somewhere(open_page, live_server, enter, small_city, roles):
    wrong = {}
    for role in roles:
        phone = Role.objects.get(code=role).session_class == SessionClass.PHONE
        page = enter(open_page(**(PHONE if phone else DESK)), small_city.people[role])
        page.add_init_script(LOUD)
        seen, found = crawl(page, f"{live_server.url}/")
        assert seen
        if found:
            wrong[role] = found
        page.context.close()
    assert wrong == {}


def test_every_role_of_the_preset_goes(db):
    assert {role for _name, roles in ROLES for role in roles} == set(make_roles())
