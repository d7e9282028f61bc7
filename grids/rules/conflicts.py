"""Two versions of one visit, said line by line so that a person can see at once where they part."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.kernel.templatetags.ui import date_words
from governance.kernel.wording import listed
from grids.enums.visits import Companion, NeedKind, VisitKind, VisitOutcome, Way
from grids.models import Visit, VisitConflict


@dataclass(frozen=True)
class Line:
    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        return self.first != self.second


def compare(conflict: VisitConflict, first: Visit | None, *, place: str) -> list[Line]:
    """The lines of both versions that say anything.

    `place` is what the second names; `first` is None when it is out of the reader's sight.
    """
    content = conflict.content
    said = {
        _("住户或地点"): (first and str(first.household or first.place), place),
        _("走访时间"): (first and _moment(first.visited_at), _sent_moment(conflict)),
        _("结果"): (first and first.get_outcome_display(), _label(VisitOutcome, content.get("outcome"))),
        _("方式"): (first and first.get_way_display(), _label(Way, content.get("way"))),
        _("走访类型"): (first and first.get_kind_display(), _label(VisitKind, content.get("kind"))),
        _("备注"): (first and first.note, content.get("note", "")),
        _("诉求"): (first and listed(need.get_kind_display() for need in first.needs.all()), _needs(content)),
        _("同行人员"): (first and first.companions_words, _companions(content)),
        _("约定回访日期"): (first and _day(first.return_on), _day(content.get("return_on"))),
    }
    return [Line(label, one or "—", other or "—") for label, (one, other) in said.items() if one or other]


def _label(words: type[TextChoices], value: str | None) -> str:
    return str(dict(words.choices).get(value, ""))


def _needs(content: dict) -> str:
    return listed(_label(NeedKind, need["kind"]) for need in content.get("needs", []))


def _companions(content: dict) -> str:
    return listed(_label(Companion, kind) for kind in content.get("companions", []))


def _day(day: date | str | None) -> str:
    return day and date_words(date.fromisoformat(str(day)))


def _moment(at: datetime) -> str:
    return date_words(timezone.localtime(at))


def _sent_moment(conflict: VisitConflict) -> str:
    """The time the sender named; without one it was logged as it arrived."""
    named = conflict.content.get("visited_at")
    return _moment(datetime.fromtimestamp(named / 1000, tz=UTC) if named else conflict.received_at)
