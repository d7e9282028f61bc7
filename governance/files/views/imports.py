import io

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.files.actions import apply_import, start_import, undo_import
from governance.files.answers import XLSX, kept_answer
from governance.files.enums import Right
from governance.files.filters import ImportFilter
from governance.files.forms import ImportForm
from governance.files.layouts import layout_of, layouts
from governance.files.models import TableImport
from governance.files.presenting import left_rows, shown_faults, with_titles
from governance.files.rules import may_work_on
from governance.files.tables import IMPORTS
from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from governance.kernel.wording import office_language
from governance.kernel.workbooks.writing import LedgerFile


class ImportList(ListPage):
    required_right = Right.IMPORT
    filterset_class = ImportFilter
    order = ("-id",)
    template_name = "files/import_list.html"
    rows_template = "files/_import_rows.html"
    layout = IMPORTS

    def rows_for(self, user):
        return TableImport.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        rows = with_titles(page.rows) if page else []
        return super().context(request, filtered, page) | {"rows": rows, "here": "import"}


@requires(Right.IMPORT)
def import_new(request: HttpRequest) -> HttpResponse:
    """Choose a ledger and a file; a file that cannot be read is told at once."""
    form = ImportForm(
        request.POST or None, request.FILES or None, user=request.user, initial=request.GET.dict()
    )
    if form.is_valid() and (kept := _started(form, request.user)):
        messages.success(request, _("已收到“{}”，正在检查。").format(kept.file_name))
        return redirect("files:import_detail", kept.number)
    context = {"form": form, "layouts": [layouts()[key] for key, _title in form.fields["layout"].choices]}
    return render(request, "files/import_new.html", context, status=400 if form.is_bound else 200)


def _started(form: ImportForm, user) -> TableImport | None:
    sent = form.cleaned_data
    try:
        return start_import(
            sent["layout"], by=user, area=sent["area"], upload=sent["file"], mode=sent["mode"]
        )
    except Refused as refused:
        form.add_error("file", refused.message)
    return None


@requires(Right.IMPORT)
@require_safe
def import_template(request: HttpRequest) -> HttpResponse:
    """An empty workbook of a ledger, with lists to choose from and a page of instructions."""
    layout = layouts().get(request.GET.get("layout", ""))
    if layout is None:
        raise BadRequest(_("没有这种名册，请从列表中选择。"))
    out = io.BytesIO()
    with office_language(), LedgerFile(out, layout.columns, name=str(layout.title)):
        pass
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{layout.title}.xlsx", content_type=XLSX)


@requires(Right.IMPORT)
@require_safe
def import_detail(request: HttpRequest, number) -> HttpResponse:
    """How an import stands, what is wrong with it, what can be done; its middle alone for a poll."""
    found = get_object_or_404(TableImport.objects.for_user(request.user).for_list(), number=number)
    layout = layout_of(found.layout)
    context = {
        "import": found,
        "layout": layout,
        "faults": shown_faults(found),
        "left_rows": left_rows(found),
        "may_work": may_work_on(request.user, layout, found.area_code),
        "again_url": layout.import_url(found.target),
        "rows_url": layout.page_url(found.target),
    }
    template = "files/_import_state.html" if request.htmx and not request.htmx.boosted else None
    return render(request, template or "files/import_detail.html", context)


@require_POST
@requires(Right.IMPORT)
def import_apply(request: HttpRequest, number) -> HttpResponse:
    found = get_object_or_404(TableImport.objects.for_user(request.user), number=number)
    apply_import(found, by=request.user)
    messages.success(request, _("已开始导入“{}”。").format(found.file_name))
    return redirect("files:import_detail", number)


@require_POST
@requires(Right.IMPORT)
def import_undo(request: HttpRequest, number) -> HttpResponse:
    found = get_object_or_404(TableImport.objects.for_user(request.user), number=number)
    undo_import(found, by=request.user, reason=request.POST.get("note", "").replace("\x00", "")[:200])
    messages.success(request, _("已开始撤销“{}”。").format(found.file_name))
    return redirect("files:import_detail", number)


@requires(Right.IMPORT)
@require_safe
def import_result(request: HttpRequest, number) -> HttpResponse:
    """The file as it came, its faults in front: for whoever could have sent it."""
    found = get_object_or_404(TableImport.objects.for_user(request.user), number=number)
    demand(request.user, layout_of(found.layout).right, found.area_code)
    if not found.result:
        raise Http404
    name = f"{found.file_name.rpartition('.')[0]}-{_('检查结果')}.xlsx"
    return kept_answer(found.result, name)
