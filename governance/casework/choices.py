"""Which seats can be asked over a case, or made to answer for it."""

from django.db.models import Q, QuerySet

from governance.areas.enums import Level
from governance.areas.models import Area, AreaLevel
from governance.casework.enums import OrderKind, Right
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.scope import codes_above, under
from governance.people.models import Post


def seats_to_call(case: Case, kind: str):
    """The seats an order may go to: those that answer for the place of the case.

    Help may also be asked of the offices of other townships in the county: they see the case through the order alone.
    Of a restricted case nobody is asked who may not see such cases.
    """
    wanted = Q(area_code__in=codes_above(case.area_code))
    if kind == OrderKind.REFER:
        wanted |= Q(area__level__in=[Level.COUNTY, Level.TOWNSHIP]) & under("area_code", _county_of(case))
    rights = [Right.HANDLE]
    if case.is_restricted and case.of_kind:
        rights.append(case.of_kind.restricted_right)
    handling = Post.objects.open_on(today()).filter(wanted, role__rights__contains=rights)
    return handling.exclude(pk=case.owner_post_id).select_related("role", "area").order_by("area_code", "id")


def _county_of(case: Case) -> str:
    width = AreaLevel.objects.filter(key=Level.COUNTY).values_list("code_width", flat=True).first()
    return case.area_code[:width]


def lead_seats(case: Case):
    """Seats of leading officials around the place of a case, the nearest first."""
    seats = Post.objects.open_on(today()).for_list()
    return seats.filter(
        area_code__in=codes_above(case.area_code), role__rights__contains=[Right.LEAD]
    ).order_by("-area_code", "id")


def areas_above(case: Case) -> QuerySet[Area]:
    """The areas a case may be handed up to, the nearest first."""
    code = (case.owner_area or case.area).code
    widths = AreaLevel.objects.filter(code_width__lt=len(code)).values_list("code_width", flat=True)
    return Area.objects.open().filter(code__in=[code[:width] for width in widths]).order_by("-code")
