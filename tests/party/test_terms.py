from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from governance.party import actions
from governance.party.enums import OrgKind
from governance.party.models import PartyOrg, PartyOrgChange, PartyTerm, PartyTier
from tests.factories.party import make_chain
from tests.factories.people import make_user

BEGUN, DUE, DAY = date(2022, 3, 1), date(2025, 3, 1), date(2025, 3, 10)


@pytest.fixture
def officer(country):
    return make_user("party_officer", country["990101"])


@pytest.fixture
def branch(country, officer):
    """A branch set up with a term of three years."""
    return actions.establish_org(
        country["990101001001001"],
        by=officer,
        on=BEGUN,
        tier=PartyTier.objects.get(pk="branch"),
        kind=OrgKind.BRANCH,
        name="第一党支部",
        parent=make_chain(country)["community"],
        term_years=3,
        member_count=5,
        full_member_count=5,
    )


def refusal(verb, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return str(caught.value.message)


def terms(org: PartyOrg) -> list[tuple]:
    rows = PartyTerm.objects.filter(org=org).order_by("valid")
    return [(term.valid.lower, term.valid.upper, term.due_on) for term in rows]


def test_establish_org_begins_the_first_term(branch):
    branch.refresh_from_db()
    assert (terms(branch), branch.term_ends_on) == ([(BEGUN, None, DUE)], DUE)


def test_elect_org_ends_the_present_term_and_begins_the_next(branch, officer):
    actions.elect_org(branch, by=officer, on=DAY, committee_size=3, approved_no="组发〔2025〕8号")

    branch.refresh_from_db()
    assert terms(branch) == [(BEGUN, DAY, DUE), (DAY, None, date(2028, 3, 10))]
    assert (branch.term_ends_on, branch.committee_size) == (date(2028, 3, 10), 3)
    change = PartyOrgChange.objects.get(org=branch)
    assert (change.kind, change.on, change.approved_no) == ("elect", DAY, "组发〔2025〕8号")
    event = AuditEvent.objects.get(action="party.elect_org")
    assert (event.before, event.after) == (
        {"term_ends_on": "2025-03-01"},
        {"on": "2025-03-10", "approved_no": "组发〔2025〕8号", "term_ends_on": "2028-03-10"},
    )


def test_an_early_election_takes_an_approval(branch, officer):
    early = date(2024, 9, 1)
    assert refusal(actions.elect_org, branch, by=officer, on=early) == (
        "本届到 2025-03-01 才届满，提前换届须填写上级批准文号。"
    )
    actions.elect_org(branch, by=officer, on=early, approved_no="组发〔2024〕3号")
    assert terms(branch)[-1] == (early, None, date(2027, 9, 1))


@pytest.mark.parametrize("on", [BEGUN, date(2021, 12, 1)])
def test_two_terms_never_overlap(branch, officer, on):
    sentence = refusal(actions.elect_org, branch, by=officer, on=on, approved_no="组发〔2024〕3号")
    assert sentence.startswith(("任期重叠：本届自 2022-03-01 起任职", "「第一党支部」在 2021-12-01 尚未成立"))
    assert len(terms(branch)) == 1


def test_elect_org_asks_how_long_the_term_lasts(country, officer):
    township = make_chain(country)["township"]
    assert refusal(actions.elect_org, township, by=officer, on=DAY) == "请填写任期年数或届满日期。"
    actions.elect_org(township, by=officer, on=DAY, term_ends_on=date(2030, 1, 1))
    assert terms(township) == [(DAY, None, date(2030, 1, 1))]


def test_elect_org_is_for_those_who_manage_there(branch, official):
    with pytest.raises(PermissionDenied):
        actions.elect_org(branch, by=official, on=DAY)


def test_a_term_ends_with_its_organisation(branch, officer):
    actions.dissolve_org(branch, by=officer, on=date(2024, 1, 1), reason="调整设置")
    assert terms(branch) == [(BEGUN, date(2024, 1, 1), DUE)]


def test_revise_org_moves_the_end_of_the_present_term(branch, officer):
    actions.revise_org(branch, by=officer, term_ends_on=date(2025, 6, 1))
    assert terms(branch) == [(BEGUN, None, date(2025, 6, 1))]
