"""The demo city's screens: some run, one was switched off, and no address is known to anybody."""

from demo import walls
from demo.city import City
from demo.walls import make_walls
from governance.kernel.days import today
from governance.walls.models import Wall
from tests.factories.people import make_user


def test_walls_lie_where_their_people_sit(country, monkeypatch):
    rows = [(name, "9901" if code == walls.CITY else "990101", *days) for name, code, *days in walls.ROOMS]
    monkeypatch.setattr(walls, "ROOMS", rows)
    monkeypatch.setattr(walls, "CITY", "9901")
    city = City(today=today(), areas={code: area.pk for code, area in country.items()})
    for role, code in (("city_official", "9901"), ("county_official", "990101")):
        city.people[role, code] = make_user(role, country[code]).pk

    make_walls(city)

    assert sorted(Wall.objects.values_list("area_code", flat=True)) == ["9901", "990101", "990101"]
    assert Wall.objects.live().count() == 2
    assert all(wall.created_at < wall.last_seen_at for wall in Wall.objects.all())
