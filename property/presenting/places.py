"""Which area a page of property is asked for."""

from django.http import Http404

from governance.areas.models import Area
from governance.people.models import User
from property.enums import Right


def area_asked(code: str, user: User) -> Area:
    """The open area of a code within the user's reach; without a code the highest the user reads property of."""
    own = sorted((reach.code for reach in user.reaches(Right.VIEW)), key=lambda found: (len(found), found))
    code = code or next(iter(own), "")
    area = Area.objects.open().filter(code=code).select_related("level").first()
    if area is None or not user.may(Right.VIEW, area.code):
        raise Http404
    return area
