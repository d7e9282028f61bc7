"""Figures, reports by kind, court figures and the judge's side: nothing runs over on desk and phone."""

import os
from datetime import date

import pytest
from django.urls import reverse

from disputes.models import Dispute
from governance.kernel.days import today
from tests.browser.screens import DESK, OVERFLOWING, PHONE
from tests.factories.classification import make_schemes
from tests.factories.court import make_collaboration, make_delegation, make_shared_court
from tests.factories.disputes import make_accepted, make_agreement, make_session
from tests.factories.litigation import make_definition, make_litigation
from tests.factories.people import make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def filled(small_city):
    """Two years of court figures, disputes of several kinds, a judge asked about one, a case to give back."""
    own = small_city.own
    make_schemes()
    for year in (today().year - 1, today().year):
        for month in range(1, 8):
            filed = 930 if year < today().year else 857
            make_litigation(own["county"], date(year, month, 1), civil_first_instance=filed)
    make_definition(own["county"], "suits", "B", date(today().year, 1, 1))
    for code in ("0402", "0402", "0701", "0101"):
        dispute = make_accepted(own["grid"], category=code, outcome="resolved", resolved_on=today())
        make_agreement(dispute, amount_cents=1_250_000)
    judge = make_user("judge", own["township"])
    open_one = make_accepted(
        own["grid"], title="装修尾款纠纷", summary="双方对尾款和质量各执一词。", source="court"
    )
    make_session(open_one, place="1 号调解室", record="双方愿意再谈。")
    seat = judge.live_holdings[0].post
    asked = make_collaboration(open_one, seat, question="没有验收单，诉讼时效从何时起算？")
    make_delegation(open_one, court="区人民法院", external_number="（2026）宁0106诉前调411号")
    make_shared_court(own["township"], judge_post=seat)
    small_city.people["judge"] = judge
    small_city.asked = asked
    small_city.case_page = reverse("disputes:case_detail", args=[open_one.case.number])
    return small_city


JULY = f"?from={today().year}-01-01&to={today().year}-07-31"
PAGES = [
    ("group", "city_official", lambda _city: reverse("statistics:group", args=["disputes"])),
    ("report", "city_official", lambda _city: reverse("disputes:category_report") + "?scheme=justice"),
    ("rates", "city_official", lambda _city: reverse("disputes:litigation_rates") + JULY),
    ("months", "city_official", lambda _city: reverse("disputes:litigation_list")),
    ("courts", "street_dispatcher", lambda _city: reverse("disputes:shared_court_list")),
    ("delegations", "street_dispatcher", lambda _city: reverse("disputes:delegation_list")),
    ("case", "street_dispatcher", lambda city: city.case_page),
    ("judge", "judge", lambda city: reverse("disputes:consultation_detail", args=[city.asked.pk])),
    ("consultations", "judge", lambda _city: reverse("disputes:consultation_list")),
]  # fmt: skip


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
    assert Dispute.objects.exists()
