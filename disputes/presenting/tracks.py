"""Where a dispute went on, with that track's own clock."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from disputes.models import Dispute, TrackReferral
from governance.kernel.days import today


def tracks_of(dispute: Dispute) -> list[dict]:
    """Every time the dispute was handed on, the last first."""
    return [
        {"referral": row, "words": _stand(row), "tone": _tone(row)}
        for row in dispute.referrals.select_related("limit").order_by("-id")
    ]


def _stand(row: TrackReferral) -> str:
    if row.result:
        return _("已有结果")
    if row.due_on is None:
        return _("对方没有法定的办结期限")
    days = (row.due_on - today()).days
    if days < 0:
        return ngettext("已过对方期限 {n} 天", "已过对方期限 {n} 天", -days).format(n=-days)
    return ngettext("对方还有 {n} 天", "对方还有 {n} 天", days).format(n=days)


def _tone(row: TrackReferral) -> str:
    if row.result:
        return "ok"
    return "near" if row.due_on and row.due_on < today() else "primary"
