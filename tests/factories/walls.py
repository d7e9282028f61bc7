from datetime import timedelta
from itertools import count

from django.utils import timezone

from governance.areas.models import Area
from governance.walls.models import Wall
from tests.factories.people import make_user

_numbers = count(1)
MAPPED = ["disputes.resolution_rate"]
TILES = ["grids.count", "grids.staffed_share", "disputes.handled_count"]


def make_wall(area: Area, *, secret: str = "", **fields) -> Wall:
    """A wall in use, past the verb; it opens with `secret`."""
    number = next(_numbers)
    return Wall.objects.create(
        **{
            "area": area,
            "name": f"{number}号会议室",
            "tiles": TILES,
            "mapped": MAPPED,
            "digest": Wall.digest_of(secret or f"secret-{number}"),
            "expires_at": timezone.now() + timedelta(days=30),
            "created_by": fields.get("created_by") or make_user(),
            **fields,
        }
    )
