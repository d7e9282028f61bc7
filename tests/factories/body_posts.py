"""Posts in the bodies of communities and compounds, set past the verbs."""

from datetime import date

from governance.areas.models import Area
from grids.enums.body_posts import Body
from grids.models import BodyPost, Compound

BEGUN = date(2022, 1, 1)


def make_post(
    place: Area | Compound,
    body: str = Body.RESIDENTS,
    *,
    name: str = "欧阳修远",
    phone: str = "13800138000",
    since: date = BEGUN,
    until: date | None = None,
    title: str = "委员",
) -> BodyPost:
    """A post in a community (given its area) or in a compound."""
    compound = place if isinstance(place, Compound) else None
    post = BodyPost(
        area=compound.area if compound else place,
        compound=compound,
        body=body,
        title=title,
        valid=(since, until),
    )
    post.seal_person(name, phone)
    post.save()
    return post
