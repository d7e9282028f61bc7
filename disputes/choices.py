"""What a person may choose from when handing a dispute on."""

from django.db.models import Q

from disputes.enums.court import CourtRight
from disputes.enums.rights import Right
from governance.areas.models import AreaLevel
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.scope import codes_above, under
from governance.people.models import Post


def seats_for(case: Case, user):
    """Seats within the officer's sight that cover the place of the case and may mediate."""
    above = [case.area_code[:width] for width in AreaLevel.objects.values_list("code_width", flat=True)]
    posts = Post.objects.for_user(user).open_on(today()).for_list()
    rights = [Right.MEDIATE, Right.RESTRICTED] if case.is_restricted else [Right.MEDIATE]
    return posts.filter(area_code__in=above, role__rights__contains=rights).order_by("-area_code", "id")


def judges_for(area_code: str):
    """Seats of judges above, at or below an area: the township's own first, then the county's."""
    around = Q(area_code__in=codes_above(area_code)) | under("area_code", area_code)
    posts = Post.objects.open_on(today()).filter(around, role__rights__contains=[CourtRight.CONSULT])
    return posts.for_list().order_by("-area_code", "id")
