from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.dossiers import attach_pages, file_dossier, file_on_paper, take_out
from disputes.actions.papers import make_dossier, make_paper
from disputes.enums.rights import Right
from disputes.forms.papers import FileDossierForm, OnPaperForm, PagesForm, TakeOutForm
from disputes.presenting.downloads import download, paper_named
from disputes.presenting.papers import dossier_page
from disputes.views.cases import find
from governance.audit.enums import Right as AuditRight
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@require_safe
@requires(Right.VIEW)
def dossier_detail(request, number):
    return _show(request, find(request.user, number))


def _show(request, dispute, *, status=200, **tried):
    context = dossier_page(dispute, request.user, **tried)
    return render(request, "disputes/dossier_detail.html", context, status=status)


@never_cache
@requires(Right.PAPERS)
def paper_make(request, number, kind):
    """A paper of the dossier: read, it is the masked one; pressed for, the one to be signed, which is on record."""
    dispute = find(request.user, number)
    is_clear = request.method == "POST"
    demand(request.user, AuditRight.REVEAL if is_clear else Right.PAPERS, dispute.area_code)
    return download(make_paper(dispute, paper_named(kind), by=request.user, is_clear=is_clear))


@never_cache
@requires(Right.PAPERS)
def dossier_pack(request, number):
    """All papers in one archive, masked or to be signed, as above."""
    dispute = find(request.user, number)
    is_clear = request.method == "POST"
    demand(request.user, AuditRight.REVEAL if is_clear else Right.PAPERS, dispute.area_code)
    return download(make_dossier(dispute, by=request.user, is_clear=is_clear))


@require_POST
@requires(Right.PAPERS)
def paper_pages(request, number, kind):
    dispute, paper = _to_work_on(request, number, kind)
    form = PagesForm(request.POST, request.FILES, auto_id=f"id_{kind}_%s")
    if not form.is_valid():
        return _show(request, dispute, status=400, tried=form, tried_kind=kind)
    filed = attach_pages(dispute, paper, by=request.user, uploads=form.cleaned_data["uploads"])
    words = _("“{paper}”的签字页已存入卷宗，现有 {count} 页。")
    messages.success(request, words.format(paper=paper.label, count=filed.page_count))
    return redirect("disputes:dossier_detail", number)


@require_POST
@requires(Right.PAPERS)
def paper_original(request, number, kind):
    dispute, paper = _to_work_on(request, number, kind)
    form = OnPaperForm(request.POST, auto_id=f"id_{kind}_%s")
    if not form.is_valid():
        return _show(request, dispute, status=400, tried=form, tried_kind=kind)
    file_on_paper(dispute, paper, by=request.user, **form.cleaned_data)
    messages.success(request, _("“{paper}”已记为纸质原件入卷。").format(paper=paper.label))
    return redirect("disputes:dossier_detail", number)


@require_POST
@requires(Right.PAPERS)
def paper_take_out(request, number, kind):
    """The whole paper; one page of it when `page` names one."""
    dispute, paper = _to_work_on(request, number, kind)
    form = TakeOutForm(request.POST)
    if not form.is_valid():
        raise Http404
    take_out(dispute, paper, by=request.user, **form.cleaned_data)
    messages.success(request, _("已从卷宗里撤出“{paper}”。").format(paper=paper.label))
    return redirect("disputes:dossier_detail", number)


@require_POST
@requires(Right.PAPERS)
def dossier_file(request, number):
    dispute = find(request.user, number)
    demand(request.user, Right.PAPERS, dispute.area_code)
    form = FileDossierForm(request.POST)
    if not form.is_valid():
        return _show(request, dispute, status=400, file_form=form)
    dossier = file_dossier(dispute, by=request.user, **form.cleaned_data)
    messages.success(request, _("已立卷，卷号 {number}。").format(number=dossier.number))
    return redirect("disputes:dossier_detail", number)


def _to_work_on(request, number, kind):
    """The dispute and the paper, when the person may work on its dossier."""
    dispute = find(request.user, number)
    demand(request.user, Right.PAPERS, dispute.area_code)
    return dispute, paper_named(kind)
