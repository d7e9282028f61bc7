from datetime import date

from django.utils.translation import gettext as _

from deeds.actions.housing import enter, holding
from deeds.models import HousingDelivery, HousingProject, HousingRisk
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import plain


def raise_risk(
    project: HousingProject, *, by, kind: str, rating: str, reason: str, lead_office: str = ""
) -> HousingRisk:
    """Enter what endangers a project, with its rating and why."""
    with holding(project, by) as held:
        risk = HousingRisk(
            project=held, kind=kind, rating=rating, reason=plain(reason), lead_office=plain(lead_office)
        )
        enter(risk, "risk.raise", by=by, subject=held, reason=risk.reason, kind=kind, rating=rating)
    return risk


def close_risk(risk: HousingRisk, *, by, note: str) -> None:
    """The danger has passed; by what, says the note."""
    with holding(risk.project, by) as held:
        row = held.risks.get(pk=risk.pk)
        if row.closed_on:
            raise Refused("risk_closed", _("这条风险已于 {} 销号，请刷新页面查看。").format(row.closed_on))
        row.closed_on, row.closing_note = today(), plain(note)
        enter(row, "risk.close", by=by, subject=held, reason=row.closing_note, kind=row.kind)


def plan_delivery(
    project: HousingProject, *, by, batch: str, planned_on: date, planned: int
) -> HousingDelivery:
    """Plan a batch of homes to be handed over; all batches together have no more homes than the project."""
    with holding(project, by) as held:
        row = HousingDelivery(project=held, batch=plain(batch), planned_on=planned_on, planned=planned)
        others = sum(held.deliveries.values_list("planned", flat=True))
        if isinstance(planned, int) and others + planned > held.homes:
            raise Refused(
                "beyond_homes",
                _("各批合计 {sum} 套，超过项目总套数 {homes} 套，请核对后重填。").format(
                    sum=others + planned, homes=held.homes
                ),
            )
        enter(row, "delivery.plan", by=by, subject=held, batch=row.batch, planned=planned)
    return row


def hand_over(
    delivery: HousingDelivery,
    *,
    by,
    delivered: int,
    with_certificate: int = 0,
    delivered_on: date | None = None,
    reason: str = "",
) -> None:
    """Tell how many homes of a batch are handed over by now, and how many with their certificate."""
    delivered_on = delivered_on or today()
    with holding(delivery.project, by) as held:
        if delivered_on > today():
            raise Refused("future_day", _("日期还没有到，请按今天或以前的日期填报。"))
        row = held.deliveries.get(pk=delivery.pk)
        if delivered < row.delivered and not reason.strip():
            raise Refused(
                "fewer_delivered",
                _("这一批已登记交付 {} 套，改少要写明原因，请补充后再提交。").format(row.delivered),
            )
        row.delivered, row.with_certificate = delivered, with_certificate
        row.delivered_on = delivered_on if delivered else None
        told = {"batch": row.batch, "delivered": delivered, "with_certificate": with_certificate}
        enter(row, "delivery.hand_over", by=by, subject=held, reason=plain(reason), **told)
