"""The shells of one verb's page and of one personal value's: what every subject here shares."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from governance.audit.actions import reveal
from governance.kernel.scope import demand
from grids.enums.rights import Right
from grids.forms.roster import ReasonForm
from grids.models import Community


def run_verb(
    request: HttpRequest, form, verb: Callable, *, title: str, about: str, back_url: str, done: str
) -> HttpResponse:
    """Show the form, or call the verb with what it says; what the database refuses goes back into the form."""
    if request.method == "POST" and form.is_valid():
        try:
            verb(**form.cleaned_data)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, done)
            return redirect(back_url)
    context = {"form": form, "title": title, "about": about, "back_url": back_url}
    return render(request, "grids/verb.html", context, status=400 if form.errors else 200)


def answer_reveal(request: HttpRequest, row, name: str, *, back_url: str) -> HttpResponse:
    """One sealed value of one row, for a stated reason; the look is on record before the value is shown."""
    if name not in row.SEALED:
        raise Http404
    form = ReasonForm(request.POST)
    context = {
        "about": row,
        "label": row._meta.get_field(f"{name}_masked").verbose_name,
        "value": reveal(
            row, name, by=request.user, reason=form.cleaned_data["reason"] if form.is_valid() else ""
        ),
        "back_url": back_url,
    }
    template = "components/masked_value.html" if request.htmx else "grids/revealed.html"
    return render(request, template, context)


def managed_community(request: HttpRequest, code: str, right: str = Right.MANAGE) -> Community:
    """An open community in sight (404) in which the user holds the right (403)."""
    community = get_object_or_404(Community.objects.for_user(request.user).open(), code=code)
    demand(request.user, right, community.code)
    return community
