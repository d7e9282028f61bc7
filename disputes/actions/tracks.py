"""导入其他渠道: arbitration, court and so on go on under a number and a clock of their own."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.ending import ended
from disputes.enums.disputes import Track
from disputes.models import Dispute, TrackLimit, TrackReferral
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.enums import Outcome
from governance.kernel.days import today
from governance.kernel.errors import Refused, refuse_if_invalid
from governance.people.models import User


def limit_of(track: str, category_code: str) -> TrackLimit | None:
    """The limit of a track for a category: the row that names the category most closely."""
    rows = TrackLimit.objects.filter(track=track)
    fitting = [row for row in rows if category_code.startswith(row.category_prefix)]
    return max(fitting, key=lambda row: len(row.category_prefix), default=None)


@transaction.atomic
def redirect_dispute(
    dispute: Dispute,
    *,
    by: User,
    note: str,
    track: str,
    external_number: str = "",
    body: str = "",
    sent_on: date | None = None,
    version: int | None = None,
) -> TrackReferral:
    """导入其他渠道. The case ends here; what becomes of it there is recorded later."""
    case = begin_step(dispute.case, "redirect", by=by, version=version)
    if track not in Track.values:
        raise Refused("unknown_track", _("不认识这个渠道，请从列表中选择。"))
    sent_on = sent_on or today()
    if not case.registered_on <= sent_on <= today():
        raise Refused("sent_outside", _("导入日期应当在登记之后、今天之前，请改正。"))
    limit = limit_of(track, dispute.category_id)
    due_on = sent_on + timedelta(days=limit.result_days) if limit and limit.result_days else None
    referral = TrackReferral(
        dispute=dispute, track=track, body=body, external_number=external_number, sent_on=sent_on,
        limit=limit, due_on=due_on,
    )  # fmt: skip
    refuse_if_invalid(referral)
    referral.save()
    dispute.track, dispute.external_number = track, external_number
    dispute.save(update_fields=["track", "external_number"])
    changes = ended(case, Outcome.REDIRECTED) | {"due_at": None, "closed_on": today()}
    take_step(case, "redirect", by=by, note=note, **changes)
    return referral


@transaction.atomic
def record_track(
    dispute: Dispute,
    *,
    by: User,
    external_number: str = "",
    result: str = "",
    result_on: date | None = None,
    note: str = "",
    version: int | None = None,
) -> TrackReferral:
    """登记对方进展: the number it goes under there, and what came of it."""
    case = begin_step(dispute.case, "record_track", by=by, version=version)
    referral = dispute.referrals.select_for_update().order_by("-id").first() or TrackReferral(
        dispute=dispute, track=dispute.track, external_number=dispute.external_number, sent_on=case.closed_on
    )
    if not (external_number or result):
        raise Refused("nothing_recorded", _("请填写对方编号或者结果。"))
    result_on = result_on or (today() if result else None)
    if result_on and not (result and referral.sent_on <= result_on <= today()):
        raise Refused("result_outside", _("结果要和日期一起填写，日期在导入之后、今天之前，请改正。"))
    referral.external_number = external_number or referral.external_number
    if result:
        referral.result, referral.result_on = result, result_on
    refuse_if_invalid(referral)
    referral.save()
    dispute.external_number = referral.external_number
    dispute.save(update_fields=["external_number"])
    take_step(case, "record_track", by=by, note="\n".join([result, note]).strip())
    return referral
