"""Stories of disputes to click through: unpaid wages, four hundred land rents. The farm title is an event."""

from datetime import timedelta

from demo import words
from demo.chance import at, chance, past, spread
from demo.city import HELANSHAN_WEST, XIXIA, City
from demo.joint_room import pay_everybody, sit_together
from demo.series import make_series
from disputes.enums.disputes import Method, PartyRole, Scale
from disputes.enums.mediation import AgreementForm, FollowUpMethod, Satisfaction
from disputes.models import (
    Agreement,
    AgreementParty,
    Dispute,
    FollowUp,
    MediationSession,
    Party,
)
from disputes.rules.parties import words_of
from disputes.states import DisputeState as S
from governance.areas.models import Area
from governance.casework.actions.finding import add_keywords
from governance.casework.enums import Kind, Outcome, Source
from governance.casework.models import Case, CaseAction
from governance.people.models import Post, User

WORKERS, UNPAID = 12, 31_680_000  # people; cents in all


def make_stories(city: City) -> None:
    """Each story as one case with its people, timeline and result."""
    dice = chance("stories")
    _wages(city, dice)
    _land_rents(city, dice)


def _case(city: City, plan: dict) -> Dispute:
    area = Area.objects.get(code=plan["code"])
    owner = Post.objects.get(pk=city.posts[plan["owner"]])
    day = city.today - timedelta(days=plan["ago"])
    case = Case.objects.create(
        number=f"{plan['code'][:6]}J{day:%Y%m%d}9{plan['serial']:04d}",
        public_code=plan["public_code"],
        kind=Kind.DISPUTE,
        source=plan["source"],
        title=plan["title"],
        place=plan["place"],
        summary=plan["summary"],
        area=area,
        owner_area_id=owner.area_id,
        owner_post=owner,
        level_id=plan["level"],
        state=S.CLOSED,
        is_joint=plan["is_joint"],
        registered_on=day,
        accepted_on=day,
        outcome=Outcome.RESOLVED,
        resolved_on=day + timedelta(days=plan["days"]),
        closed_on=day + timedelta(days=plan["days"] + 5),
    )
    return Dispute.objects.create(
        case=case,
        category_id=plan["category"],
        occurred_on=day - timedelta(days=30),
        people_count=plan["people"],
        scale=Dispute.scale_of(plan["people"]) if plan["people"] > 2 else Scale.SINGLE,
        involved_org=plan.get("org", ""),
        method=plan["method"],
        mediator_id=city.people[plan["owner"]],
    )


def _tell(city: City, dispute: Dispute, lines: list[tuple]) -> None:
    """The timeline: (step, from, to, role and area of who did it, note, minutes after the case began)."""
    begun = at(dispute.case.registered_on, chance(dispute.case.number), 9, 10)
    for step, source, target, who, note, minutes in lines:
        actor = User.objects.get(pk=city.people[who])
        CaseAction.objects.create(
            case=dispute.case, kind=step, from_state=source, to_state=target, actor=actor,
            post_label=actor.post_label, note=note, at=past(begun + timedelta(minutes=minutes)),
        )  # fmt: skip


def _party(dispute: Dispute, role: str, name: str, dice, **more) -> Party:
    party = Party(dispute=dispute, role=role, name=name, **more)
    party.seal_value("phone", words.phone(dice))
    party.save()
    add_keywords(dispute.pk, words_of(party))
    return party


def _settle(dispute: Dispute, parties: list[Party], content: str, cents: int | None, day) -> None:
    agreement = Agreement.objects.create(
        dispute=dispute,
        form=AgreementForm.WRITTEN,
        content=content,
        effective_on=day,
        amount_cents=cents,
        term="签字之日起三日内付清。",
    )
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, party=party, signed_on=day) for party in parties
    )
    FollowUp.objects.create(
        dispute=dispute,
        followed_on=day + timedelta(days=3),
        method=FollowUpMethod.PHONE,
        satisfaction=Satisfaction.SATISFIED,
    )
    case = dispute.case
    case.followed_up_on, case.satisfaction = day + timedelta(days=3), Satisfaction.SATISFIED
    case.save(update_fields=["followed_up_on", "satisfaction"])


def _wages(city: City, dice) -> None:
    """Twelve workers, half a year unpaid: arbitration court, court and union in one sitting of about three hours."""
    window, handler = ("centre_window", XIXIA), ("department_handler", XIXIA)
    dispute = _case(city, {
        "code": XIXIA, "owner": handler, "ago": 214, "serial": 1, "public_code": "WAGES12DEM", "days": 0,
        "source": Source.WINDOW, "title": "12 名劳动者追索拖欠工资", "place": "西夏区综治中心", "category": "0701",
        "summary": "12 名劳动者近半年未领到工资，到中心申请劳动仲裁。征得当事人同意，仲裁院、法院、总工会联合调解。",
        "level": "county", "is_joint": True, "people": WORKERS + 1, "org": "某劳务公司", "method": Method.ARBITRATION,
    })  # fmt: skip
    employer = _party(dispute, PartyRole.RESPONDENT, "某劳务公司", dice, is_org=True)
    shares = spread(UNPAID, [dice.uniform(0.8, 1.2) for _ in range(WORKERS)])
    workers = [
        _party(dispute, PartyRole.APPLICANT, words.person(dice), dice, is_representative=number < 3,
               claim_cents=cents, settled_cents=cents, result="当场约定 15 日内付清，已到账")
        for number, cents in enumerate(shares)
    ]  # fmt: skip
    sit_together(dispute, city, workers)
    MediationSession.objects.create(
        dispute=dispute, held_on=dispute.case.accepted_on, place="西夏区综治中心 1 号调解室", mediator=dispute.mediator,
        record="仲裁院主持，法院释明法律后果，总工会为劳动者提供法律援助。经多轮协商，约 3 小时达成一致。",
    )  # fmt: skip
    _settle(
        dispute,
        [employer, *workers],
        "用人单位于 15 日内分别付清 12 名劳动者的工资。",
        UNPAID,
        dispute.case.resolved_on,
    )
    pay_everybody(dispute, employer, workers)
    _tell(city, dispute, [
        ("register", "", S.REGISTERED, window, "", 0),
        ("accept", S.REGISTERED, S.ACCEPTED, window, "", 12),
        ("assign", S.ACCEPTED, S.ASSIGNED, ("centre_supervisor", XIXIA), "请仲裁院牵头，法院、总工会联调", 25),
        ("start_mediation", S.ASSIGNED, S.MEDIATING, handler, "三家到场", 60),
        ("agree_in_writing", S.MEDIATING, S.AGREED_WRITTEN, handler, "12 人全部达成协议", 245),
        ("follow_up", S.AGREED_WRITTEN, S.FOLLOWED_UP, window, "工资均已到账", 4500),
        ("close", S.FOLLOWED_UP, S.CLOSED, window, "", 7300),
    ])  # fmt: skip


def _land_rents(city: City, dice) -> None:
    """Ten were sued over land rent, four hundred households are alike: settle one case, settle them all."""
    owner = ("mediator", HELANSHAN_WEST)
    dispute = _case(city, {
        "code": HELANSHAN_WEST, "owner": owner, "ago": 330, "serial": 2, "public_code": "LANDRENT4D", "days": 40,
        "source": Source.COURT, "title": "农牧场土地租赁合同纠纷（示范案）", "place": "共享法庭", "category": "0602",
        "summary": "农牧场与 10 户因土地租赁费诉讼，判决后发现情况相同的还有 400 户。",
        "level": "township", "is_joint": False, "people": 11, "org": "某农牧场", "method": Method.JUDICIAL,
    })  # fmt: skip
    farm = _party(dispute, PartyRole.APPLICANT, "某农牧场", dice, is_org=True)
    sued = [
        _party(dispute, PartyRole.RESPONDENT, words.person(dice), dice, is_representative=n < 2)
        for n in range(10)
    ]
    _settle(
        dispute, [farm, *sued], "按判决确认的标准缴纳租赁费，期满可优先续租。", None, dispute.case.resolved_on
    )
    make_series(city, dispute, owner, dice)
    _tell(city, dispute, [
        ("register", "", S.REGISTERED, owner, "法院委派", 0),
        ("accept", S.REGISTERED, S.ACCEPTED, owner, "", 30),
        ("assign", S.ACCEPTED, S.ASSIGNED, ("street_dispatcher", HELANSHAN_WEST), "", 60),
        ("start_mediation", S.ASSIGNED, S.MEDIATING, owner, "巡回法官到社区释法", 1500),
        ("agree_in_writing", S.MEDIATING, S.AGREED_WRITTEN, owner, "", 57_000),
        ("follow_up", S.AGREED_WRITTEN, S.FOLLOWED_UP, owner, "", 61_000),
        ("close", S.FOLLOWED_UP, S.CLOSED, owner, "", 64_000),
    ])  # fmt: skip
