"""The twelve workers' table: three organs come with their tasks and opinions, three workers speak for twelve,
one agreement names twelve amounts, and each of them is paid."""

from datetime import timedelta

from demo.chance import at, chance
from demo.city import XIXIA, City
from disputes.enums.mediation import AttendanceRole
from disputes.models import Agreement, Dispute, JointTask, Obligation, Party, SessionAttendance
from governance.areas.models import Area
from governance.casework.enums import OrderKind, OrderRating, WhistleNeed
from governance.casework.models import WorkOrder
from governance.casework.states import OrderState
from governance.people.models import Post, Role

SPEAKERS = 3
# What each organ was asked, did and said; minutes after the case began.
ORGANS = (
    ("劳动人事争议仲裁院", "张仲裁员", "核对考勤和工资表", "欠薪事实清楚，共 316,800 元；调解不成的可以裁决。", 62),
    ("人民法院", "李法官", "释明法律后果", "协议生效后可以申请司法确认；逾期不付可以申请支付令。", 70),
    ("总工会", "王律师", "法律援助、推选代表人", "已为 12 人登记法律援助，推选 3 名代表人参加调解。", 75),
)  # fmt: skip


def sit_together(dispute: Dispute, city: City, workers: list[Party]) -> None:
    """Call the organs, give them their tasks, let the workers choose who speaks for them."""
    for organ in ORGANS:
        _call(dispute, city, *organ)
    speakers, others = workers[:SPEAKERS], workers[SPEAKERS:]
    for number, worker in enumerate(others):
        worker.represented_by = speakers[number % SPEAKERS]
    Party.objects.bulk_update(others, ["represented_by"])


def _call(
    dispute: Dispute, city: City, title: str, attendee: str, task: str, opinion: str, minutes: int
) -> None:
    """Whistle for an organ of the county; it reports, and both sides judge the other."""
    case, role = dispute.case, Role.objects.get(code="department_handler")
    begun = at(case.registered_on, chance(case.number), 9, 10)
    seat = Post.objects.create(
        role=role, area=Area.objects.get(code=XIXIA), title=title, opened_on=case.registered_on
    )
    WorkOrder.objects.create(
        case=case, area=case.area, kind=OrderKind.WHISTLE, from_post=case.owner_post, to_post=seat,
        sent_by_id=city.people[("department_handler", XIXIA)], reason="12 名劳动者当场等候，请到场联调。",
        sent_at=begun + timedelta(minutes=26), respond_by=begun + timedelta(days=1), state=OrderState.CLOSED,
        arrived_at=begun + timedelta(minutes=minutes), attendee=attendee, outcome=opinion,
        answered_at=begun + timedelta(minutes=245), rating=OrderRating.PROMPT, need=WhistleNeed.NEEDED,
    )  # fmt: skip
    day = case.registered_on
    JointTask.objects.create(
        dispute=dispute, organ=seat, task=task, due_on=day, opinion=opinion, opinion_on=day, done_on=day,
        set_by_id=city.people[("department_handler", XIXIA)],
    )  # fmt: skip


def pay_everybody(dispute: Dispute, employer: Party, workers: list[Party]) -> None:
    """Who came to the sitting, and the one agreement's twelve shares: signed the same day, paid within fifteen."""
    agreement: Agreement = dispute.agreements.get()
    day, paid_on = agreement.effective_on, agreement.effective_on + timedelta(days=3)
    shares = {share.party_id: share for share in agreement.parties.all()}
    for party in (employer, *workers):
        share = shares[party.pk]
        share.signed_on, share.amount_cents = day, party.claim_cents
        share.save(update_fields=["signed_on", "amount_cents"])
    Obligation.objects.bulk_create(
        Obligation(
            agreement=agreement, obliged=employer, entitled=worker, what="支付工资", amount_cents=worker.claim_cents,
            due_on=day + timedelta(days=15), performed_on=paid_on, receipt_note="银行转账",
        )
        for worker in workers
    )  # fmt: skip
    sitting = dispute.sessions.get()
    came = [*workers[:SPEAKERS], employer]
    rows = [SessionAttendance(session=sitting, party=party, role=AttendanceRole.PARTY) for party in came]
    rows += [
        SessionAttendance(session=sitting, post=task.organ, role=AttendanceRole.ORGAN)
        for task in dispute.tasks.all()
    ]
    SessionAttendance.objects.bulk_create(rows)
