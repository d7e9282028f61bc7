"""Rounds and assessments as their pages show them."""

from datetime import date

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.lifecycle import open_steps
from governance.kernel.wording import quarter_in_full
from property.enums.assessment import (
    MANDATED,
    AssessmentRight,
    CardGrade,
    RaterKind,
)
from property.models import Assessment, AssessmentRound, CompanyCard, ItemScore, PropertyCompany, ScoreAppeal
from property.rules.assessment import capacities_of, mandated_on
from property.rules.results import grades_of, items_of, missing_words, results_of, weights_of
from property.rules.scoring import Result, grade_of, marks_words, rounded_mean
from property.states.assessment import ROUND_WAY, RoundState

STREET_WIDTH = 9  # of a code: whose project it is on the board of a round
ROUND_TONES = {
    RoundState.DRAFT: "near",
    RoundState.SCORING: "primary",
    RoundState.APPEAL: "near",
    RoundState.PUBLISHED: "ok",
    RoundState.CANCELLED: "paused",
}
GRADE_TONES = {"A": "ok", "B": "primary", "C": "near", "D": "late"}
SHOWN_ROUNDS = 4  # of a project's results on the page of its compound


def round_page(round_: AssessmentRound, user) -> dict:
    """How far a round is: its way, who has rated how many, street by street, and what waits for a decision."""
    rows = list(Assessment.objects.for_user(user).filter(round=round_).order_by("area_code", "pk"))
    weights = weights_of(round_.sheet)
    appeals = ScoreAppeal.objects.for_user(user).filter(assessment__round=round_)
    steps = open_steps(round_, user)
    return {
        "round": round_,
        "tone": ROUND_TONES[RoundState(round_.state)],
        "way": way_of(round_),
        "raters": [(RaterKind(rater).label, weight) for rater, weight in weights.items()],
        "progress": progress_of(rows, list(weights)),
        "total": len(rows),
        "grades": [(grade.value, GRADE_TONES[grade], count) for grade, count in grades_of(rows)],
        "appeals": list(appeals.for_list().order_by("verdict", "-pk")[:50]),
        "may_run": user.may(AssessmentRight.RUN, round_.area_code),
        "steps": [
            {"step": step, "missing": round_.missing_to(step)} for step in steps if not step.needs_note
        ],
        "may_cancel": any(step.name == "cancel" for step in steps),
    }


def way_of(round_: AssessmentRound) -> list[dict]:
    """The inputs of the steps component."""
    if round_.state == RoundState.CANCELLED:
        return []
    here = ROUND_WAY.index(round_.state)
    days = (None, round_.scoring_to, round_.appeal_to, round_.published_on)
    ended = round_.state == RoundState.PUBLISHED
    return [
        {
            "label": state.label,
            "state": "done" if number < here or ended else "now" if number == here else "todo",
            "at": day,
        }
        for number, (state, day) in enumerate(zip(ROUND_WAY, days, strict=True))
    ]


def progress_of(rows: list[Assessment], raters: list[str]) -> list[dict]:
    """For each street: its projects, and of how many each rater has given a sheet."""
    scores = ItemScore.objects.filter(assessment__in=[row.pk for row in rows]).order_by()
    done = set(scores.values_list("assessment", "rater").distinct())
    done |= {(row.pk, RaterKind.OWNERS.value) for row in rows if row.slips}
    streets: dict[str, list[Assessment]] = {}
    for row in rows:
        streets.setdefault(row.area_code[:STREET_WIDTH], []).append(row)
    names = dict(Area.objects.filter(code__in=streets).values_list("code", "name"))
    return [
        {
            "code": code,
            "name": names.get(code, code),
            "total": len(own),
            "done": [sum((row.pk, rater) in done for row in own) for rater in raters],
        }
        for code, own in streets.items()
    ]


def assessment_page(assessment: Assessment, user) -> dict:
    """One project: what each rater gave item by item, what it comes to, objections, tickets, and the next press."""
    round_, code = assessment.round, assessment.area_code
    sheet = round_.sheet
    rows = items_of(assessment, sheet.items.all())
    result = results_of([assessment], sheet)[assessment.pk]
    tickets = list(assessment.rectifications.select_related("case", "item"))
    lost = [row for row in rows if row.deductions]
    ticketed = {ticket.item_id for ticket in tickets}
    heard = round_.state in (RoundState.APPEAL, RoundState.PUBLISHED)
    return {
        "assessment": assessment,
        "round": round_,
        "round_tone": ROUND_TONES[RoundState(round_.state)],
        "is_final": assessment.total is not None,
        "sections": sections_of(rows, [part.rater for part in result.parts]),
        "deductions": lost,
        "appeals": list(assessment.appeals.select_related("item").prefetch_related("evidence")),
        "tickets": tickets,
        "capacities": capacities_words(assessment, user) if round_.takes_scores else [],
        "may_appeal": round_.takes_appeals and bool(lost) and user.may(AssessmentRight.ANSWER, code),
        "may_decide": round_.state == RoundState.APPEAL and user.may(AssessmentRight.RUN, round_.area_code),
        "may_rectify": heard
        and any(row.item.pk not in ticketed for row in lost)
        and user.may(AssessmentRight.RUN, code),
    } | result_words(assessment, result)


def result_words(assessment: Assessment, result: Result) -> dict:
    """The total and grade in words, with each rater's part."""
    sheet = assessment.round.sheet
    total = result.total if assessment.total is None else assessment.total
    grade = "" if total is None else grade_of(total, sheet.a_from, sheet.b_from, sheet.c_from)
    return {
        "marks": marks_words(total),
        "grade": grade,
        "grade_tone": GRADE_TONES.get(grade, "paused"),
        "missing_words": missing_words(result),
        "parts": [
            {
                "label": RaterKind(part.rater).label,
                "weight": part.weight,
                "marks": marks_words(part.hundredths),
            }
            for part in result.parts
        ],
    }


def sections_of(rows, raters: list[str]) -> list[dict]:
    """Items by section; for each rater the marks given, in the order of the weights."""
    raters = [rater for rater in raters if rater != RaterKind.OWNERS]
    found: dict[str, dict] = {}
    for row in rows:
        section = found.setdefault(row.item.section, {"name": row.item.section, "marks": 0, "rows": []})
        section["marks"] += row.item.marks
        given = [(RaterKind(rater).label, row.scores.get(rater)) for rater in raters]
        section["rows"].append({"item": row.item, "given": given, "earlier": row.earlier})
    return list(found.values())


def capacities_words(assessment: Assessment, user) -> list[dict]:
    """As whom the person may rate there; without a mandate of the day the press says so instead."""
    mandated = mandated_on(assessment.area_code, today())
    weighed = weights_of(assessment.round.sheet)
    return [
        {
            "rater": rater,
            "label": RaterKind(rater).label,
            "is_mandated": rater not in MANDATED or rater in mandated,
            "is_slips": rater == RaterKind.OWNERS,
        }
        for rater in capacities_of(user, assessment.area_code)
        if rater in weighed
    ]


def assessment_rows(page) -> list[dict]:
    """Each line of a list with its quarter and marks in words and the tone of its grade."""
    return [
        {
            "assessment": row,
            "quarter": quarter_in_full(row.begins_on),
            "marks": marks_words(row.total),
            "tone": GRADE_TONES.get(row.grade, "paused"),
        }
        for row in page or ()
    ]


def scores_panel(compound, user, day: date) -> dict | None:
    """What `property/_scores.html` shows of a compound: its published results by a day, the latest first."""
    if not user.may(AssessmentRight.VIEW, compound.area_code):
        return None
    rows = Assessment.objects.for_user(user).filter(compound=compound.pk, round__published_on__lte=day)
    rows = rows.for_list().order_by("-begins_on", "-pk")[:SHOWN_ROUNDS]
    return {"rows": assessment_rows(rows)}


def cards_panel(company: PropertyCompany, user, day: date) -> dict | None:
    """What `property/_company_cards.html` shows of a company: its cards live on a day, and its mean result."""
    if not user.may(AssessmentRight.VIEW, company.area_code):
        return None
    cards = list(company.cards.live_on(day).order_by("-grade", "-given_on", "-pk"))
    rows = Assessment.objects.for_user(user).filter(company=company).latest_on(day).rated()
    totals = list(rows.values_list("total", flat=True))
    return {"cards": card_rows(cards), "count": len(totals), "mean": marks_words(rounded_mean(totals))}


def card_rows(cards: list[CompanyCard]) -> list[tuple[CompanyCard, str]]:
    """Cards with their tones; ended ones are paused."""
    day = today()
    return [
        (card, ("late" if card.grade == CardGrade.RED else "near") if is_live(card, day) else "paused")
        for card in cards
    ]


def is_live(card: CompanyCard, day: date) -> bool:
    return card.expires_on > day and (card.lifted_on is None or card.lifted_on > day)
