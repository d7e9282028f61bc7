"""北庙村: a villager's title is 1.6 mu short; told to the grid worker, verified on the spot by three bodies."""

from datetime import timedelta

from demo import words
from demo.chance import at, chance, past
from demo.city import BEIMIAO, City
from governance.areas.models import Area
from governance.casework.enums import Kind, LimitUnit, Outcome, Source
from governance.casework.models import Case, CaseAction
from governance.people.models import Post, User
from grids.enums.events import EventGrade, EventSatisfaction, MeasureUnit, ParticipantRole
from grids.models import Event, EventReporter, JointVerification, VerificationParticipant
from grids.states.events import EventState as S

AGO, DAYS = 96, 8
TOWN = BEIMIAO[:9]
WORKER, DISPATCHER, HANDLER = (
    ("grid_worker", f"{BEIMIAO}001"),
    ("street_dispatcher", TOWN),
    ("mediator", TOWN),
)
ANSWER = "镇综治中心、村委会、村监会已到地头丈量，实测比登记多 1.6 亩，登记已更正，流转费随下一批发放。"
PARTICIPANTS = [
    ("洪广镇综治中心", ParticipantRole.HOST), ("北庙村村民委员会", ParticipantRole.MEASURE),
    ("北庙村村务监督委员会", ParticipantRole.WITNESS),
]  # fmt: skip
# Step, state after it, who took it, what was noted, hours after the report.
WAY = [
    ("register", S.REPORTED, WORKER, "村民上门反映", 0),
    ("verify", S.VERIFIED, DISPATCHER, "情况属实，要到现场核实", 1),
    ("dispatch", S.DISPATCHED, DISPATCHER, "请镇综治中心会同村委会、村监会现场核实", 1),
    ("accept", S.ACCEPTED, HANDLER, "", 3),
    ("start", S.HANDLING, HANDLER, "约好三方和村民周四到地头", 5),
    (
        "record_verification",
        S.HANDLING,
        HANDLER,
        "镇综治中心、村委会、村监会到场核实。实测 1.6 亩。",
        75,
    ),
    ("feedback", S.FEEDBACK, HANDLER, "", 140),
    ("check", S.CHECKED, DISPATCHER, "电话问过村民，登记已更正", 150),
    ("close", S.CLOSED, DISPATCHER, "", 151),
    ("rate", S.RATED, DISPATCHER, "流转费已到手，村民满意", 190),
]


def make_event_story(city: City) -> None:
    """The case with its reporter, joint verification and timeline."""
    dice = chance("farm title")
    event = _event(city)
    begun = at(event.case.registered_on, dice, 9, 11)
    reporter = EventReporter(event=event, name=words.person(dice), added_at=begun)
    reporter.seal_value("phone", words.phone(dice))
    reporter.save()
    _verify(city, event, begun, dice)
    _tell(city, event.case, begun)


def _event(city: City) -> Event:
    owner = Post.objects.get(pk=city.posts[HANDLER])
    day = city.today - timedelta(days=AGO)
    case = Case.objects.create(
        number=f"{BEIMIAO[:6]}S{day:%Y%m%d}90003",
        public_code="FARMTTLE6D",
        kind=Kind.EVENT,
        source=Source.GRID,
        title="土地确权面积：承包地确权面积少 1.6 亩",
        place="洪广镇北庙村三组",
        summary="村民反映确权面积比实际少 1.6 亩，影响土地流转费。网格员上门了解后上报。",
        area=Area.objects.get(code=f"{BEIMIAO}001"),
        owner_area_id=owner.area_id,
        owner_post=owner,
        level_id="township",
        state=S.RATED,
        registered_by_id=city.people[WORKER],
        registered_on=day,
        accepted_on=day,
        limit_amount=15,
        limit_unit=LimitUnit.DAY,
        outcome=Outcome.RESOLVED,
        resolved_on=day + timedelta(days=6),
        closed_on=day + timedelta(days=DAYS),
    )
    return Event.objects.create(
        case=case,
        category_id="E1101",
        grade=EventGrade.ORDINARY,
        desk_area_id=city.areas[TOWN],
        answer=ANSWER,
        satisfaction=EventSatisfaction.SATISFIED,
        rating_note="没想到这么快，多了一个反映情况的渠道",
    )


def _verify(city: City, event: Event, begun, dice) -> None:
    found = JointVerification.objects.create(
        event=event,
        held_at=past(begun + timedelta(hours=75)),
        place="北庙村三组地头",
        measured_value="1.6",
        measured_unit=MeasureUnit.MU,
        minutes="三方会同村民按四至现场丈量，实测面积比确权登记多 1.6 亩，各方无异议，同意更正登记。",
        recorded_by_id=city.people[HANDLER],
    )
    VerificationParticipant.objects.bulk_create(
        VerificationParticipant(
            verification=found, unit=unit, name=words.person(dice), role=role, has_signed=True
        )
        for unit, role in PARTICIPANTS
    )


def _tell(city: City, case: Case, begun) -> None:
    state = ""
    for step, target, who, note, hours in WAY:
        actor = User.objects.get(pk=city.people[who])
        CaseAction.objects.create(
            case=case, kind=step, from_state=state, to_state=target, actor=actor, post_label=actor.post_label,
            note=note, at=past(begun + timedelta(hours=hours)),
        )  # fmt: skip
        state = target
