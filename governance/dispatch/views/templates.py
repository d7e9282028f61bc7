"""Templates of briefs: the present one goes out, another comes back and is tried before it counts."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.models import BriefTemplate
from governance.dispatch.papers.briefs import OUTLINES, template_for
from governance.dispatch.presenting.briefs import template_lines
from governance.dispatch.views.briefs import kind_named
from governance.files.actions.templates import version_file, withdraw_template
from governance.files.forms import TemplateForm
from governance.files.views.templates import area_asked, find_version, template_page
from governance.kernel.pages import requires
from governance.kernel.papers import word_answer


@require_safe
@requires(Right.MANAGE)
def template_list(request):
    """The kinds of brief and which template each is drawn with."""
    area = area_asked(request, Right.MANAGE)
    areas = request.user.areas_with(Right.MANAGE)
    context = {"area": area, "areas": areas, "lines": template_lines(area.code)}
    return render(request, "dispatch/template_list.html", context)


@requires(Right.MANAGE)
def template_detail(request, kind: str):
    """One kind's template: what is in force, what it may name, a new version."""
    named, areas = kind_named(kind), request.user.areas_with(Right.MANAGE)
    form = TemplateForm(request.POST or None, request.FILES or None, areas=areas)
    if request.method == "POST" and form.is_valid():
        kept = actions.upload_brief_template(named, by=request.user, **form.cleaned_data)
        words = _("“{paper}”第 {version} 版已启用，{area}从现在起用这一版。")
        area = form.cleaned_data["area"].name
        messages.success(request, words.format(paper=named.label, version=kept.version, area=area))
        return redirect("dispatch:template_detail", kind)
    context = template_page(request, BriefTemplate, named, known=OUTLINES[named].known, form=form)
    return render(request, "dispatch/template_detail.html", context, status=400 if form.is_bound else 200)


@require_safe
@requires(Right.MANAGE)
def template_file(request, kind: str):
    """The template in force, to be edited and sent back."""
    named = kind_named(kind)
    _own, data = template_for(named, area_asked(request, Right.MANAGE).code)
    return word_answer(data, f"{named.label}_模板.docx")


@require_safe
@requires(Right.MANAGE)
def template_sample(request, kind: str):
    """The brief filled for nobody, as it would come out."""
    made = actions.sample_brief(kind_named(kind), area_code=area_asked(request, Right.MANAGE).code)
    return word_answer(made.data, made.name)


@require_safe
@requires(Right.MANAGE)
def template_version(request, pk: int):
    """A version of old as it was sent."""
    made = version_file(find_version(request, BriefTemplate, pk))
    return word_answer(made.data, made.name)


@require_POST
@requires(Right.MANAGE)
def template_withdraw(request, pk: int):
    found = find_version(request, BriefTemplate, pk)
    withdraw_template(found, by=request.user)
    words = _("“{paper}”第 {version} 版已停用，改用它前面的一版。")
    messages.success(request, words.format(paper=found.get_kind_display(), version=found.version))
    return redirect("dispatch:template_detail", found.kind)
