"""One box for what a person may see: cases, areas, compounds. A few of each, with the way to all of them."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from governance.areas.models import Area
from governance.casework.actions.finding import mark_of
from governance.casework.models import Case
from governance.kernel.identity import private_number
from grids.models import Compound

SHOWN = 8


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The page behind the search box. The box posts, so that no telephone or ID number gets into an address."""
    if request.method == "POST":
        return redirect(f"{reverse('search')}?{urlencode(_asked(request))}")
    text, mark = _line(request.GET.get("q", "")), _line(request.GET.get("party", ""))
    found = _by_number(request.user, mark) if mark else _by_text(request.user, text) if text else []
    lead = _("按电话或证件号码") if mark else text
    return render(
        request, "search.html", {"lead": lead, "sections": [part for part in found if part["rows"]]}
    )


def _line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:64]


def _asked(request) -> dict:
    text = _line(request.POST.get("q", ""))
    return {"party": mark_of(text, by=request.user)} if private_number(text)[0] else {"q": text}


def _by_number(user, mark: str) -> list[dict]:
    return _cases(Case.objects.for_user(user).search_number(mark), {"party": mark})


def _by_text(user, text: str) -> list[dict]:
    if private_number(text)[0]:
        return []
    areas = Area.objects.for_user(user).open().search(text).order_by("code")[:SHOWN]
    compounds = Compound.objects.for_user(user).filter(name__contains=text).order_by("name")[:SHOWN]
    return [
        *_cases(Case.objects.for_user(user).search(text), {"q": text}),
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


def _cases(cases, asked: dict) -> list[dict]:
    disputes = cases.filter(kind="dispute").order_by("-id")[:SHOWN]
    events = cases.filter(kind="event").order_by("-id")[:SHOWN]
    return [
        {
            "title": pgettext_lazy("list", "纠纷"),
            "all": f"{reverse('disputes:case_list')}?{urlencode(asked)}",
            "rows": [_row("disputes:case_detail", case.number, case.title, case.number) for case in disputes],
        },
        {
            "title": _("事件"),
            "all": f"{reverse('grids:event_list')}?{urlencode(asked)}",
            "rows": [_row("grids:event_detail", case.number, case.title, case.number) for case in events],
        },
    ]


def _row(page: str, key, title: str, note: str) -> dict:
    return {"url": reverse(page, args=[key]), "title": title, "note": note}
