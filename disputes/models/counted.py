"""What a dispute may count for: of each, the rows of the list and the same in SQL over the columns of the case."""

from dataclasses import dataclass

from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from disputes.enums.mediation import CONTENT, HEARD
from governance.casework.enums import Outcome

# Where a dispute counts as settled in place.
VILLAGE = ("community", "grid", "building")
TOWNSHIP = (*VILLAGE, "township")
_MEDIATED = (Outcome.RESOLVED, Outcome.FAILED)
_ENDED = (*_MEDIATED, Outcome.REFUSED)


class Counted(TextChoices):
    """The names the list knows them by."""

    HANDLED = "handled", _("办理")
    NUMERATOR = "numerator", _("化解率分子")
    DENOMINATOR = "denominator", _("化解率分母")
    SETTLED = "settled", _("已化解（含反复）")
    JOINT = "joint", _("联调联处化解")
    MEDIATED = "mediated", _("调解终结")
    REFUSED = "refused", _("拒绝调解")
    TAKEN_IN_TIME = "taken_in_time", _("按期受理")
    TAKEN_DUE = "taken_due", _("应受理")
    ENDED_IN_TIME = "ended_in_time", _("按期办结")
    ENDED_DUE = "ended_due", _("应办结")
    IN_VILLAGE = "in_village", _("村社化解")
    IN_TOWNSHIP = "in_township", _("镇街以下化解")
    CALLED_BACK = "called_back", _("已回访")
    TO_CALL_BACK = "to_call_back", _("应回访")
    HEARD = "heard", _("有效评价")
    CONTENT = "content", _("满意和基本满意")
    SETTLED_HEARD = "settled_heard", _("化解后联系上的回访")
    VERIFIED = "verified", _("回访属实")
    RETURNED = "returned", _("退回过")
    REOPENED = "reopened", _("重新办理过")


@dataclass(frozen=True)
class Count:
    """The same condition twice: as the rows of the list, and in SQL. Tests hold them against each other."""

    rows: Q
    sql: str

    def __and__(self, other: "Count") -> "Count":
        return Count(self.rows & other.rows, f"({self.sql}) and ({other.sql})")


def _in(column: str, values: tuple[str, ...]) -> Count:
    listed = ", ".join(f"'{value}'" for value in values)
    return Count(Q(**{f"case__{column}__in": values}), f"{column} in ({listed})")


_accepted = Count(Q(case__accepted_on__isnull=False), "accepted_on is not null")
_resolved = _in("outcome", (Outcome.RESOLVED,))
_lasting = Count(Q(case__relapsed_on__isnull=True), "relapsed_on is null")
_due = Count(
    (~Q(case__outcome="") | Q(case__late_on__isnull=False)) & ~Q(case__outcome=Outcome.REDIRECTED),
    "outcome <> 'redirected' and (outcome <> '' or late_on is not null)",
)
_on_time = Count(Q(case__late_on__isnull=True), "late_on is null")
_ended_or_late = Count(
    ~Q(case__outcome="") | Q(case__late_on__isnull=False), "outcome <> '' or late_on is not null"
)
_may_be_late = Count(Q(case__accept_due_on__isnull=False), "accept_due_on is not null")
_decided = Count(
    _accepted.rows | Q(case__outcome=Outcome.DECLINED) | Q(case__accept_late_on__isnull=False),
    "accepted_on is not null or outcome = 'declined' or accept_late_on is not null",
)
_taken_on_time = Count(
    Q(case__accepted_on__lte=F("case__accept_due_on"))
    | Q(case__outcome=Outcome.DECLINED, case__closed_on__lte=F("case__accept_due_on")),
    "accepted_on <= accept_due_on or (outcome = 'declined' and closed_on <= accept_due_on)",
)
_called = Count(Q(case__followed_up_on__isnull=False), "followed_up_on is not null")
_returned = Count(Q(case__returned_count__gt=0), "returned_count > 0")
_reopened = Count(Q(case__reopened_count__gt=0), "reopened_count > 0")
_joint = Count(Q(case__is_joint=True), "is_joint")

COUNTS = {
    Counted.HANDLED: _accepted,
    Counted.NUMERATOR: _accepted & _resolved & _lasting,
    Counted.DENOMINATOR: _accepted & _due,
    Counted.SETTLED: _accepted & _resolved,
    Counted.JOINT: _resolved & _joint,
    Counted.MEDIATED: _accepted & _in("outcome", _MEDIATED),
    Counted.REFUSED: _accepted & _in("outcome", (Outcome.REFUSED,)),
    Counted.TAKEN_IN_TIME: _may_be_late & _taken_on_time,
    Counted.TAKEN_DUE: _may_be_late & _decided,
    Counted.ENDED_IN_TIME: _accepted & _ended_or_late & _on_time,
    Counted.ENDED_DUE: _accepted & _ended_or_late,
    Counted.IN_VILLAGE: _accepted & _resolved & _in("level_id", VILLAGE),
    Counted.IN_TOWNSHIP: _accepted & _resolved & _in("level_id", TOWNSHIP),
    Counted.TO_CALL_BACK: _accepted & _in("outcome", _ENDED),
    Counted.CALLED_BACK: _accepted & _in("outcome", _ENDED) & _called,
    Counted.HEARD: _called & _in("satisfaction", HEARD),
    Counted.CONTENT: _called & _in("satisfaction", CONTENT),
    Counted.SETTLED_HEARD: _called & _resolved & _in("satisfaction", HEARD),
    Counted.VERIFIED: _called & _resolved & _in("satisfaction", HEARD) & _lasting,
    Counted.RETURNED: _accepted & _returned,
    Counted.REOPENED: _accepted & _reopened,
}
