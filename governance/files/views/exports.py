from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from governance.files.actions import start_export
from governance.files.forms import ExportForm
from governance.files.layouts import layout_of
from governance.files.models import TableExport
from governance.files.presenting import title_of, with_titles
from governance.files.views.imports import XLSX
from governance.kernel.filters import CONTROLS

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
    form = ExportForm(request.POST or None, user=request.user, initial=_asked(request))
    if form.is_valid():
        sent = dict(form.cleaned_data)
        start_export(layout_of(sent.pop("layout")), by=request.user, **sent)
        messages.success(request, _("正在生成表格，好了就可以在这里下载。"))
        return redirect("files:export_list")
    return render(request, "files/export_new.html", {"form": form}, status=400 if form.is_bound else 200)


def _asked(request: HttpRequest) -> dict:
    """The list's own filters, without what only turns its pages."""
    query = request.GET.copy()
    layout = query.pop("layout", [""])[-1]
    for name in CONTROLS:
        query.pop(name, None)
    return {"layout": layout, "query": query.urlencode()}


@require_safe
def export_file(request: HttpRequest, number) -> HttpResponse:
    """The file, to the one who had it made, for a day."""
    found = get_object_or_404(TableExport.objects.for_user(request.user), number=number)
    if not found.is_live:
        raise Http404
    day = f"{found.created_at:%Y%m%d}"
    name = f"{title_of(found)}-{day}.xlsx"
    answer = FileResponse(found.file.open(), as_attachment=True, filename=name, content_type=XLSX)
    answer["Cache-Control"] = "private, no-store"
    return answer
