"""Owners' meetings of 金凤区: what elected its committees, what was carried and what failed; who sits in them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from demo import words
from demo.chance import chance
from demo.city import JINFENG, City
from grids.enums.body_posts import Body, Register
from grids.models import BodyPost, Compound
from property.enums import CommitteeKind
from property.enums.committees import MemberTitle
from property.enums.meetings import MatterKind, MeetingForm, MeetingKind, MeetingState
from property.models import CommitteeMember, OwnersCommittee, OwnersMatter, OwnersMeeting

TITLES = (MemberTitle.CHAIR, MemberTitle.DEPUTY)
WITH_PHONE = 0.8  # of the members who are not among the posts in bodies
BEHIND = 6  # committees not filed yet, and as many whose term ends around these days
ELECTED = 60  # committees whose electing meeting was entered; older ones were formed before the portal


@dataclass(frozen=True)
class Story:
    """A meeting held some days ago (or to come): its one matter, and the shares that took part and agreed."""

    kind: MatterKind
    text: str
    took_part: tuple[int, int]
    agreed: tuple[int, int]
    state: MeetingState = MeetingState.ANNOUNCED
    days_ago: int = 40


# By heads and by area alike; three quarters of what took part is exactly enough for (六).
STORIES = (
    Story(MatterKind.SERVICE, "续聘现物业企业，合同期三年，物业费标准不变。", (4, 5), (7, 10), days_ago=62),
    Story(MatterKind.USE_FUND, "动用维修资金更换 3 号楼两部电梯。", (3, 5), (9, 10), days_ago=48),
    Story(MatterKind.RAISE_FUND, "按每平方米 12 元续筹维修资金。", (4, 5), (3, 4), days_ago=33),
    Story(MatterKind.CHANGE_USE, "将东侧闲置门房改为社区食堂。", (4, 5), (2, 3), days_ago=27),
    Story(MatterKind.COVENANT, "修改管理规约：电动车集中停放充电。", (7, 10), (3, 5), days_ago=21),
    Story(
        MatterKind.REBUILD, "加装 6 号楼无障碍坡道并改造单元门厅。", (3, 4), (4, 5), MeetingState.COUNTED, 4
    ),
    Story(MatterKind.OTHER, "公共收益的一半用于照明改造。", (0, 1), (0, 1), MeetingState.NOTICED, -9),
    Story(MatterKind.RULES, "制定业主大会议事规则。", (0, 1), (0, 1), MeetingState.DRAFT, -26),
)
ROUNDS = 3  # how often the stories are told, each time in other compounds


def make_meetings(city: City) -> None:
    dice = chance("meetings")
    committees = list(
        OwnersCommittee.objects.filter(area_code__startswith=JINFENG)
        .select_related("compound")
        .order_by("-valid", "pk")
    )
    _elections([row for row in committees if row.kind == CommitteeKind.OWNERS][:ELECTED], dice)
    _stories(city, [row.compound for row in dice.sample(committees, len(STORIES) * ROUNDS)], dice)
    make_members(committees, dice)
    fall_behind(committees, city)


def _elections(committees: list[OwnersCommittee], dice) -> None:
    """The meeting that elected each of the youngest owners' committees, announced and carried."""
    story = Story(MatterKind.COMMITTEE, "选举业主委员会委员。", (4, 5), (4, 5))
    meetings = []
    for committee in committees:
        held = committee.valid.lower - timedelta(days=dice.randint(1, 6))
        meeting = _meeting(committee.compound, MeetingState.ANNOUNCED, held, dice)
        meeting.title, meeting.kind = "首次业主大会", MeetingKind.FIRST
        meeting.announced_on = committee.valid.lower
        meetings.append(meeting)
    OwnersMeeting.objects.bulk_create(meetings)
    OwnersMatter.objects.bulk_create(_matter(meeting, story, dice) for meeting in meetings)
    for committee, meeting in zip(committees, meetings, strict=True):
        committee.elected_at = meeting
    OwnersCommittee.objects.bulk_update(committees, ["elected_at"])


def _stories(city: City, compounds: list[Compound], dice) -> None:
    told = list(zip(compounds, STORIES * ROUNDS, strict=True))
    meetings = []
    for number, (compound, story) in enumerate(told):
        shift = timedelta(
            days=story.days_ago + 7 * (number // len(STORIES)) * (1 if story.days_ago > 7 else 0)
        )
        meetings.append(_meeting(compound, story.state, city.today - shift, dice))
    OwnersMeeting.objects.bulk_create(meetings)
    OwnersMatter.objects.bulk_create(
        _matter(meeting, story, dice) for meeting, (_compound, story) in zip(meetings, told, strict=True)
    )


def _meeting(compound: Compound, state: str, held: date, dice) -> OwnersMeeting:
    """Owners and area in round figures that the stories' shares divide."""
    owners = max(compound.household_count // 60, 3) * 60
    meeting = OwnersMeeting(
        compound=compound,
        area_id=compound.area_id,
        area_code=compound.area_code,
        title=f"{held.year} 年业主大会",
        kind=dice.choice([MeetingKind.REGULAR, MeetingKind.INTERIM]),
        form=dice.choice(list(MeetingForm)),
        state=state,
        meeting_on=held,
        owner_count=owners,
        owner_area=Decimal(owners * dice.randint(84, 118)),
    )
    if state != MeetingState.DRAFT:
        meeting.notice_on = held - timedelta(days=dice.randint(16, 24))
        meeting.told_on = meeting.notice_on
    if state == MeetingState.ANNOUNCED:
        meeting.announced_on = held + timedelta(days=dice.randint(1, 3))
    return meeting


def _matter(meeting: OwnersMeeting, story: Story, dice) -> OwnersMatter:
    matter = OwnersMatter(meeting=meeting, position=1, kind=story.kind, text=story.text)
    if meeting.state in (MeetingState.COUNTED, MeetingState.ANNOUNCED):
        matter.owner_count, matter.owner_area = meeting.owner_count, meeting.owner_area
        for measure, total in (("heads", meeting.owner_count), ("area", int(meeting.owner_area))):
            took_part = total * story.took_part[0] // story.took_part[1] // 60 * 60
            agreed = took_part * story.agreed[0] // story.agreed[1]
            against = dice.randint(0, took_part - agreed)
            figures = (took_part, agreed, against, took_part - agreed - against)
            for name, value in zip(("took_part", "for", "against", "abstain"), figures, strict=True):
                setattr(matter, f"{name}_{measure}", value if measure == "heads" else Decimal(value))
    return matter


def make_members(committees: list[OwnersCommittee], dice) -> None:
    """As many as each committee says it has; in a management committee some are of the community and its office.

    Who is among the posts in bodies already is the same person here; of the others some gave no telephone.
    """
    entered = _entered(committees)
    posts, members = [], []
    for committee in committees:
        for number in range(committee.member_count):
            title = TITLES[number] if number < len(TITLES) else MemberTitle.MEMBER
            post = entered.pop((committee.compound_id, str(title.label)), None)
            name = post.open_value("name") if post else words.person(dice)
            if post is None and dice.random() < WITH_PHONE:
                post = _post(committee, str(title.label), name, words.phone(dice))
                posts.append(post)
            members.append(_member(committee, number, title, name, post))
    BodyPost.objects.bulk_create(posts, batch_size=1000)
    CommitteeMember.objects.bulk_create(members, batch_size=1000)
    kept = [member.post_id for member in members if member.post_id]
    BodyPost.objects.filter(pk__in=kept).update(kept_in=Register.COMMITTEE)


def fall_behind(committees: list[OwnersCommittee], city: City) -> None:
    """Some of the youngest have not been filed, the terms of some others are over or about to be."""
    behind, ending = committees[:BEHIND], committees[BEHIND : 2 * BEHIND]
    for committee in behind:
        committee.filing_no, committee.filed_on = "", None
    for number, committee in enumerate(ending, start=-2):
        committee.term_ends_on = max(
            city.today + timedelta(days=20 * number), committee.valid.lower + timedelta(days=365)
        )
    OwnersCommittee.objects.bulk_update([*behind, *ending], ["filing_no", "filed_on", "term_ends_on"])


def _entered(committees: list[OwnersCommittee]) -> dict[tuple[int, str], BodyPost]:
    compounds = {committee.compound_id for committee in committees if committee.valid.upper is None}
    rows = BodyPost.objects.filter(body=Body.COMMITTEE, compound__in=compounds)
    return {(post.compound_id, post.title): post for post in rows}


def _post(committee: OwnersCommittee, title: str, name: str, phone: str) -> BodyPost:
    post = BodyPost(
        area_id=committee.area_id,
        area_code=committee.area_code,
        compound_id=committee.compound_id,
        body=Body.COMMITTEE,
        title=title,
        valid=(committee.valid.lower, committee.valid.upper),
    )
    post.seal_person(name, phone)
    return post


def _member(
    committee: OwnersCommittee, number: int, title: str, name: str, post: BodyPost | None
) -> CommitteeMember:
    member = CommitteeMember(
        committee=committee,
        title=title,
        is_owner=committee.kind == CommitteeKind.OWNERS or number * 2 < committee.member_count,
        valid=(committee.valid.lower, committee.valid.upper),
        post=post,
    )
    member.seal_value("name", name)
    return member
