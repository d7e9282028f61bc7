"""What ends by law and not by a rule of ours: the thirty days in which the court may be asked to confirm."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.agreements import CONFIRMATION_WINDOW, NEAR_WINDOW
from disputes.models import Agreement
from disputes.states import STEPS
from governance.casework.notifying import Message, notify
from governance.kernel.templatetags.ui import date_words
from governance.kernel.wording import office_language


@transaction.atomic
def remind_of_windows(day: date) -> int:
    """Tell the offices whose agreements can be confirmed for another week at most; answers how many there are.

    A window is told of once, however often and however late this runs.
    """
    ends = day - CONFIRMATION_WINDOW
    rows = Agreement.objects.filter(
        effective_on__range=(ends, ends + NEAR_WINDOW),
        confirmation__isnull=True,
        dispute__category__bars_confirmation=False,
        dispute__case__state__in=STEPS["apply_confirmation"].sources,
    ).select_related("dispute__case__area", "dispute__case__owner_area", "dispute__case__owner_post__area")
    with office_language():
        messages = [_message(agreement) for agreement in rows]
    notify(messages)
    return len(messages)


def _message(agreement: Agreement) -> Message:
    case, last = agreement.dispute.case, agreement.last_day_to_confirm
    words = _("纠纷 {number}：{day}是双方共同申请司法确认的最后一天，需要确认的请提醒当事人。")
    post = case.owner_post
    return Message(
        case=case,
        kind="dispute.window",
        key=f"{case.number} {last:%Y%m%d}",
        body=words.format(number=case.number, day=date_words(last)),
        area=post.area if post else case.owner_area or case.area,
        post=post,
    )
