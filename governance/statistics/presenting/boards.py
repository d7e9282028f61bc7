"""A board as its page shows it: tiles, one indicator in depth, the blocks, the boards one keeps."""

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from governance.kernel.links import plain_url
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.board import Tile, ancestors
from governance.statistics.categories import categories_url
from governance.statistics.charts import map_chart, rank_chart, spread_chart, trend_chart, trend_words
from governance.statistics.counting import AREA
from governance.statistics.definitions import Group
from governance.statistics.differing import NOTHING
from governance.statistics.enums import Grain, Period
from governance.statistics.reading import Reading, read_value, read_values
from governance.statistics.showing import OF_ROLE, Showing, is_today, span_words
from governance.statistics.trends import Trend, read_changes, read_trend


def board_page(showing: Showing, user: User) -> dict:
    """All a board's page takes. The number of statements does not depend on what it shows."""
    return {
        "showing": showing,
        "area": showing.area,
        "above": ancestors(showing.area, user, showing.span.as_of),
        "tiles": tiles(showing, user),
        "indicator": showing.indicator,
        "span": showing.span,
        "span_words": span_words(showing),
        "tabs": view_tabs(showing),
        "new_url": showing.link("statistics:view_new"),
        "change_url": change_url(showing),
        "blocks": blocks(showing),
        "grains": grain_tabs(showing),
        "periods": [(one.value, one.label) for one in Period],
        "choices": indicator_choices(get_language()),
        "compare_url": showing.link("statistics:compare"),
        "as_of": showing.span.as_of if showing.is_of_day else timezone.now(),
        **in_depth(showing, user),
    }


def tiles(showing: Showing, user: User) -> list[dict]:
    """The tiles in their order, beside what they were a year ago unless a past day is asked for."""
    readings = read_values(showing.indicators, area=showing.area, span=showing.span)
    changes = read_changes(readings) if is_today(showing.span) else {}
    return [Tile(one, user).shown(changes.get(one.indicator.key, NOTHING)) for one in readings]


def read_depth(showing: Showing) -> tuple[Reading, Trend]:
    """The chosen indicator by child area and over time."""
    by_area = read_value(showing.indicator, area=showing.area, span=showing.span, by=AREA)
    return by_area, read_trend(showing.indicator, showing.area, showing.grain, showing.span.as_of)


def in_depth(showing: Showing, user: User) -> dict:
    """The charts of the chosen indicator, and its trend in words."""
    by_area, trend = read_depth(showing)

    def link(code: str) -> str:
        return showing.link(area=code, indicator=showing.indicator.key)

    charts = {
        "map": map_chart(by_area, link),
        "rank": rank_chart(by_area, link),
        "spread": spread_chart(by_area),
        "trend": trend_chart(trend),
    }
    return {
        "charts": charts,
        "trend_words": trend_words(trend),
        "shown": Tile(by_area, user),
        "categories_url": categories_url(by_area, user),
    }


def view_tabs(showing: Showing) -> list[dict]:
    """The board of one's role, then one's own."""
    own = [
        {"label": view.name, "url": _board(view=view.pk), "active": view == showing.view}
        for view in showing.views
    ]
    usual = {"label": _("岗位看板"), "url": _board(view=OF_ROLE), "active": showing.view is None}
    return [usual, *own]


def change_url(showing: Showing) -> str:
    """Where the open board of one's own is changed, laid in the area one has gone to."""
    if showing.view is None:
        return ""
    return reverse("statistics:view_change", args=[showing.view.pk], query={"area": showing.area.code})


def _board(**query) -> str:
    return f"{plain_url('statistics:board')}?{urlencode(query)}"


def blocks(showing: Showing) -> list[dict]:
    """The blocks of figures with their pages."""
    used = {indicator.group for indicator in registry.indicators().values()}
    return [
        {"label": group.label, "url": reverse("statistics:group", args=[group.value], query=_days(showing))}
        for group in Group
        if group in used
    ]


def _days(showing: Showing) -> dict[str, str]:
    query = {"area": showing.area.code}
    query |= {"from": showing.span.from_on.isoformat(), "to": showing.span.to_on.isoformat()}
    return query | ({"as_of": showing.span.as_of.isoformat()} if showing.is_of_day else {})


def grain_tabs(showing: Showing) -> list[dict]:
    return [
        {"label": grain.label, "url": showing.link(grain=grain.value), "active": grain == showing.grain}
        for grain in Grain
    ]


@lru_cache(maxsize=4)
def indicator_choices(language: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Every indicator by block, for a list to choose from, in a language."""
    found = {group: [] for group in Group}
    for indicator in registry.indicators().values():
        found[indicator.group].append((indicator.key, str(indicator.name)))
    return tuple((str(group.label), tuple(rows)) for group, rows in found.items() if rows)
