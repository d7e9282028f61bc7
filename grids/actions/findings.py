"""What a visit turned up, and what it opens: each need a request, a hazard an event."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict
from uuid import uuid5

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.casework.enums import Source
from governance.kernel.wording import plain
from governance.people.models import User
from grids.actions.events import report_event
from grids.actions.needs import open_need
from grids.enums.rights import EventRight
from grids.enums.visits import EVENTFUL, MOST_NEEDS, NeedKind, VisitOutcome
from grids.models import EventCategory, Visit


class Hazard(TypedDict, total=False):
    """A danger met on a visit. Without words of its own it is the visit's note, at the visit's place."""

    category: EventCategory
    text: str
    place: str
    grade: int | None


@dataclass(frozen=True)
class Findings:
    """`needs` as `{kind, text}`; an empty text stands for the visit's note."""

    needs: list[dict[str, str]]
    hazard: Hazard | None

    @property
    def content(self) -> dict:
        """What was found, as it is compared with another sending."""
        hazard = self.hazard and self.hazard | {"category": self.hazard["category"].pk}
        return {"needs": self.needs, "hazard": hazard}


def findings_of(visit: Visit, needs: Iterable[dict], hazard: Hazard | None) -> Findings:
    """What was said to have been found, tidied, and checked against the outcome."""
    asked = [{"kind": str(need["kind"]), "text": plain(need.get("text") or "")} for need in needs]
    if visit.outcome == VisitOutcome.NEED and not asked:
        asked = [{"kind": str(NeedKind.OTHER), "text": ""}]
    if len(asked) > MOST_NEEDS:
        raise ValidationError(
            {"needs": _("一次走访最多记 {} 件诉求，其余的请另记一次走访。").format(MOST_NEEDS)}
        )
    if (asked or hazard) and visit.outcome not in EVENTFUL:
        raise ValidationError({"outcome": _("有诉求或隐患时，结果要选“有需求”“有隐患”或“有纠纷”。")})
    return Findings(asked, hazard and _tidied(hazard))


def _tidied(hazard: Hazard) -> Hazard:
    return hazard | {name: plain(hazard.get(name) or "") for name in ("text", "place")}


def open_findings(visit: Visit, found: Findings, *, by: User) -> None:
    """Open what was found. Called inside the transaction that saves the visit.

    A hazard told by somebody who reports no events (a unit leader, a worker who has left) stays with the visit:
    the grid's worker finds it among what is waiting.
    """
    for need in found.needs:
        open_need(visit, by=by, **need)
    if found.hazard and by.may(EventRight.REPORT, visit.area.code):
        _open_event(visit, found.hazard, by=by)


def _open_event(visit: Visit, hazard: Hazard, *, by: User) -> None:
    report_event(
        by=by,
        area=visit.area,
        category=hazard["category"],
        text=hazard["text"] or visit.note or hazard["category"].name,
        place=hazard["place"] or visit.place,
        household=visit.household,
        visit=visit,
        grade=hazard.get("grade"),
        source=Source.VISIT,
        client_uuid=uuid5(visit.client_uuid, "hazard"),
    )
