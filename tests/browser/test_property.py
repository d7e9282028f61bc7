"""The rooms of property: nothing runs over on desk and phone; a complaint by the community reaches the board."""

import os
from datetime import date, timedelta

import pytest
from django.urls import reverse

from governance.kernel.days import today
from property.models import ProjectComplaint
from tests.browser.screens import DESK, OVERFLOWING, PHONE
from tests.factories.deeds import make_deed_project, make_homes
from tests.factories.events import make_event_category
from tests.factories.grids import make_compound
from tests.factories.meetings import make_member
from tests.factories.projects import count_as_complaints, make_complaint, make_fee
from tests.factories.property import link_party, make_committee, make_company, make_contract

pytestmark = pytest.mark.browser


@pytest.fixture
def filled(small_city):
    """Two compounds with projects, one without; fees, complaints, a committee whose term is over."""
    own = small_city.own
    count_as_complaints()
    make_event_category("E1005")
    company = make_company(own["county"], name="塞上安居物业服务有限公司银川分公司")
    link_party(company)
    compound = make_compound(
        own["community"], name="贺兰山西路玺悦花园二期", household_count=1843, floor_area=190_000
    )
    contract = make_contract(
        compound, company, until=today() + timedelta(days=40), manager="纳文静", staff_count=26, guard_count=9,
        cleaner_count=11, repairer_count=4, fee_cents=185, number="2023-017",
    )  # fmt: skip
    for month, received in ((1, 880_000), (4, 610_000), (7, 455_000)):
        make_fee(contract, date(2026, month, 1), due=930_000, received=received)
    for state in ("handling", "closed", "reported"):
        make_complaint(contract, state)
    for title in ("chair", "member"):
        make_member(make_committee(compound) if title == "chair" else compound.owners_committees.get())
    make_homes(make_deed_project(own["community"], name=compound.name), 3, state="issued")
    make_contract(make_compound(own["community"], name="湖畔苑", household_count=320, floor_area=41_000))
    small_city.contract = contract
    return small_city


PAGES = [
    ("board", "city_official", lambda _city: reverse("property:board")),
    ("board_street", "street_deputy", lambda _city: reverse("property:board")),
    ("rates", "city_official", lambda _city: reverse("property:rates") + "?unit=households"),
    ("projects", "property_officer", lambda _city: reverse("property:project_list")),
    ("project", "community_secretary", lambda city: project(city)),
    ("renew", "property_officer", lambda city: f"{project(city)}renew/"),
    ("fee", "property_officer", lambda city: f"{project(city)}fee/"),
    ("complain", "community_secretary", lambda city: f"{project(city)}complain/"),
    ("complaints", "property_officer", lambda _city: reverse("property:complaint_list")),
    ("fees", "property_officer", lambda _city: reverse("property:fee_list")),
    (
        "company",
        "property_officer",
        lambda city: reverse("property:company_detail", args=[city.contract.company_id]),
    ),
    ("companies", "property_officer", lambda _city: reverse("property:company_list")),
    ("compounds", "property_officer", lambda _city: reverse("property:compound_list")),
    (
        "compound",
        "community_secretary",
        lambda city: reverse("property:compound_detail", args=[city.contract.compound_id]),
    ),
]  # fmt: skip


def project(city) -> str:
    return reverse("property:project_detail", args=[city.contract.pk])


def test_no_page_runs_over(open_page, enter, live_server, filled):
    found = {}
    for screen, options in (("desk", DESK), ("phone", PHONE)):
        for name, role, address in PAGES:
            page = enter(open_page(**options), filled.people[role])
            page.goto(f"{live_server.url}{address(filled)}")
            found[f"{name} {screen}"] = page.evaluate(OVERFLOWING) + page.complaints
            if os.environ.get("SHOTS"):
                page.screenshot(path=f"{os.environ['SHOTS']}/{name}_{screen}.png", full_page=True)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_complaint_of_the_community_reaches_the_board(open_page, enter, live_server, filled):
    page = enter(open_page(**DESK), filled.people["community_secretary"])
    page.goto(f"{live_server.url}{project(filled)}")
    page.get_by_role("link", name="登记投诉").click()
    page.get_by_label("投诉类别").select_option(label="保洁不到位")
    page.get_by_label("什么情况").fill("三号楼楼道两周没有打扫。")
    page.get_by_role("button", name="登记投诉").click()
    page.get_by_text("已登记投诉，编号").wait_for()

    page = enter(open_page(**DESK), filled.people["street_deputy"])
    page.goto(f"{live_server.url}{reverse('property:board')}")
    page.get_by_role("link", name="未办结的物业投诉").first.click()
    page.get_by_role("heading", name="物业投诉").wait_for()
    assert page.locator("[data-row]").count() == 3
    assert ProjectComplaint.objects.count() == 4
