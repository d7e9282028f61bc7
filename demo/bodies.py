"""Who sits in the bodies of the communities and compounds; in some compounds one person in two of them."""

from datetime import date, timedelta

from demo import words
from demo.chance import chance
from demo.city import City
from governance.areas.models import Area
from grids.enums.body_posts import Body
from grids.models import BodyPost
from property.models import OwnersCommittee, PropertyContract

SINCE = date(2023, 3, 1)
CROSSED = 0.58  # of the compounds with a committee


def make_bodies(city: City) -> None:
    """The head of every community, then chair, branch secretary and project manager of the compounds."""
    dice = chance("bodies")
    communities = {area.code: area for area in Area.objects.filter(code__in=city.communities())}
    rows = []
    for area in communities.values():
        head = _person(dice)
        rows.append(_post(area, Body.COMMUNITY_PARTY, "书记", head, dice))
        rows.append(_post(area, Body.RESIDENTS, "主任", head if dice.random() < 0.8 else _person(dice), dice))
    managed = set(
        PropertyContract.objects.filter(valid__contains=city.today).values_list("compound", flat=True)
    )
    committees = OwnersCommittee.objects.filter(valid__contains=city.today).order_by("pk")
    for committee in committees.select_related("compound__area"):
        compound = committee.compound
        secretary, chair = _person(dice), _person(dice)
        crossed = dice.random() < CROSSED
        if crossed and dice.random() < 0.6:
            chair = secretary
        rows.append(_post(compound, Body.BRANCH, "书记", secretary, dice))
        rows.append(_post(compound, Body.COMMITTEE, "主任", chair, dice, since=committee.valid.lower))
        if compound.pk in managed:
            manager = secretary if crossed and chair is not secretary else _person(dice)
            rows.append(_post(compound, Body.PROJECT, "项目经理", manager, dice))
        elif crossed and chair is not secretary:
            rows.append(_post(compound, Body.COMMITTEE, "委员", secretary, dice, since=committee.valid.lower))
    BodyPost.objects.bulk_create(rows, batch_size=2000)


def _person(dice) -> tuple[str, str]:
    return words.person(dice), words.phone(dice)


def _post(
    place, body: str, title: str, person: tuple[str, str], dice, *, since: date | None = None
) -> BodyPost:
    begun = SINCE + timedelta(days=dice.randint(0, 900))
    at_compound = not isinstance(place, Area)
    post = BodyPost(
        compound=place if at_compound else None,
        body=body,
        title=title,
        valid=(since or begun, None),
    )
    post.place_in(place.area if at_compound else place)
    post.seal_person(*person)
    return post
