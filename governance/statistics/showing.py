"""Which board a person sees: the one asked for, their own first one, or that of their role."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.links import plain_url
from governance.kernel.negotiation import refuse_format
from governance.kernel.wording import listed
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.definitions import Indicator
from governance.statistics.dictionary import on_board
from governance.statistics.enums import USUAL_TILES, Grain, Period, Right
from governance.statistics.models import BoardView, RoleBoard
from governance.statistics.periods import span_in
from governance.statistics.questions import find_area, own_area_code, read_span, refuse_unknown
from governance.statistics.reading import Span

OF_ROLE = "role"  # what `view` says to pass over one's own first board
FORMS = ("csv", "xlsx")
# What every board asks first: written once.
_OWN_BOARDS = "select * from statistics_boardview where person_id = %s order by name"
_BOARDS_OF_ROLE = "select * from statistics_roleboard where role_id = %s or role_id is null"
ASKED = {"area", "indicator", "as_of", "from", "to", "period", "view", "grain"}


@dataclass(frozen=True)
class Showing:
    """A board as it is shown: `given` is what the address says, the rest follows from it."""

    given: dict[str, str]
    views: list[BoardView]
    view: BoardView | None
    area: Area
    span: Span
    period: Period
    indicators: list[Indicator]
    indicator: Indicator
    grain: Grain

    def link(self, route: str = "statistics:board", **changes: str) -> str:
        """The same board with something changed; an empty value takes it out."""
        said = {"area": self.area.code, **self.given, "format": "", "wall": "", **changes}
        query = {name: value for name, value in said.items() if value}
        return f"{plain_url(route)}?{urlencode(query)}"

    @cached_property
    def is_of_day(self) -> bool:
        """Whether somebody asked for a day: what is shown then is not of this minute."""
        return "as_of" in self.given


def read_showing(given: dict[str, str], user: User, more: frozenset[str] = frozenset()) -> Showing:
    """The board a query string asks for. Raises `BadRequest` with the reason, or `Http404` for what is not in reach."""
    given = {name: value for name, value in given.items() if value}
    refuse_unknown(given, ASKED | more)
    views = list(BoardView.objects.raw(_OWN_BOARDS, [user.pk]))
    view = _chosen_view(given.get("view", ""), views)
    span, period = _read_span(given, view)
    area = find_area(_area_code(given, view, user), user, span.as_of)
    keys, shown = (view.indicators, view.shown) if view else _of_role(user)
    indicators = [one for one in _known(keys) if area.level_id in one.levels] or _usual(area)
    return Showing(
        given=given,
        views=views,
        view=view,
        area=area,
        span=span,
        period=period,
        indicators=indicators,
        indicator=_in_depth(given.get("indicator", ""), shown, indicators),
        grain=_one_of(Grain, given.get("grain", ""), "grain") or Grain.MONTH,
    )


def _chosen_view(asked: str, views: list[BoardView]) -> BoardView | None:
    if asked == OF_ROLE:
        return None
    found = [view for view in views if (str(view.pk) == asked if asked else view.is_first)]
    if asked and not found:
        raise Http404
    return found[0] if found else None


def _area_code(given: dict[str, str], view: BoardView | None, user: User) -> str:
    """The area asked for, else that of the view unless it has gone out of reach, else the highest one's own."""
    if "area" in given:
        return given["area"]
    if view and (view.area.is_open or "as_of" in given) and user.may(Right.VIEW, view.area.code):
        return view.area.code
    return own_area_code(user)


def _read_span(given: dict[str, str], view: BoardView | None) -> tuple[Span, Period]:
    """A named period, else the days written out, else what the view says, else the usual year."""
    asked = read_span(given)
    period = _one_of(Period, given.get("period", ""), "period")
    is_dated = "from" in given or "to" in given
    if period == Period.FIXED and not is_dated:
        raise BadRequest(_("自选起止要写开始日期和结束日期。"))
    if is_dated and period in (None, Period.FIXED):
        return asked, Period.FIXED
    if period is None and view and view.period == Period.FIXED:
        return Span(view.from_on, view.to_on, asked.as_of), Period.FIXED
    period = period or (Period(view.period) if view else Period.YEAR)
    return span_in(period, asked.as_of), period


def _one_of(choices, text: str, name: str):
    if text and text not in choices.values:
        raise BadRequest(_("{name} 只能是：{choices}。").format(name=name, choices=listed(choices.values)))
    return choices(text) if text else None


def asked_form(given: dict[str, str]) -> str:
    """Which file is asked for; nothing for the page itself. Raises `BadRequest` for others."""
    form = given.get("format", "")
    if form:
        refuse_format(form, FORMS)
    return form


def _known(keys: list[str]) -> list[Indicator]:
    """The indicators that (still) exist, in order."""
    return [registry.indicators()[key] for key in keys if key in registry.indicators()]


def _usual(area: Area) -> list[Indicator]:
    return [one for one in on_board() if area.level_id in one.levels][:USUAL_TILES]


def _in_depth(asked: str, shown: str, indicators: list[Indicator]) -> Indicator:
    known = registry.indicators()
    if asked and asked not in known:
        raise BadRequest(_("没有这个指标，请从指标目录里选取 indicator。"))
    return known.get(asked) or known.get(shown) or indicators[0]


def _of_role(user: User) -> tuple[list[str], str]:
    """The board of the post that reaches highest, else the one for all roles."""
    seats = [seat for seat in user.seats if Right.VIEW in seat.rights]
    highest = min(seats, key=lambda seat: (len(seat.area_code), seat.role_position), default=None)
    role_id = highest and highest.role_id
    boards = {row.role_id: row.in_force for row in RoleBoard.objects.raw(_BOARDS_OF_ROLE, [role_id])}
    return next((said for one in (role_id, None) if (said := boards.get(one)) and said[0]), ([], ""))


def span_words(showing: Showing) -> str:
    """Which days the flows of a board cover, in words."""
    words = _("{begin} 至 {end}").format(begin=showing.span.from_on, end=showing.span.to_on)
    return words if showing.period == Period.FIXED else f"{showing.period.label} · {words}"


def is_today(span: Span) -> bool:
    return span.as_of == today()
