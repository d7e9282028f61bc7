from django.utils.translation import gettext as _

from governance.kernel.days import today
from governance.people.models import User
from grids.enums.errands import HINTS_SHOWN, RuleKind
from grids.enums.rights import ErrandRight
from grids.models import EligibilityHint


def open_hints(user: User, *, limit: int = HINTS_SHOWN) -> list[EligibilityHint]:
    """What to ask residents about today, each with `why` in words: a few, those whose time runs out first."""
    if not user.may(ErrandRight.HANDLE):
        return []
    hints = EligibilityHint.objects.for_user(user).open_on(today())
    hints = hints.select_related("rule__item", "resident", "household").order_by("due_on", "id")[:limit]
    for hint in hints:
        hint.why = why(hint)
    return list(hints)


def why(hint: EligibilityHint) -> str:
    """Why somebody is named, as far as it is known: a year for an age, a day for a tag, a month for a certificate."""
    rule = hint.rule
    if rule.kind == RuleKind.TURNING_AGE:
        this_year = hint.period == str(today().year)
        return (_("今年满 {} 岁") if this_year else _("明年满 {} 岁")).format(rule.age)
    if rule.kind == RuleKind.TAG_EXPIRING:
        return _("关爱标签快到期")
    return _("{} 月认证").format(rule.month)
