"""Score sheets, mandates, rounds and assessments with their scores, set past the verbs."""

import json
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from django.conf import settings

from governance.areas.models import Area
from governance.casework.models import Case
from governance.kernel.days import quarter_start, today
from grids.models import Compound
from property.actions.rectifications import issue_rectifications
from property.actions.score_sheets import load_score_presets
from property.enums.assessment import CardGrade, RaterKind
from property.models import (
    Assessment,
    AssessmentMandate,
    AssessmentRound,
    CompanyCard,
    ItemScore,
    PropertyCompany,
    RaterWeight,
    Rectification,
    ScoreAppeal,
    ScoreItem,
    ScorePreset,
    ScoreSheet,
)
from property.states.assessment import RoundState, SheetState
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_company, make_contract

BEGUN = date(2023, 1, 1)
WEIGHTS = {"community": 40, "street": 30, "housing": 20, "owners": 10}
ITEMS = (
    {"section": "保洁", "text": "楼道每日清扫", "marks": 60},
    {"section": "消防", "text": "通道畅通", "marks": 40},
)
_numbers = count(1)
_PRESETS = Path(settings.BASE_DIR) / "config" / "presets" / "base" / "score_presets.json"


def make_score_preset() -> ScorePreset:
    load_score_presets(json.loads(_PRESETS.read_text(encoding="utf-8")))
    return ScorePreset.objects.get(key="property_quarterly")


def make_sheet(area: Area, state: str = SheetState.IN_FORCE, **fields) -> ScoreSheet:
    """Two items of 60 and 40 marks, the four raters by 40/30/20/10."""
    days = {"in_force_from": None if state == SheetState.DRAFT else BEGUN}
    sheet = ScoreSheet.objects.create(
        area=area, state=state, **{"name": f"第{next(_numbers)}版考核标准", **days, **fields}
    )
    ScoreItem.objects.bulk_create(
        ScoreItem(sheet=sheet, position=number, **item) for number, item in enumerate(ITEMS, start=1)
    )
    RaterWeight.objects.bulk_create(
        RaterWeight(sheet=sheet, rater=rater, weight=weight) for rater, weight in WEIGHTS.items()
    )
    return sheet


def make_mandate(
    area: Area, rater: str, *, since: date = BEGUN, until: date | None = None
) -> AssessmentMandate:
    return AssessmentMandate.objects.create(
        area=area, rater=rater, valid=(since, until), order_no="银住建〔2023〕1号"
    )


def make_round(area: Area, state: str = RoundState.SCORING, **fields) -> AssessmentRound:
    """Of this quarter, its windows around today as its state has them; by a sheet of the area."""
    sheet = fields.pop("sheet", None) or ScoreSheet.objects.filter(area=area).in_force().first()
    dates = {"scoring_from": today() - timedelta(days=5), "scoring_to": today() + timedelta(days=5)}
    if state in (RoundState.APPEAL, RoundState.PUBLISHED):
        dates |= {"appeal_from": today(), "appeal_to": today() + timedelta(days=7)}
    if state == RoundState.PUBLISHED:
        dates |= {"published_on": today()}
    fields = {"begins_on": quarter_start(today()), **dates, **fields}
    return AssessmentRound.objects.create(area=area, sheet=sheet or make_sheet(area), state=state, **fields)


def make_assessment(
    area: Area, round_: AssessmentRound | None = None, *, company: PropertyCompany | None = None, **fields
) -> Assessment:
    """Of a new compound in an area, in a round of its county unless one is given."""
    county = Area.objects.get(code=area.code[:6])
    rounds = AssessmentRound.objects.filter(area=county)
    round_ = round_ or rounds.order_by("pk").last() or make_round(county)
    compound: Compound = fields.pop("compound", None) or make_compound(area)
    company = company or make_company(county)
    contract = make_contract(compound, company)
    return Assessment.objects.create(
        area=compound.area, round=round_, contract=contract, compound=compound, company=company, **fields
    )


def rate(
    assessment: Assessment, rater: str = RaterKind.COMMUNITY, *, lost: tuple[int, ...] = (), by=None
) -> None:
    """A rater's sheet: full marks but for what was lost, item by item."""
    lost = (*lost, *[0] * 99)
    for item, less in zip(assessment.round.sheet.items.all(), lost, strict=False):
        reason = "楼道有堆物" if less else ""
        ItemScore.objects.create(
            assessment=assessment, item=item, rater=rater, marks=item.marks - less, reason=reason, by=by
        )


def make_appeal(assessment: Assessment, **fields) -> ScoreAppeal:
    fields = {"item": assessment.round.sheet.items.first(), "text": "当天已清理", **fields}
    return ScoreAppeal.objects.create(assessment=assessment, area=assessment.area, **fields)


def make_rectification(area: Area, assessment: Assessment | None = None) -> Rectification:
    """A ticket just issued for one deduction, by somebody of the county."""
    if assessment is None:
        county = Area.objects.get(code=area.code[:6])
        round_ = AssessmentRound.objects.filter(area=county, state=RoundState.APPEAL).first()
        assessment = make_assessment(area, round_ or make_round(county, RoundState.APPEAL))
        rate(assessment, lost=(3,))
    officer = make_user("property_officer", assessment.round.area)
    return issue_rectifications(assessment, by=officer)[0]


def make_card(company: PropertyCompany, grade: int = CardGrade.YELLOW, **fields) -> CompanyCard:
    fields = {"given_on": today(), "expires_on": today() + timedelta(days=365), **fields}
    return CompanyCard.objects.create(
        company=company, area=company.area, grade=grade, **{"reason": "整改超期", **fields}
    )


def make_results(area: Area) -> None:
    """Something for every figure: two published rounds, tickets in time, late, failed and just issued."""
    county = Area.objects.get(code=area.code[:6])
    last = quarter_start(today())
    earlier = quarter_start(last - timedelta(days=1))
    slips = {"slips_satisfied": 6, "slips_fair": 3, "slips_unsatisfied": 1}
    for begins_on, totals in ((earlier, ((6_000, "D"),)), (last, ((9_530, "A"), (8_110, "B"), (7_400, "C")))):
        round_ = AssessmentRound.objects.filter(area=county, begins_on=begins_on).first()
        round_ = round_ or make_round(county, RoundState.PUBLISHED, begins_on=begins_on)
        for total, grade in totals:
            make_assessment(area, round_, total=total, grade=grade, **slips)
        make_assessment(area, round_)
    for changes in (
        {"state": "closed", "outcome": "resolved", "resolved_on": today(), "closed_on": today()},
        {"state": "failed", "outcome": "unsolved", "closed_on": today()},
        {"late_on": today()},
        {},
    ):
        assessment = make_assessment(area, round_)
        rate(assessment, lost=(3,))
        ticket = make_rectification(area, assessment)
        Case.objects.filter(pk=ticket.pk).update(**changes)
