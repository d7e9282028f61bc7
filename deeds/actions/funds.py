from datetime import date, timedelta

from django.utils.translation import gettext as _

from deeds.actions.housing import enter, holding
from deeds.enums.housing import PAYOUT_DAYS
from deeds.models import FundReport, HousingProject, Payout
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import plain


def report_funds(project: HousingProject, *, by, day: date, **sums) -> FundReport:
    """Tell how the money of a project stands on a day, in whole 万元; the same day again corrects it."""
    with holding(project, by) as held:
        _refuse_future(day)
        row = held.fund_reports.filter(day=day).first() or FundReport(project=held, day=day)
        for name, value in sums.items():
            setattr(row, name, value)
        enter(row, "funds.report", by=by, subject=held, day=day, **sums)
        row.refresh_from_db(fields=["gap"])
    return row


def request_payout(
    project: HousingProject,
    *,
    by,
    node: str,
    amount: int,
    requested_on: date | None = None,
    due_on: date | None = None,
    note: str = "",
) -> Payout:
    """Ask for money at a node of the works; the limit runs from the request."""
    requested_on = requested_on or today()
    with holding(project, by) as held:
        _refuse_future(requested_on)
        row = Payout(
            project=held,
            node=plain(node),
            amount=amount,
            requested_on=requested_on,
            due_on=due_on or requested_on + timedelta(days=PAYOUT_DAYS),
            note=plain(note),
        )
        enter(row, "payout.request", by=by, subject=held, node=row.node, amount=amount, due_on=row.due_on)
    return row


def pay_out(payout: Payout, *, by, paid_on: date | None = None) -> None:
    """The money has left the escrow account; what is paid in all stays within what is due."""
    paid_on = paid_on or today()
    with holding(payout.project, by) as held:
        _refuse_future(paid_on)
        row = held.payouts.get(pk=payout.pk)
        if row.paid_on:
            raise Refused("already_paid", _("这一笔已于 {} 拨付，请刷新页面查看。").format(row.paid_on))
        _refuse_beyond_due(held, row)
        row.paid_on = paid_on
        enter(row, "payout.pay", by=by, subject=held, node=row.node, amount=row.amount, paid_on=paid_on)


def _refuse_beyond_due(held: HousingProject, row: Payout) -> None:
    """Against the books told last: what was paid by then, and every payout since."""
    books = held.fund_reports.first()
    if books is None:
        return
    since = sum(held.payouts.filter(paid_on__gt=books.day).values_list("amount", flat=True))
    if books.paid + since + row.amount > books.due:
        raise Refused(
            "paid_beyond_due",
            _("拨付后已付 {paid} 万元，超过应付 {due} 万元。请核对金额，或先更新资金情况。").format(
                paid=books.paid + since + row.amount, due=books.due
            ),
        )


def _refuse_future(day: date) -> None:
    if day > today():
        raise Refused("future_day", _("日期还没有到，请按今天或以前的日期填报。"))
