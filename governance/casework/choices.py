"""Which offices can be asked over a case."""

from django.db.models import Q

from governance.areas.enums import Level
from governance.areas.models import AreaLevel
from governance.casework.enums import OrderKind, Right
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.scope import codes_above, under
from governance.people.models import Post


def seats_to_call(case: Case, kind: str):
    """The seats an order may go to: those that answer for the place of the case.

    Help may also be asked of the offices of other townships in the county: they see the case through the order alone.
    """
    wanted = Q(area_code__in=codes_above(case.area_code))
    if kind == OrderKind.REFER:
        wanted |= Q(area__level__in=[Level.COUNTY, Level.TOWNSHIP]) & under("area_code", _county_of(case))
    handling = Post.objects.open_on(today()).filter(wanted, role__rights__contains=[Right.HANDLE])
    return handling.exclude(pk=case.owner_post_id).select_related("role", "area").order_by("area_code", "id")


def _county_of(case: Case) -> str:
    width = AreaLevel.objects.filter(key=Level.COUNTY).values_list("code_width", flat=True).first()
    return case.area_code[:width]
