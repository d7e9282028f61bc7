"""Who rates a project in which capacity, and what stands in the way of a score, one sentence each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import codes_above
from property.enums.assessment import (
    MANDATE_LEVELS,
    MANDATED,
    MOST_ITEMS,
    SEAT_LEVELS,
    WHOLE,
    AssessmentRight,
    RaterKind,
)
from property.models import Assessment, AssessmentMandate, AssessmentRound, ScoreItem
from property.states.assessment import RoundState


def check_sheet(items: Sequence[Mapping], weights: Mapping[str, int]) -> None:
    """Refuse a sheet whose items or weights do not add up to a hundred, saying what they add up to."""
    faults = []
    if len(items) > MOST_ITEMS:
        faults.append(_("考核项目最多 {} 项，现在 {} 项，请合并一些。").format(MOST_ITEMS, len(items)))
    marks, weight = sum(item["marks"] for item in items), sum(weights.values())
    if marks != WHOLE:
        faults.append(_("各项分值相加是 {}，要等于 100，请调整。").format(marks))
    if weight != WHOLE:
        faults.append(_("各评分方权重相加是 {}，要等于 100，请调整。").format(weight))
    if faults:
        raise ValidationError(faults)


def capacities_of(user, area_code: str) -> list[str]:
    """As whom a person's seats around a place let them rate there; a community's seat counts the owners' slips."""
    if not user.may(AssessmentRight.SCORE, area_code):
        return []
    return seats_of(user, area_code)


def seats_of(user, area_code: str | None = None) -> list[str]:
    """As whom a person's seats let them rate: those around a place, or all of them."""
    levels = [
        held.post.area.level_id
        for held in user.live_holdings
        if AssessmentRight.SCORE in held.post.role.rights
        and (area_code is None or area_code.startswith(held.post.area_code))
    ]
    found = dict.fromkeys(SEAT_LEVELS[level] for level in levels if level in SEAT_LEVELS)
    return [*found, RaterKind.OWNERS] if RaterKind.COMMUNITY in found else list(found)


def mandated_on(area_code: str, day: date) -> set[str]:
    """The kinds of raters that hold a mandate over a place on a day."""
    rows = AssessmentMandate.objects.live_on(day).filter(area_code__in=codes_above(area_code))
    return set(rows.values_list("rater", flat=True))


def check_rater(assessment: Assessment, rater: str, by) -> None:
    """Refuse whoever does not rate there in that capacity, and a capacity without a mandate of the day."""
    weighed = assessment.round.sheet.weights.values_list("rater", flat=True)
    label = RaterKind(rater).label
    if rater not in weighed:
        raise Refused("not_on_sheet", _("这一轮的考核标准里没有“{}”评分方。").format(label))
    if rater not in capacities_of(by, assessment.area_code):
        raise Refused(
            "outside_area",
            _("您的岗位不在“{}”的{}，不能代其打分，请由当地岗位办理。").format(assessment, label),
        )
    if rater in MANDATED and rater not in mandated_on(assessment.area_code, today()):
        raise Refused(
            "no_mandate",
            _("“{}”所在区划今天没有{}的考核授权，考核权还在上级，请先由住建部门下放。").format(
                assessment, label
            ),
        )


def check_scoring(round_: AssessmentRound) -> None:
    """Refuse a score outside the window, naming its days."""
    if round_.state == RoundState.CANCELLED:
        raise Refused("round_cancelled", _("这一轮考核已取消，不能打分。"))
    if round_.state == RoundState.DRAFT or today() < round_.scoring_from:
        raise Refused("not_open", _("打分从 {} 开始，现在还不能打分。").format(round_.scoring_from))
    if not round_.takes_scores:
        closed_on = min(round_.scoring_to, round_.appeal_from or round_.scoring_to)
        raise Refused("scoring_closed", _("打分期已于 {} 结束，不能再打分或修改。").format(closed_on))


def check_appeal_window(round_: AssessmentRound) -> None:
    if round_.state in (RoundState.DRAFT, RoundState.SCORING):
        raise Refused("appeal_not_open", _("初评还没有公示，公示以后才能登记申诉。"))
    if not round_.takes_appeals:
        closed_on = round_.appeal_to or today()
        raise Refused("appeal_closed", _("申诉期已于 {} 结束，不能再登记申诉。").format(closed_on))


def faults_of(items: Iterable[ScoreItem], given: Mapping[int, Mapping]) -> list[str]:
    """What cannot be in a rater's sheet: an item left out, more marks than it is worth, a deduction unexplained."""
    found, known = [], {item.pk: item for item in items}
    if set(given) - set(known):
        found.append(_("有的考核项目不在这一轮的标准里，请刷新页面重新打分。"))
    for pk, item in known.items():
        entry = given.get(pk)
        if entry is None:
            found.append(_("“{}”还没有打分，每一项都要打分。").format(item))
        elif not 0 <= entry["marks"] <= item.marks:
            found.append(_("“{}”最高 {} 分，填的是 {} 分，请改正。").format(item, item.marks, entry["marks"]))
        elif entry["marks"] < item.marks and not entry["reason"]:
            found.append(_("“{}”扣了 {} 分，请写明扣分理由。").format(item, item.marks - entry["marks"]))
    return found


def check_mandate(rater: str, level: str) -> None:
    """Refuse a mandate at a level where such raters do not sit."""
    if rater not in MANDATED:
        raise ValidationError(_("住建部门本来就可以打分，不用授权。"))
    if level not in MANDATE_LEVELS[RaterKind(rater)]:
        raise ValidationError(
            _("{}的考核授权要给到镇街或社区，请重新选择区划。").format(RaterKind(rater).label)
        )
