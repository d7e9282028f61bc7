from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from governance.files.actions import start_export
from governance.files.answers import export_answer
from governance.files.forms import ExportForm
from governance.files.lists import source_of
from governance.files.models import TableExport
from governance.files.presenting import shown_choice, with_titles
from governance.kernel.filters import without_controls

SHOWN = 50


@require_safe
def export_list(request: HttpRequest) -> HttpResponse:
    """One's own latest exports; whoever is logged in has such a list, often an empty one."""
    rows = with_titles(TableExport.objects.for_user(request.user).order_by("-id")[:SHOWN])
    is_working = any(row["job"].is_worked_on for row in rows)
    context = {"rows": rows, "is_working": is_working, "here": "export"}
    template = "files/_export_rows.html" if request.htmx and not request.htmx.boosted else None
    return render(request, template or "files/export_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def export_new(request: HttpRequest) -> HttpResponse:
    """Have the list one comes from made into a file, exactly as it is filtered."""
    asked = _asked(request)
    source = source_of(asked["layout"]) if asked["layout"] else None
    form = ExportForm(request.POST or None, user=request.user, asked=source, initial=asked)
    if form.is_valid():
        sent = dict(form.cleaned_data)
        start_export(source_of(sent.pop("layout")), by=request.user, **sent)
        messages.success(request, _("正在生成表格，好了就可以在这里下载。"))
        return redirect("files:export_list")
    context = {"form": form} | (shown_choice(source, request.user, asked["query"]) if source else {})
    return render(request, "files/export_new.html", context, status=400 if form.is_bound else 200)


def _asked(request: HttpRequest) -> dict:
    """The list's own filters, without what only turns its pages; of a form sent again, what it says."""
    if request.method == "POST":
        return {name: request.POST.get(name, "").replace("\x00", "") for name in ("layout", "query")}
    query = request.GET.copy()
    layout = query.pop("layout", [""])[-1]
    return {"layout": layout, "query": without_controls(query)}


@require_safe
def export_file(request: HttpRequest, number) -> HttpResponse:
    """The file, to the one who had it made, for a day."""
    return export_answer(get_object_or_404(TableExport.objects.for_user(request.user), number=number))
