"""Screens in meeting rooms, running and switched off. Their addresses are nobody's: one puts up a new one."""

from datetime import timedelta
from secrets import token_urlsafe

from django.utils import timezone

from demo.city import CITY, JINFENG, City
from governance.areas.models import Area
from governance.walls.choices import usual_mapped, usual_tiles
from governance.walls.models import Wall

# Name, area, days since it was put up, days it is still good for, whether it was switched off.
ROOMS = [
    ("市综治中心指挥大厅", CITY, 41, 49, False),
    ("三楼会议室", JINFENG, 12, 78, False),
    ("调度会临时大屏", JINFENG, 30, 60, True),
]


def make_walls(city: City) -> None:
    now = timezone.now()
    areas = Area.objects.in_bulk([city.areas[code] for _name, code, *_days in ROOMS])
    for name, code, ago, left, is_off in ROOMS:
        role = "city_official" if code == CITY else "county_official"
        wall = Wall(
            name=name,
            tiles=usual_tiles(),
            mapped=usual_mapped(),
            digest=Wall.digest_of(token_urlsafe()),
            expires_at=now + timedelta(days=left),
            created_by_id=city.people[role, code],
            last_seen_at=now - timedelta(days=20 if is_off else 0, minutes=2),
            revoked_at=now - timedelta(days=20) if is_off else None,
        )
        wall.place_in(areas[city.areas[code]])
        wall.save()
        Wall.objects.filter(pk=wall.pk).update(created_at=now - timedelta(days=ago))
