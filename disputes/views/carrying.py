"""What the form of a dispute begins with: a draft, a visit, a matter. Nothing is typed twice."""

from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from disputes.actions.drafts import keep_draft, open_draft
from disputes.forms.registering import as_typed
from disputes.models import DisputeDraft, Matter
from grids.enums.rights import Right as GridsRight
from grids.models import Visit

_FROM_ADDRESS = {
    "household": "place",
    "note": "summary",
    "title": "title",
    "area": "area",
    "matter": "matter",
}


@dataclass(frozen=True)
class Carried:
    form: dict
    parties: list[dict] = field(default_factory=list)


def carried_into(request: HttpRequest) -> Carried:
    """What a draft, a visit, an event or a reception hands on.

    A visit and a draft are named in the address by number alone: what was said at a door belongs in no address.
    """
    if request.GET.get("draft", "").isdigit():
        draft = get_object_or_404(DisputeDraft.objects.of(request.user), pk=int(request.GET["draft"][:18]))
        content = open_draft(draft)
        return Carried(content["form"] | {"draft": draft.pk, "matter": draft.matter_id}, content["parties"])
    found = {ours: request.GET[theirs] for theirs, ours in _FROM_ADDRESS.items() if theirs in request.GET}
    own = {"area": request.user.seats[0].area_code} if request.user.seats else {}
    source = "visit" if {"household", "visit"} & set(request.GET) else "window"
    return Carried(own | {"source": source} | _of_visit(request) | _of_matter(request) | found)


def _of_matter(request) -> dict:
    asked = request.GET.get("matter", "")
    matter = Matter.objects.for_user(request.user).filter(pk=asked).first() if asked.isdigit() else None
    return {"title": matter.title, "area": matter.area_code} if matter else {}


def _of_visit(request) -> dict:
    try:
        number = UUID(request.GET.get("visit", ""))
    except ValueError:
        return {}
    visits = Visit.objects.for_user(request.user).select_related("household")
    visit = visits.filter(client_uuid=number).first()
    if visit is None or not request.user.may(GridsRight.ROSTER, visit.area_code):
        return {}
    return {
        "visit": number,
        "place": visit.household or visit.place,
        "summary": visit.note,
        "area": visit.area_code,
    }


def keep_for_later(request: HttpRequest, form) -> HttpResponse:
    """Keep the half-filled form; of its hidden parts only those that are really the person's own count."""
    form.is_valid()
    draft, matter = form.cleaned_data.get("draft"), form.cleaned_data.get("matter")
    keep_draft(by=request.user, content=as_typed(request.POST), matter=matter, draft=draft)
    messages.success(request, _("草稿已保存 30 天，可以随时接着登记。"))
    return redirect("disputes:draft_list")
