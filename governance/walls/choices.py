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


def indicator_choices() -> list[tuple[str, str]]:
    by_group = sorted(offered(), key=lambda indicator: list(Group).index(indicator.group))
    return [(one.key, f"{one.group.label} · {one.name}") for one in by_group]


def usual_tiles() -> list[str]:
    """In turn the first of every block, then the second, until both sides are full."""
    queues = [[one.key for one in offered() if one.group == group] for group in Group]
    longest = max(map(len, queues), default=0)
    turns = [queue[n] for n in range(longest) for queue in queues if n < len(queue)]
    return turns[:MOST_TILES]


def usual_mapped() -> list[str]:
    keys = [one.key for one in offered()]
    return [FIRST_MAPPED] if FIRST_MAPPED in keys else keys[:1]
