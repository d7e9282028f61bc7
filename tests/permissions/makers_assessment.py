"""Sheets, mandates, rounds, projects with scores, appeals, tickets and cards put into an area."""

from governance.areas.models import Area
from governance.kernel.days import today
from property.models import AssessmentRound
from property.states.assessment import RoundState, SheetState
from tests.factories import assessment as made
from tests.factories.grids import make_compound
from tests.factories.property import make_company


def sheet(area: Area):
    return made.make_sheet(area, SheetState.DRAFT)


def sheet_to(step: str):
    return lambda area: {"pk": sheet(area).pk, "step": step}


def mandate(area: Area):
    number = area.__class__.objects.count()
    return made.make_mandate(area, "owners", since=today().replace(year=2000 + number % 20))


def round_in(area: Area) -> AssessmentRound:
    found = AssessmentRound.objects.filter(area=area).exclude(state=RoundState.CANCELLED).first()
    return found or made.make_round(area, RoundState.DRAFT)


def round_to(step: str):
    return lambda area: {"pk": round_in(area).pk, "step": step}


def published(area: Area) -> AssessmentRound:
    AssessmentRound.objects.filter(area=area).delete()
    return made.make_round(area, RoundState.PUBLISHED)


def _assessment(area: Area, state: str):
    round_ = AssessmentRound.objects.filter(area=area, state=state).first()
    round_ = round_ or made.make_round(area, state)
    company, compound = make_company(area), make_compound(area)
    return made.make_assessment(area, round_, company=company, compound=compound)


def assessment(area: Area):
    return _assessment(area, RoundState.SCORING)


def assessment_by(rater: str):
    return lambda area: {"pk": assessment(area).pk, "rater": rater}


def heard(area: Area):
    """A project with a deduction, its round open to appeals."""
    found = _assessment(area, RoundState.APPEAL)
    made.rate(found, lost=(3,))
    return found


def result(area: Area):
    return _assessment(area, RoundState.PUBLISHED)


def appeal(area: Area):
    return made.make_appeal(heard(area))


def ticket(area: Area):
    return made.make_rectification(area, heard(area))


def ticket_number(area: Area) -> dict:
    return {"number": ticket(area).case.number}


def ticket_to(step: str):
    return lambda area: {"number": ticket(area).case.number, "step": step}


def card(area: Area):
    return made.make_card(make_company(area))
