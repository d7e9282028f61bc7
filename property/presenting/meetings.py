"""A meeting and its matters as page and API show them: the verdict in words beside the figures."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.kernel.days import today
from governance.kernel.lifecycle import open_steps
from governance.people.models import User
from property.enums import Right
from property.enums.meetings import ARTICLE, MeetingState
from property.models import OwnersMatter, OwnersMeeting
from property.rules.verdicts import (
    amount,
    counted_words,
    owners_words,
    rule_words,
    share_words,
    shortfall_words,
    standard_words,
    words_of,
)
from property.rules.votes import Verdict, VoteTest, verdict_of
from property.states.meetings import WAY

TONES = {
    MeetingState.DRAFT: "near",
    MeetingState.NOTICED: "primary",
    MeetingState.COUNTED: "primary",
    MeetingState.ANNOUNCED: "ok",
    MeetingState.CALLED_OFF: "paused",
}


@dataclass(frozen=True)
class MatterShown:
    """A matter with its verdict and what a page says of both."""

    matter: OwnersMatter
    verdict: Verdict | None

    @property
    def rule(self) -> str:
        return rule_words(self.matter.kind)

    @property
    def result(self) -> str:
        return words_of(self.verdict)

    @property
    def shortfall(self) -> str:
        return shortfall_words(self.verdict)

    @property
    def tests(self) -> list[dict]:
        return [_test_row(test) for test in self.verdict.tests] if self.verdict else []

    @property
    def votes(self) -> list[tuple]:
        """Who took part, for, against, abstained: each by heads and by area."""
        labels = (_("参与"), _("同意"), _("反对"), _("弃权"))
        return list(zip(labels, *counted_words(self.matter), strict=True))


def shown(matter: OwnersMatter) -> MatterShown:
    return MatterShown(matter, verdict_of(matter))


def _test_row(test: VoteTest) -> dict:
    return {
        "standard": standard_words(test),
        "share": share_words(test),
        "missed": "" if test.is_passed else test.threshold.missed,
        "lacking": amount(test.lacking, test.measure),
    }


def meeting_page(meeting: OwnersMeeting, user: User) -> dict:
    """What the page of a meeting reads."""
    may_manage = user.may(Right.MANAGE, meeting.area_code)
    held = today() >= meeting.meeting_on
    steps = [step for step in open_steps(meeting, user) if held or step.name != "count"]
    return {
        "meeting": meeting,
        "tone": TONES[meeting.state],
        "owners": owners_words(meeting),
        "way": way_of(meeting),
        "matters": [shown(matter) for matter in meeting.matters.all()],
        "article": ARTICLE,
        "steps": [(step, reverse("property:meeting_step", args=[meeting.pk, step.name])) for step in steps],
        "may_change": may_manage and meeting.state == MeetingState.DRAFT,
        "has_result": meeting.state in (MeetingState.COUNTED, MeetingState.ANNOUNCED),
        "committees": meeting.elected_committees.all(),
    }


def way_of(meeting: OwnersMeeting) -> list[dict]:
    """The way, as the steps component draws it; nothing for a meeting that was called off."""
    if meeting.state not in WAY:
        return []
    place, last = WAY.index(meeting.state), len(WAY) - 1
    days = {MeetingState.NOTICED: meeting.notice_on, MeetingState.ANNOUNCED: meeting.announced_on}
    states = ["done"] * place + ["done" if place == last else "now"] + ["todo"] * (last - place)
    return [
        {"label": state.label, "state": how, "at": days.get(state)}
        for state, how in zip(WAY, states, strict=True)
    ]


def result_line(meeting: OwnersMeeting) -> dict | None:
    """How many of the matters were carried, for a list; nothing before the count."""
    verdicts = [verdict_of(matter) for matter in meeting.matters.all()]
    if not verdicts or None in verdicts:
        return None
    return {"passed": sum(verdict.is_passed for verdict in verdicts), "all": len(verdicts)}
