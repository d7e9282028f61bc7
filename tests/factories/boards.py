from governance.areas.models import Area
from governance.people.models import User
from governance.statistics.models import BoardView

TILES = ["visits.count", "disputes.resolution_rate"]


def make_view(person: User, area: Area, **fields) -> BoardView:
    """A board somebody keeps."""
    return BoardView.objects.create(
        **{"person": person, "area": area, "name": "我的", "indicators": TILES, **fields}
    )
