"""Briefs of cycles: drawn up on the cycle's page, edited, issued, fetched as a file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.dispatch import actions
from governance.dispatch.enums import BriefKind, Right
from governance.dispatch.filters.briefs import BriefFilter
from governance.dispatch.forms.briefs import EditBriefForm
from governance.dispatch.models import Brief
from governance.dispatch.papers.briefs import OUTLINES
from governance.dispatch.presenting.briefs import brief_page
from governance.dispatch.tables.briefs import BRIEFS
from governance.dispatch.views.cycles import find_cycle
from governance.dispatch.views.verbs import run
from governance.kernel.pages import ListPage, requires
from governance.kernel.papers import word_answer
from governance.kernel.scope import demand


class BriefList(ListPage):
    """Briefs of the user's offices, the latest first."""

    required_right = Right.VIEW
    filterset_class = BriefFilter
    order = ("-id",)
    template_name = "dispatch/brief_list.html"
    rows_template = "dispatch/_brief_rows.html"
    layout = BRIEFS

    def rows_for(self, user):
        return Brief.objects.for_user(user).for_list().defer("file", "content")

    def context(self, request, filtered, page):
        context = super().context(request, filtered, page)
        return {**context, "keeps_templates": request.user.may(Right.MANAGE)}


@requires(Right.VIEW)
@require_safe
def brief_detail(request, pk: int):
    return render(request, "dispatch/brief_detail.html", brief_page(find_brief(request, pk), request.user))


@requires(Right.VIEW)
@require_safe
def brief_download(request, pk: int):
    """The issued file as it was kept, or the draft as it would be."""
    made = actions.brief_file(find_brief(request, pk))
    return word_answer(made.data, made.name)


@requires(Right.VIEW)
@require_POST
def brief_prepare(request, pk: int, kind: str):
    cycle, kind = find_cycle(request, pk), kind_named(kind)
    demand(request.user, Right.MANAGE, cycle.area_code)
    brief = actions.prepare_brief(cycle, kind, by=request.user)
    messages.success(request, _("已生成“{}”草稿，核对以后印发。").format(kind.label))
    return redirect("dispatch:brief_detail", brief.pk)


@requires(Right.VIEW)
def brief_edit(request, pk: int):
    brief = _managed(request, pk)
    form = EditBriefForm(request.POST or None, brief=brief)

    def edit():
        actions.edit_brief(brief, by=request.user, **form.words)

    return run(request, form, edit, about=brief, title=_("修改文字"), back_url=page_of(brief))


@requires(Right.VIEW)
@require_POST
def brief_renew(request, pk: int):
    brief = _managed(request, pk)
    actions.renew_brief(brief, by=request.user)
    messages.success(request, _("已重新取数，写好的文字没有变。"))
    return redirect(page_of(brief))


@requires(Right.VIEW)
@require_POST
def brief_issue(request, pk: int):
    brief = _managed(request, pk)
    actions.issue_brief(brief, by=request.user)
    messages.success(request, _("已印发，文件不再变。"))
    return redirect(page_of(brief))


def kind_named(kind: str) -> BriefKind:
    """A kind that is written, by its name in an address."""
    if kind not in BriefKind.values or BriefKind(kind) not in OUTLINES:
        raise Http404
    return BriefKind(kind)


def find_brief(request, pk: int) -> Brief:
    return get_object_or_404(Brief.objects.for_user(request.user).for_page(), pk=pk)


def _managed(request, pk: int) -> Brief:
    """A brief in sight (404) whose office's meetings the person runs (403)."""
    brief = find_brief(request, pk)
    demand(request.user, Right.MANAGE, brief.area_code)
    return brief


def page_of(brief: Brief) -> str:
    return reverse("dispatch:brief_detail", args=[brief.pk])
