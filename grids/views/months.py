from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import requires
from grids.enums.rights import Right
from grids.models import TeamMember
from grids.presenting.month import draft_of, month_asked, month_of
from grids.views.frames import frame_of


@never_cache
@require_safe
@requires(Right.VISIT)
def my_month(request: HttpRequest) -> HttpResponse:
    """One's own month, for oneself: a draft to change, copy or print."""
    month = month_of(request.user, month_asked(request.GET.get("month", ""), today()))
    return _show(request, month, person=request.user, place=request.user.seats[0].area_name)


@never_cache
@require_safe
@requires(Right.LEAD)
def member_month(request: HttpRequest, pk: int) -> HttpResponse:
    """The month of a member one leads directly, inside the area of that seat; for nobody else."""
    members = TeamMember.objects.for_user(request.user).led_by(request.user, today())
    member = get_object_or_404(members.select_related("user", "area"), pk=pk)
    first = month_asked(request.GET.get("month", ""), today())
    month = month_of(member.user, first, within=member.area_code)
    return _show(request, month, person=member.user, place=member.area.name)


def _show(request: HttpRequest, month, *, person, place: str) -> HttpResponse:
    context = {
        "month": month,
        "person": person,
        "is_own": person.pk == request.user.pk,
        "draft": draft_of(month, place=place),
        "has_next": month.first < today().replace(day=1),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/month.html", context)
