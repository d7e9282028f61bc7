"""What the pages of an app's Word templates share."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from governance.areas.models import Area
from governance.files.models.templates import OfficeTemplate
from governance.kernel.scope import demand
from governance.kernel.templating.fields import LINE, Known


def area_asked(request, right: str) -> Area:
    """The area whose templates the page is about: the one named in the address, else the person's first."""
    areas = {area.code: area for area in request.user.areas_with(right)}
    found = areas.get(request.GET.get("area") or next(iter(areas), ""))
    if found is None:
        raise Http404
    return found


def template_page(request, model: type[OfficeTemplate], kind, *, known: Known, form) -> dict:
    """What the page of one paper's template shows; `kind` is a choice with a label."""
    area, rows = area_asked(request, model.EDIT_RIGHT), model.objects.for_user(request.user)
    return {
        "paper": kind,
        "area": area,
        "own": rows.in_force(kind, area.code),
        "versions": rows.filter(kind=kind).for_page(),
        "form": form,
        "known": known,
        "line": LINE,
    }


def find_version(request, model: type[OfficeTemplate], pk: int) -> OfficeTemplate:
    """A version in sight (404) whose area the person keeps templates for (403)."""
    found = get_object_or_404(model.objects.for_user(request.user), pk=pk)
    demand(request.user, model.EDIT_RIGHT, found.area_code)
    return found
