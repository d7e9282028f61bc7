"""The demo's assessment on a small city: published rounds with results, one in scoring, tickets and cards."""

import pytest

from demo.assessment import make_assessment
from demo.city import JINFENG, City
from governance.kernel.days import today
from property.models import Assessment, AssessmentRound, CompanyCard, ItemScore, Rectification, ScoreAppeal
from tests.factories.assessment import make_score_preset
from tests.factories.casework import make_rules
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_company, make_contract


@pytest.fixture
def city(country):
    """金凤区 with a company that serves ten compounds of one community."""
    make_rules()
    make_score_preset()
    community = country["990101001001"]
    city = City(today=today(), areas={JINFENG: country["990101"].pk})
    city.people[("property_officer", JINFENG)] = make_user("property_officer", country["990101"]).pk
    company = make_company(country["990101"])
    for _number in range(10):
        contract = make_contract(make_compound(community), company)
        type(contract).objects.filter(pk=contract.pk).update(area_code=f"{JINFENG}001001")
    return city


def test_two_quarters_are_published_and_the_present_one_is_being_scored(city):
    make_assessment(city)

    rounds = AssessmentRound.objects.order_by("begins_on")
    assert [row.state for row in rounds] == ["published", "published", "scoring"]
    assert [row.assessments.count() for row in rounds] == [10, 10, 10]
    assert not Assessment.objects.filter(round__state="published", total__isnull=True).exists()
    assert rounds[2].assessments.unrated().count() == 4
    assert all(row.published_on <= today() for row in rounds[:2])


def test_deductions_say_why_and_some_were_objected_to(city):
    make_assessment(city)

    assert not ItemScore.objects.filter(marks=0, reason="").exists()
    assert ScoreAppeal.objects.exclude(verdict="").count() == ScoreAppeal.objects.count() > 3
    assert Rectification.objects.count() > 3
    assert (
        CompanyCard.objects.filter(grade=1).count()
        == (
            Rectification.objects.filter(case__state="failed")
            | Rectification.objects.exclude(case__late_on=None)
        ).count()
    )
