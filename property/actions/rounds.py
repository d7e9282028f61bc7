"""A round from its opening to the published result."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.casework.clock import calendar_for
from governance.kernel.clock import add_workdays
from governance.kernel.days import quarter_start, today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from property.enums.assessment import AssessmentRight
from property.models import Assessment, AssessmentRound, PropertyContract, ScoreSheet
from property.rules.results import results_of
from property.rules.scoring import grade_of


def open_round(
    area: Area, *, by, begins_on: date, scoring_from: date, scoring_to: date, sheet: ScoreSheet | None = None
) -> AssessmentRound:
    """Prepare the round of a quarter, by the sheet in force unless another is named."""
    demand(by, AssessmentRight.RUN, area.code)
    with transaction.atomic():
        sheet = sheet or ScoreSheet.objects.filter(area=area).in_force().first()
        if sheet is None or sheet.area_id != area.pk or sheet.in_force_from is None:
            raise Refused("no_sheet", _("这个区划没有执行中的考核标准，请先起草并开始执行一版。"))
        if quarter_start(begins_on) > today():
            raise ValidationError(_("这个季度还没有开始，开始以后再建立考核轮次。"))
        round_ = AssessmentRound(
            sheet=sheet,
            begins_on=quarter_start(begins_on),
            scoring_from=scoring_from,
            scoring_to=scoring_to,
        )
        round_.place_in(area)
        round_.full_clean(exclude=["area_code"])
        round_.save()
        after = {"quarter": round_.begins_on, "from": scoring_from, "to": scoring_to, "sheet": sheet.pk}
        record("assessment.open_round", by=by, subject=round_, after=after)
        return round_


def start_round(round_: AssessmentRound, *, by) -> int:
    """Open the scoring: one assessment for each project under contract in the quarter. Answers how many."""
    with transaction.atomic():
        demand(by, AssessmentRight.RUN, round_.area_code)
        move(round_, "start", by=by)
        rows = [_assessment(round_, contract) for contract in _projects(round_)]
        if not rows:
            raise Refused("no_projects", _("这个季度没有在期的专业物业项目，请先登记物业合同。"))
        Assessment.objects.bulk_create(rows)
        return len(rows)


def hear_round(round_: AssessmentRound, *, by) -> None:
    """End the scoring and show what was found; companies may object for so many working days from tomorrow."""
    to_on = add_workdays(calendar_for(), today(), round_.sheet.appeal_days)
    move(round_, "hear", by=by, changes={"appeal_from": today(), "appeal_to": to_on})


def publish_round(round_: AssessmentRound, *, by) -> None:
    """Write each project's total and grade, for good."""
    with transaction.atomic():
        move(round_, "publish", by=by, changes={"published_on": today()})
        sheet, rows = round_.sheet, list(round_.assessments.select_for_update().order_by("pk"))
        results = results_of(rows, sheet)
        for row in rows:
            row.total = results[row.pk].total
            if row.total is not None:
                row.grade = grade_of(row.total, sheet.a_from, sheet.b_from, sheet.c_from)
        Assessment.objects.bulk_update(rows, ["total", "grade"], batch_size=500)


def cancel_round(round_: AssessmentRound, *, by, note: str) -> None:
    """Give a round up, with a reason; the quarter may then have another."""
    move(round_, "cancel", by=by, note=plain(note), changes={"cancel_reason": plain(note)})


def _projects(round_: AssessmentRound):
    quarter = (round_.begins_on, round_.ends_on)
    rows = PropertyContract.objects.within(round_.area_code).filter(valid__overlap=quarter)
    return rows.filter(company__isnull=False).order_by("area_code", "pk")


def _assessment(round_: AssessmentRound, contract: PropertyContract) -> Assessment:
    return Assessment(
        round=round_,
        contract=contract,
        compound_id=contract.compound_id,
        company_id=contract.company_id,
        area_id=contract.area_id,
        area_code=contract.area_code,
    )
