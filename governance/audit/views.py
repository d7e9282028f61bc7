from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from governance.audit.actions import reveal
from governance.audit.forms import ReasonForm


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
    template = "components/masked_value.html" if request.htmx else "audit/revealed.html"
    return render(request, template, context)
