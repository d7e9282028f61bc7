"""When a committee may rest on a meeting, and what about a committee deserves a second look."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.kernel.errors import Refused
from property.enums import FILING_DAYS, CommitteeKind
from property.enums.committees import FEWEST_OF_MANAGEMENT, YEARS_OF_MANAGEMENT
from property.enums.meetings import MatterKind, MeetingState
from property.models import CommitteeMember, OwnersCommittee, OwnersMeeting
from property.rules.votes import verdict_of


def check_meeting(meeting: OwnersMeeting | None, compound_id: int, on: date) -> None:
    """Refuse a meeting that cannot carry what happens on `on`: elsewhere, not announced yet, or held later."""
    if meeting is None:
        return
    if meeting.compound_id != compound_id:
        raise ValidationError(_("所选业主大会不是这个小区的，请另选。"))
    if meeting.state != MeetingState.ANNOUNCED:
        raise Refused("not_announced", _("这次业主大会的结果还没有公布，公布以后才能作为依据。"))
    if on < meeting.meeting_on:
        raise ValidationError(_("日期不能早于所依据的业主大会（{}）。").format(meeting.meeting_on))


def check_election(meeting: OwnersMeeting | None, kind: str) -> None:
    """Refuse an owners' committee from a meeting that elected none."""
    if meeting is not None and kind == CommitteeKind.OWNERS and not elects(meeting):
        raise Refused(
            "not_elected", _("这次业主大会没有通过选举业委会的事项，不能作为依据，请核对表决结果。")
        )


def elects(meeting: OwnersMeeting) -> bool:
    verdicts = (verdict_of(matter) for matter in meeting.matters.all())
    return any(found and found.kind == MatterKind.COMMITTEE and found.is_passed for found in verdicts)


def check_member(committee: OwnersCommittee, from_on: date) -> None:
    upper = committee.valid.upper
    if upper is not None and upper <= from_on:
        raise Refused("committee_ended", _("「{}」已于 {} 结束，不能再登记委员。").format(committee, upper))
    if from_on < committee.valid.lower:
        raise ValidationError(_("任职日期不能早于委员会产生日期 {}。").format(committee.valid.lower))


def warnings_of(committee: OwnersCommittee, members: Sequence[CommitteeMember], day: date) -> list[str]:
    """What the rules want otherwise; recorded facts stay recorded. `members` are those of the day."""
    found = []
    if committee.is_filing_late:
        found.append(
            _("产生之日起 {} 日内应当备案，最后一天是 {}，已经超期。").format(FILING_DAYS, committee.file_by)
        )
    if committee.is_term_over and committee.valid.upper is None:
        found.append(_("任期已于 {} 届满，还没有换届或者解散。").format(committee.term_ends_on))
    elif committee.is_election_due(day):
        found.append(_("任期将于 {} 届满，届满前三个月应当组织换届选举。").format(committee.term_ends_on))
    resting_on = committee.elected_at
    if resting_on is not None and not _still_carries(committee, resting_on):
        found.append(_("产生所依据的业主大会结果已经更正，请核对选举是否仍然有效。"))
    if committee.kind == CommitteeKind.MANAGEMENT:
        found += _management(committee, members, day)
    return found


def _still_carries(committee: OwnersCommittee, meeting: OwnersMeeting) -> bool:
    announced = meeting.state == MeetingState.ANNOUNCED
    return announced and (committee.kind != CommitteeKind.OWNERS or elects(meeting))


def _management(committee: OwnersCommittee, members: Sequence[CommitteeMember], day: date) -> list[str]:
    found, count = [], len(members) or committee.member_count
    if count < FEWEST_OF_MANAGEMENT:
        found.append(_("物管会至少 {} 人，现在 {} 人。").format(FEWEST_OF_MANAGEMENT, count))
    if count % 2 == 0:
        found.append(_("物管会人数应当是单数，现在 {} 人。").format(count))
    owners = sum(member.is_owner for member in members)
    if members and owners * 2 < len(members):
        found.append(_("物管会中业主应当不少于一半，现在 {} 人中有 {} 人。").format(len(members), owners))
    longest = _years_after(committee.valid.lower, YEARS_OF_MANAGEMENT)
    if (committee.term_ends_on or committee.valid.upper or day) > longest:
        found.append(_("物管会期限不超过 {} 年，最晚到 {}。").format(YEARS_OF_MANAGEMENT, longest))
    return found


def _years_after(day: date, years: int) -> date:
    """The same day later on; for the last of February in a year that has none, the first of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
