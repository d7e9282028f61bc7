"""红色议事会: a topic from its proposal to what residents are told."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import local_date, today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.people.models import User
from grids.enums.council import Voice
from grids.enums.rights import CouncilRight
from grids.enums.standards import Standard
from grids.models import CommunityStandard, CouncilAttendance, CouncilTopic


def propose_topic(
    area: Area, *, by: User, title: str, text: str = "", proposer_kind: str = Voice.RESIDENT
) -> CouncilTopic:
    """Take up a topic for the council of a community or of one of its grids."""
    if not by.may(CouncilRight.RUN, area.code):
        raise PermissionDenied
    if area.level_id not in {Level.COMMUNITY, Level.GRID}:
        raise Refused("wrong_level", _("议事会设在社区和网格，请选择社区或网格。"))
    topic = CouncilTopic(area=area, title=title.strip(), text=text.strip(), proposer_kind=proposer_kind)
    with transaction.atomic():
        topic.place_in(area)
        topic.full_clean(exclude=["area_code"])
        topic.save()
        record("grids.propose_topic", by=by, subject=topic, after={"proposer": topic.proposer_kind})
    return topic


def notice_topic(topic: CouncilTopic, *, by: User, meeting_at: datetime, meeting_place: str) -> None:
    """Announce when and where it will be talked over, as early as the place's standard asks for."""
    days = CommunityStandard.of(Standard.COUNCIL_NOTICE)
    if local_date(meeting_at) < today() + timedelta(days=days) or meeting_at <= timezone.now():
        raise Refused("too_soon", _("会议要提前至少 {} 天公告，请另定会期。").format(days))
    changes = {"noticed_on": today(), "meeting_at": meeting_at, "meeting_place": meeting_place.strip()}
    move(topic, "notice", by=by, changes=changes)


def hold_meeting(topic: CouncilTopic, *, by: User, attendance: dict[str, int], minutes: str) -> None:
    """Write down who sat there, by kind and number, and what was said."""
    present = {voice: count for voice, count in attendance.items() if count}
    if not present:
        raise Refused("nobody_there", _("请至少填写一类到会人数。"))
    with transaction.atomic():
        move(topic, "hold", by=by, changes={"minutes": minutes.strip()})
        for voice, count in present.items():
            seat = CouncilAttendance(topic=topic, voice=voice, count=count)
            seat.full_clean()
            seat.save()


def decide_topic(
    topic: CouncilTopic,
    *,
    by: User,
    votes_for: int,
    votes_against: int,
    votes_abstained: int,
    is_adopted: bool,
    decision: str,
) -> None:
    """Write down the vote and what was decided. No more may have voted than were there."""
    present = sum(topic.attendance.values_list("count", flat=True))
    if votes_for + votes_against + votes_abstained > present:
        raise Refused("too_many_votes", _("票数多于到会的 {} 人，请核对后再提交。").format(present))
    if is_adopted and votes_for <= votes_against:
        raise Refused("not_adopted", _("赞成票没有多于反对票，不能记为通过。"))
    changes = {
        "votes_for": votes_for,
        "votes_against": votes_against,
        "votes_abstained": votes_abstained,
        "is_adopted": is_adopted,
        "decision": decision.strip(),
        "decided_on": today(),
    }
    move(topic, "decide", by=by, changes=changes)


def execute_topic(topic: CouncilTopic, *, by: User, executor: str, due_on: date) -> None:
    """Hand what was decided to whoever carries it out, with a day."""
    if due_on < today():
        raise Refused("due_past", _("落实期限已经过去，请填写今天或以后的日期。"))
    move(topic, "execute", by=by, changes={"executor": executor.strip(), "due_on": due_on})


def finish_topic(topic: CouncilTopic, *, by: User, outcome: str) -> None:
    move(topic, "finish", by=by, changes={"outcome": outcome.strip(), "executed_on": today()})


def disclose_topic(topic: CouncilTopic, *, by: User, disclosure: str) -> None:
    """Tell residents what came of it; from now on anybody may read it."""
    move(topic, "disclose", by=by, changes={"disclosure": disclosure.strip(), "disclosed_on": today()})


def decline_topic(topic: CouncilTopic, *, by: User, note: str) -> None:
    move(topic, "decline", by=by, note=note, changes={"ended_note": note.strip()})


def withdraw_topic(topic: CouncilTopic, *, by: User, note: str) -> None:
    move(topic, "withdraw", by=by, note=note, changes={"ended_note": note.strip()})
