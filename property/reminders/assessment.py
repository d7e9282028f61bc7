"""What assessment brings before the dispatch: windows that close, appeals that wait.

Rectification that is late comes with the overdue cases of the one queue.
"""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area
from governance.casework.enums import Kind
from governance.dispatch.reminders import late_cases
from governance.dispatch.topics import LateItem, Topic
from property.enums.assessment import CLOSING_SOON_DAYS
from property.models import AssessmentRound, ScoreAppeal
from property.reminders.programmes import TITLE_LENGTH, lag_words
from property.states.assessment import RoundState


def windows_closing(area: Area, day: date) -> list[LateItem]:
    """Rounds whose scoring ends within three days and that still lack scores."""
    soon = day + timedelta(days=CLOSING_SOON_DAYS)
    rows = AssessmentRound.objects.filter(state=RoundState.SCORING, scoring_to__range=(day, soon))
    found = []
    for row in rows.within(area.code).select_related("area"):
        unrated = row.assessments.unrated().count()
        if unrated:
            title = _("{}：还有 {} 个项目没有打分").format(row, unrated)
            url = reverse("property:round_detail", args=[row.pk])
            found.append(_line(f"window:{row.pk}", title, url, row.area, (day - row.scoring_to).days))
    return found


def appeals_waiting(area: Area, day: date) -> list[LateItem]:
    """Appeals without a decision, counted against the end of their window."""
    rows = ScoreAppeal.objects.pending().within(area.code).filter(handed_on__lte=day)
    rows = rows.filter(assessment__round__state=RoundState.APPEAL)
    rows = rows.select_related("assessment__compound", "assessment__round__area", "item")
    return [
        _line(
            f"appeal:{row.pk}",
            _("申诉待裁定：{}").format(row),
            reverse("property:assessment_detail", args=[row.assessment_id]),
            row.assessment.round.area,
            (day - row.assessment.round.appeal_to).days,
        )
        for row in rows.order_by("handed_on", "pk")
    ]


def _line(key: str, title: str, url: str, owner: Area, days: int) -> LateItem:
    return LateItem(
        key=f"assessment.{key}",
        title=title[:TITLE_LENGTH],
        url=url,
        owner=owner.name,
        owner_id=owner.pk,
        days_late=max(days, 0),
        lag=lag_words(days),
    )


ASSESSMENT = Topic("property.assessment", gettext_lazy("物业考核"), (windows_closing, appeals_waiting))
RECTIFICATIONS = late_cases(Kind.PROPERTY, gettext_lazy("物业整改超期"))
