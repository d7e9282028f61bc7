"""A comparison as its page shows it."""

from governance.people.models import User
from governance.statistics.comparing import area_choices, read_lines, read_sides, shown_lines
from governance.statistics.showing import Showing


def comparison_page(showing: Showing, user: User) -> dict:
    """All the page of a comparison takes."""
    left, right = read_sides(showing, user)
    return {
        "showing": showing,
        "area": showing.area,
        "left": left,
        "right": right,
        "lines": shown_lines(read_lines(showing, left, right), user),
        "areas": area_choices(showing.area, user, left.area, right.area),
        "back_url": showing.link(other="", other_from="", other_to=""),
    }
