from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.papers import sample_paper, template_of
from disputes.actions.templates import upload_template
from disputes.enums.rights import Right
from disputes.models import PaperTemplate
from disputes.papers.fields import KNOWN
from disputes.presenting.downloads import download, paper_named
from disputes.presenting.papers import template_lines
from governance.files.actions.templates import version_file, withdraw_template
from governance.files.forms import TemplateForm
from governance.files.views.templates import area_asked, find_version, template_page
from governance.kernel.pages import requires
from governance.kernel.papers import Made


@require_safe
@requires(Right.TEMPLATES)
def template_list(request):
    """The papers and which template each is made from."""
    area = area_asked(request, Right.TEMPLATES)
    context = {
        "area": area,
        "areas": request.user.areas_with(Right.TEMPLATES),
        "lines": template_lines(area.code),
    }
    return render(request, "disputes/template_list.html", context)


@requires(Right.TEMPLATES)
def template_detail(request, kind):
    """One paper's template: what is in force, what it may name, a new version."""
    paper, areas = paper_named(kind), request.user.areas_with(Right.TEMPLATES)
    form = TemplateForm(request.POST or None, request.FILES or None, areas=areas)
    if request.method == "POST" and form.is_valid():
        kept = upload_template(paper, by=request.user, **form.cleaned_data)
        words = _("“{paper}”第 {version} 版已启用，{area}从现在起用这一版。")
        area = form.cleaned_data["area"].name
        messages.success(request, words.format(paper=paper.label, version=kept.version, area=area))
        return redirect("disputes:template_detail", kind)
    context = template_page(request, PaperTemplate, paper, known=KNOWN, form=form)
    return render(request, "disputes/template_detail.html", context, status=400 if form.is_bound else 200)


@require_safe
@requires(Right.TEMPLATES)
def template_file(request, kind):
    """The template in force, to be edited and sent back."""
    paper = paper_named(kind)
    return download(
        Made(f"{paper.label}_模板.docx", template_of(paper, area_asked(request, Right.TEMPLATES).code))
    )


@require_safe
@requires(Right.TEMPLATES)
def template_sample(request, kind):
    """The paper filled for nobody, as it would come out."""
    return download(sample_paper(paper_named(kind), area_code=area_asked(request, Right.TEMPLATES).code))


@require_safe
@requires(Right.TEMPLATES)
def template_version(request, pk):
    """A version of old as it was sent."""
    return download(version_file(find_version(request, PaperTemplate, pk)))


@require_POST
@requires(Right.TEMPLATES)
def template_withdraw(request, pk):
    found = find_version(request, PaperTemplate, pk)
    withdraw_template(found, by=request.user)
    words = _("“{paper}”第 {version} 版已停用，改用它前面的一版。")
    messages.success(request, words.format(paper=found.get_kind_display(), version=found.version))
    return redirect("disputes:template_detail", found.kind)
