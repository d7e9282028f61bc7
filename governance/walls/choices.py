"""What somebody who puts up a wall chooses from."""

from governance.areas.models import Area
from governance.statistics import registry
from governance.statistics.definitions import Group, Indicator
from governance.walls.enums import FIRST_MAPPED, LEVELS, MOST_TILES, Right


def areas_for(user):
    """The areas the user may show on a wall."""
    return Area.objects.reached_by(user.reaches(Right.OPEN), user).open().filter(level_id__in=LEVELS)


def offered() -> list[Indicator]:
    """Indicators of the board, by block."""
    return [indicator for indicator in registry.indicators().values() if indicator.on_board]


def by_block() -> list[tuple[str, list[tuple[str, str]]]]:
    """Indicators of the board under the names of their blocks."""
    found = {group: [(one.key, str(one.name)) for one in offered() if one.group == group] for group in Group}
    return [(str(group.label), rows) for group, rows in found.items() if rows]


def indicator_choices() -> list[tuple[str, str]]:
    return [(key, f"{label} · {name}") for label, rows in by_block() for key, name in rows]


def usual_tiles() -> list[str]:
    """In turn the first of every block, then the second, until both sides are full."""
    queues = [[one.key for one in offered() if one.group == group] for group in Group]
    longest = max(map(len, queues), default=0)
    turns = [queue[n] for n in range(longest) for queue in queues if n < len(queue)]
    return turns[:MOST_TILES]


def usual_mapped() -> list[str]:
    keys = [one.key for one in offered()]
    return [FIRST_MAPPED] if FIRST_MAPPED in keys else keys[:1]
