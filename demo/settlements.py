"""What became of a few agreements of the last weeks: being performed, performed, defaulted, before the court.

The verbs themselves write them, so that every row is as the mediator's own press would leave it.
"""

from datetime import timedelta

from demo.chance import chance
from demo.city import XIXIA, City
from disputes.actions.performance import perform_obligation
from disputes.actions.steps import VERBS
from disputes.enums.agreements import COMPULSORY_PAPERS
from disputes.enums.disputes import PartyRole
from disputes.models import Dispute, Obligation
from disputes.states import DisputeState as S
from governance.kernel.days import today
from governance.people.models import User

COURT = "西夏区人民法院"
COURSES = (
    ("start_performance",),
    ("start_performance",),
    ("start_performance", "receipts", "perform"),
    ("start_performance", "default"),
    ("apply_confirmation",),
    ("apply_confirmation", "confirm"),
    ("apply_confirmation", "reject_confirmation"),
)
NOTES = {"default": "到期没有付款，电话督促两次未果", "reject_confirmation": "协议内容不明确，不予确认"}


def make_settlements(city: City) -> None:
    """One dispute for each course, among those agreed lately in the county of the stories."""
    dice = chance("settlements")
    agreed = Dispute.objects.filter(
        case__state__in=[S.AGREED_WRITTEN, S.AGREED_ORAL],
        case__area_code__startswith=XIXIA,
        case__resolved_on__gte=today() - timedelta(days=25),
        category__bars_confirmation=False,
    ).select_related("case__area", "case__owner_area", "category")
    for dispute, course in zip(agreed.order_by("-case__resolved_on", "pk"), COURSES, strict=False):
        officer = User.objects.get(pk=city.people[("street_dispatcher", dispute.case.area_code[:9])])
        for step in course:
            _take(dispute, step, officer, dice)


def _take(dispute: Dispute, step: str, officer: User, dice) -> None:
    if step == "receipts":
        for row in Obligation.objects.filter(agreement__dispute=dispute):
            perform_obligation(row, by=officer, receipt_note="转账凭证已核对")
        return
    given = {
        "start_performance": {"obligations": _schedule(dispute, dice)},
        "apply_confirmation": {
            "court": COURT, "papers": COMPULSORY_PAPERS, "applicants": list(dispute.parties.all()),
        },
    }.get(step, {})  # fmt: skip
    VERBS[step](dispute, by=officer, note=NOTES.get(step, ""), **given)


def _schedule(dispute: Dispute, dice) -> list[dict]:
    """Two instalments: one due these days, one in the next month."""
    one = dispute.parties.filter(role=PartyRole.APPLICANT).first()
    other = dispute.parties.filter(role=PartyRole.RESPONDENT).first()
    cents = dice.randrange(100, 900) * 10_00
    return [
        {
            "obliged": other,
            "entitled": one,
            "what": what,
            "amount_cents": cents,
            "due_on": today() + timedelta(days),
        }
        for what, days in (("付清第一笔", 4), ("付清余款", 33))
    ]
