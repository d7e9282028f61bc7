"""One box for what a person may see: cases, areas, compounds. A few of each, with the way to all of them."""

from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from governance.areas.models import Area
from governance.casework.models import Case
from grids.models import Compound

SHOWN = 8


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The page behind the search box."""
    text = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:60]
    sections = [section for section in _sections(request.user, text) if section["rows"]] if text else []
    return render(request, "search.html", {"q": text, "sections": sections})


def _sections(user, text: str) -> list[dict]:
    cases = Case.objects.for_user(user).filter(Q(number__startswith=text) | Q(title__contains=text))
    disputes = cases.filter(kind="dispute").order_by("-id")[:SHOWN]
    events = cases.filter(kind="event").order_by("-id")[:SHOWN]
    areas = Area.objects.for_user(user).open().search(text).order_by("code")[:SHOWN]
    compounds = Compound.objects.for_user(user).filter(name__contains=text).order_by("name")[:SHOWN]
    return [
        {
            "title": pgettext_lazy("list", "纠纷"),
            "all": f"{reverse('disputes:case_list')}?{urlencode({'q': text})}",
            "rows": [_row("disputes:case_detail", case.number, case.title, case.number) for case in disputes],
        },
        {
            "title": _("事件"),
            "all": f"{reverse('grids:event_list')}?{urlencode({'q': text})}",
            "rows": [_row("grids:event_detail", case.number, case.title, case.number) for case in events],
        },
        {
            "title": _("区划与网格"),
            "all": f"{reverse('areas:area_list')}?{urlencode({'q': text})}",
            "rows": [_row("areas:area_detail", area.code, area.name, area.code) for area in areas],
        },
        {
            "title": pgettext_lazy("list", "小区"),
            "all": f"{reverse('grids:compound_list')}?{urlencode({'name': text})}",
            "rows": [_row("grids:compound_detail", row.pk, row.name, row.address) for row in compounds],
        },
    ]


def _row(page: str, key, title: str, note: str) -> dict:
    return {"url": reverse(page, args=[key]), "title": title, "note": note}
