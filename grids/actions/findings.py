"""What a visit turned up, and what it opens: each need a request of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.kernel.wording import plain
from governance.people.models import User
from grids.actions.needs import open_need
from grids.enums.visits import EVENTFUL, MOST_NEEDS, NeedKind, VisitOutcome
from grids.models import Visit


@dataclass(frozen=True)
class Findings:
    """`needs` as `{kind, text}`; an empty text stands for the visit's note."""

    needs: list[dict[str, str]]


def findings_of(visit: Visit, needs: Iterable[dict]) -> Findings:
    """What was said to have been found, tidied, and checked against the outcome."""
    asked = [{"kind": str(need["kind"]), "text": plain(need.get("text") or "")} for need in needs]
    if visit.outcome == VisitOutcome.NEED and not asked:
        asked = [{"kind": str(NeedKind.OTHER), "text": ""}]
    if len(asked) > MOST_NEEDS:
        raise ValidationError(
            {"needs": _("一次走访最多记 {} 件诉求，其余的请另记一次走访。").format(MOST_NEEDS)}
        )
    if asked and visit.outcome not in EVENTFUL:
        raise ValidationError({"needs": _("有诉求时，结果要选“有需求”“有隐患”或“有纠纷”。")})
    return Findings(asked)


def open_findings(visit: Visit, found: Findings, *, by: User) -> None:
    """Open what was found. Called inside the transaction that saves the visit."""
    for need in found.needs:
        open_need(visit, by=by, **need)
