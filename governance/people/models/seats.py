"""Where a person sits today: read by every request, so in one lean statement and without model instances."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

# Each lateral row is fenced off by its offset: the planner looks one row up by its key, and weighs no orders of joins.
SEATS = """
select h.post_id, h.area_id, h.area_code, a.name as area_name, coalesce(nullif(p.title, ''), r.name) as title,
       p.role_id, r.code as role_code, r.position as role_position, r.reach, r.session_class, r.rights
  from people_postholding h,
       lateral (select name from areas_area where id = h.area_id offset 0) a,
       lateral (select role_id, title from people_post where id = h.post_id offset 0) p,
       lateral (select * from people_role where id = p.role_id offset 0) r
 where h.user_id = {user} and h.valid @> %s::date
 order by h.id
"""


@dataclass(frozen=True)
class Seat:
    """A post held today, with what its role allows there. For the post and the area themselves see `live_holdings`."""

    post_id: int
    area_id: int
    area_code: str
    area_name: str
    title: str
    role_id: int
    role_code: str
    role_position: int
    reach: str
    session_class: str
    rights: list[str]

    def __str__(self) -> str:
        return f"{self.area_name} {self.title}"


def seats_of(user_id: int, day: date) -> list[Seat]:
    """The seats a person holds on a day, in the order they were given."""
    with connection.cursor() as cursor:
        cursor.execute(SEATS.format(user="%s"), [user_id, day])
        return [Seat(*row) for row in cursor.fetchall()]
