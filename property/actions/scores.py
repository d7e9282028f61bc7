"""Marks for one project, and what its company objects to."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.files.actions import keep_picture
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from property.enums.assessment import AppealVerdict, AssessmentRight, RaterKind
from property.models import Assessment, AssessmentRound, ItemScore, ScoreAppeal, ScoreItem
from property.rules.assessment import check_appeal_window, check_rater, check_scoring, faults_of
from property.states.assessment import RoundState


def give_scores(assessment: Assessment, *, by, rater: str, given: Mapping[int, Mapping]) -> int:
    """Rate a project: for each item its `marks`, a `reason` for what was deducted, perhaps a `photo`.

    Again while the window is open corrects: only what differs is written, as a further row. Answers how many.
    """
    demand(by, AssessmentRight.SCORE, assessment.area_code)
    if rater == RaterKind.OWNERS:
        raise ValidationError(_("业主评分按满意度票数计算，请在“登记业主评议”里填写票数。"))
    check_rater(assessment, rater, by)
    with transaction.atomic():
        round_ = _hold_round(assessment)
        check_scoring(round_)
        entries = {pk: _clean(entry) for pk, entry in given.items()}
        items = {item.pk: item for item in round_.sheet.items.all()}
        if faults := faults_of(items.values(), entries):
            raise ValidationError(faults)
        standing = {row.item_id: row for row in assessment.scores.standing().filter(rater=rater)}
        rows = [
            _row(assessment, rater, items[pk], entry, by)
            for pk, entry in entries.items()
            if _differs(standing.get(pk), items[pk], entry)
        ]
        ItemScore.objects.bulk_create(rows)
        after = {"rater": rater, "marks": sum(entry["marks"] for entry in entries.values())}
        record("assessment.score", by=by, subject=assessment, after=after | {"changed": len(rows)})
        return len(rows)


def count_slips(assessment: Assessment, *, by, satisfied: int, fair: int, unsatisfied: int) -> None:
    """Enter the owners' answers as the community counted them; again while the window is open corrects."""
    demand(by, AssessmentRight.SCORE, assessment.area_code)
    check_rater(assessment, RaterKind.OWNERS, by)
    with transaction.atomic():
        check_scoring(_hold_round(assessment))
        if satisfied + fair + unsatisfied == 0:
            raise ValidationError(_("至少要有一张有效票；没有收回业主评议的，不用登记。"))
        held = Assessment.objects.select_for_update(of=("self",)).select_related("area").get(pk=assessment.pk)
        before = held.slips
        held.slips_satisfied, held.slips_fair, held.slips_unsatisfied = satisfied, fair, unsatisfied
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["slips_satisfied", "slips_fair", "slips_unsatisfied"])
        record(
            "assessment.count_slips",
            by=by,
            subject=held,
            before={"slips": before},
            after={"slips": held.slips},
        )


def hand_in_appeal(
    assessment: Assessment,
    *,
    by,
    item: ScoreItem,
    text: str,
    handed_on: date | None = None,
    handed_by: str = "",
    photos: Iterable = (),
) -> ScoreAppeal:
    """Record what a company objects to, within the appeal window."""
    demand(by, AssessmentRight.ANSWER, assessment.area_code)
    with transaction.atomic():
        round_ = _hold_round(assessment)
        check_appeal_window(round_)
        day = handed_on or today()
        if not round_.appeal_from <= day <= today():
            raise ValidationError(
                _("提交日期要在公示日期 {} 和今天之间，请核对。").format(round_.appeal_from)
            )
        _demand_deduction(assessment, item, round_)
        appeal = ScoreAppeal(
            assessment=assessment, item=item, text=plain(text), handed_on=day, handed_by=plain(handed_by),
            recorded_by=by,
        )  # fmt: skip
        appeal.place_in(assessment.area)
        appeal.full_clean(exclude=["area_code"])
        appeal.save()
        keep = {"area": assessment.area, "by": by, "view_right": AssessmentRight.VIEW}
        appeal.evidence.add(*(keep_picture(photo, **keep) for photo in photos))
        record("assessment.appeal", by=by, subject=appeal, after={"item": item.pk, "on": day})
        return appeal


def decide_appeal(appeal: ScoreAppeal, *, by, verdict: str, reason: str, marks: int | None = None) -> None:
    """Uphold an objection, wholly (full marks) or in part (`marks`), or reject it, with a reason.

    What is upheld corrects the item by further rows, for each rater that had given less.
    """
    demand(by, AssessmentRight.RUN, appeal.assessment.round.area_code)
    with transaction.atomic():
        round_ = _hold_round(appeal.assessment)
        held = ScoreAppeal.objects.select_for_update(of=("self",)).select_related("item").get(pk=appeal.pk)
        if held.verdict != AppealVerdict.PENDING:
            raise Refused("already_decided", _("这件申诉已经裁定，请刷新页面查看。"))
        if round_.state != RoundState.APPEAL:
            raise Refused(
                "round_over", _("这一轮已经{}，不能再裁定申诉。").format(round_.get_state_display())
            )
        held.verdict, held.reason = verdict, plain(reason)
        held.marks = _awarded(held, verdict, marks)
        held.decided_on, held.decided_by = today(), by
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["verdict", "reason", "marks", "decided_on", "decided_by"])
        if held.marks is not None:
            _raise_scores(held, by)
        after = {"verdict": verdict, "marks": held.marks}
        record("assessment.decide_appeal", by=by, subject=held, after=after, reason=held.reason)


def _hold_round(assessment: Assessment) -> AssessmentRound:
    """The round, locked: a score waits for what ends the scoring, and the other way round."""
    rows = AssessmentRound.objects.select_for_update(of=("self",)).select_related("sheet")
    return rows.get(pk=assessment.round_id)


def _clean(entry: Mapping) -> dict:
    return {
        "marks": entry["marks"],
        "reason": plain(entry.get("reason") or ""),
        "photo": entry.get("photo"),
    }


def _differs(row: ItemScore | None, item: ScoreItem, entry: dict) -> bool:
    if row is None or entry["photo"]:
        return True
    return (row.marks, row.reason) != (entry["marks"], _reason(item, entry))


def _row(assessment: Assessment, rater: str, item: ScoreItem, entry: dict, by) -> ItemScore:
    kept = entry["photo"] and keep_picture(
        entry["photo"], area=assessment.area, by=by, view_right=AssessmentRight.VIEW
    )
    row = ItemScore(
        assessment=assessment, item=item, rater=rater, marks=entry["marks"], reason=_reason(item, entry),
        evidence=kept or None, by=by,
    )  # fmt: skip
    row.clean_fields(exclude=["assessment", "item", "evidence", "by", "appeal"])
    return row


def _reason(item: ScoreItem, entry: dict) -> str:
    """Full marks need none."""
    return entry["reason"] if entry["marks"] < item.marks else ""


def _demand_deduction(assessment: Assessment, item: ScoreItem, round_: AssessmentRound) -> None:
    if item.sheet_id != round_.sheet_id:
        raise ValidationError(_("所选项目不在这一轮的考核标准里，请另选。"))
    lost = [row for row in assessment.scores.standing().filter(item=item) if row.marks < item.marks]
    if not lost:
        raise Refused("nothing_deducted", _("“{}”没有扣分，不用申诉。").format(item))


def _awarded(appeal: ScoreAppeal, verdict: str, marks: int | None) -> int | None:
    if verdict == AppealVerdict.PENDING:
        raise ValidationError(_("请选择裁定结果。"))
    if verdict == AppealVerdict.REJECTED:
        return None
    if verdict == AppealVerdict.UPHELD:
        return appeal.item.marks
    if marks is None or not 0 <= marks < appeal.item.marks:
        raise ValidationError(_("部分成立的要写明裁定得分，在 0 到 {} 之间。").format(appeal.item.marks - 1))
    return marks


def _raise_scores(appeal: ScoreAppeal, by) -> None:
    rows = appeal.assessment.scores.standing().filter(item=appeal.item)
    lower = [row for row in rows if row.marks < appeal.marks]
    if not lower:
        raise ValidationError(_("裁定得分 {} 不高于各评分方原来的得分，请核对。").format(appeal.marks))
    ItemScore.objects.bulk_create(
        ItemScore(
            assessment_id=appeal.assessment_id,
            item=appeal.item,
            rater=row.rater,
            marks=appeal.marks,
            reason="" if appeal.marks == appeal.item.marks else row.reason,
            appeal=appeal,
            by=by,
        )
        for row in lower
    )
