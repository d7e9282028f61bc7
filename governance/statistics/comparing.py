"""Two areas, or two periods of one, side by side: the same indicators, both values, how far they lie apart."""

from dataclasses import dataclass, replace

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import User
from governance.statistics.board import Tile, ancestors
from governance.statistics.charts import value_words
from governance.statistics.differing import Difference, side_by_side
from governance.statistics.questions import find_area, read_span
from governance.statistics.reading import Reading, Span, children, read_values
from governance.statistics.showing import Showing

ASKED = frozenset({"other", "other_from", "other_to", "format"})


@dataclass(frozen=True)
class Side:
    """Where and when one side is read: what stands is what stood at the end of its days."""

    area: Area
    span: Span

    @property
    def days(self) -> str:
        return _("{begin} 至 {end}").format(begin=self.span.from_on, end=self.span.to_on)


@dataclass(frozen=True)
class Line:
    left: Reading
    right: Reading

    @property
    def difference(self) -> Difference:
        return side_by_side(self.left.indicator, self.left.value, self.right.value)


def read_sides(showing: Showing, user: User) -> tuple[Side, Side]:
    """The area of the board on the left; beside it another area, other days, or else the same days a year before."""
    given = showing.given
    span, other = showing.span, given.get("other", "")
    days = {name: given[f"other_{name}"] for name in ("from", "to") if f"other_{name}" in given}
    if days:
        beside = replace(read_span(days), as_of=span.as_of)
    elif other and other != showing.area.code:
        beside = span
    else:
        beside = replace(span.year_before(), drawn_on=None)
    left, beside = _closed(span), _closed(beside)
    own = find_area(showing.area.code, user, left.as_of)
    area = find_area(other or showing.area.code, user, beside.as_of)
    if (area.pk, beside) == (own.pk, left):
        raise BadRequest(_("两边是同一个辖区、同一段日子，没有可比的。请换一个辖区，或者换一段日子。"))
    return Side(own, left), Side(area, beside)


def _closed(span: Span) -> Span:
    """With the day of what stands at the end of the span."""
    return replace(span, as_of=min(span.to_on, span.as_of))


def read_lines(showing: Showing, left: Side, right: Side) -> list[Line]:
    """One statement a side, however many indicators."""
    pairs = (read_values(showing.indicators, area=side.area, span=side.span) for side in (left, right))
    return [Line(*pair) for pair in zip(*pairs, strict=True)]


def shown_lines(lines: list[Line], user: User) -> list[dict]:
    """The lines in words, every figure with the list behind it."""
    return [
        {
            "name": line.left.indicator.name,
            "explain_url": Tile(line.left, user).explain_url,
            "sides": [
                {
                    "words": value_words(side.indicator, side.value),
                    "url": Tile(side, user).url,
                    "reading": side,
                }
                for side in (line.left, line.right)
            ],
            "difference": line.difference,
        }
        for line in lines
    ]


def area_choices(area: Area, user: User, *chosen: Area) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where one may look: above, beside and below an area as far as one sees, and whatever has been chosen."""
    above = ancestors(area, user, today())
    beside = _children(above[-1]) if above else [(area.code, area.name)]
    found = [
        (_("上级"), [(one.code, one.name) for one in above]),
        (_("同级"), beside),
        (_("下级"), _children(area)),
    ]
    known = {code for _label, rows in found for code, _name in rows}
    elsewhere = [(one.code, one.name) for one in chosen if one.code not in known]
    return [(label, rows) for label, rows in [*found, (_("已选"), elsewhere)] if rows]


def _children(area: Area) -> list[tuple[str, str]]:
    return [(code, name) for _bucket, code, name in children([area], today())[area.pk]]
