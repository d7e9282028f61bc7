"""The households of a series as a file: in and, as agreements, out."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disputes.actions.series_agreements import take_agreements
from disputes.enums.rights import Right
from disputes.forms.series import ChosenForm
from disputes.models import Series
from disputes.presenting.series_agreements import agreements_file
from disputes.views.series import find, show, shown_households
from governance.files.actions import start_import
from governance.files.forms import FileForm
from governance.files.layouts import layout_of
from governance.files.models import TableImport
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand
from governance.kernel.wording import office_language

LAYOUT = "series_households"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Right.MEDIATE)
def series_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the list of households; it is checked first, as every register is."""
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (kept := _started(form, series, request.user)):
        messages.success(request, _("已收到“{}”，正在检查。").format(kept.file_name))
        return redirect("files:import_detail", kept.number)
    context = {"series": series, "form": form, "layout": layout_of(LAYOUT)}
    return render(request, "disputes/series_import.html", context, status=400 if form.is_bound else 200)


def _started(form: FileForm, series: Series, user) -> TableImport | None:
    sent = form.cleaned_data
    options = {"upload": sent["file"], "mode": sent["mode"], "target": str(series.pk)}
    try:
        return start_import(layout_of(LAYOUT), by=user, area=series.area, **options)
    except Refused as refused:
        form.add_error("file", refused.message)
    return None


@require_POST
@requires(Right.MEDIATE)
def series_agreements(request: HttpRequest, pk: int) -> HttpResponse:
    """The agreements of the households ticked, in one Word file. A POST, for it leaves a trace."""
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    form = ChosenForm(request.POST, shown=shown_households(request, series))
    if not form.is_valid():
        return show(request, series, form=form, status=400)
    try:
        chosen = take_agreements(series, form.members, by=request.user)
    except Refused as refusal:
        return show(request, series, form=form, refused=refusal.message, status=409)
    return agreements_answer(series, chosen)


def agreements_answer(series: Series, chosen: list) -> FileResponse:
    with office_language():
        file = agreements_file(series, chosen)
    name = _("{title}-协议书{count}份.docx").format(title=series.title, count=len(chosen))
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=DOCX)
    answer["Cache-Control"] = "private, no-store"
    return answer
