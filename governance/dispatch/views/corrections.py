from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.corrections import CorrectionFilter
from governance.dispatch.forms.corrections import CorrectionForm
from governance.dispatch.models import Brief, Correction
from governance.dispatch.presenting.corrections import correction_page, file_name, waiting_rows
from governance.dispatch.tables.corrections import CORRECTIONS
from governance.dispatch.views.verbs import run
from governance.kernel.pages import ListPage, requires
from governance.kernel.papers import word_answer
from governance.kernel.scope import demand


class CorrectionList(ListPage):
    """Corrections of figures in issued reports, the latest first."""

    required_right = Right.VIEW
    filterset_class = CorrectionFilter
    order = ("-issued_on", "-id")
    template_name = "dispatch/correction_list.html"
    rows_template = "dispatch/_correction_rows.html"
    layout = CORRECTIONS

    def rows_for(self, user):
        return Correction.objects.for_user(user).for_list().defer("file", "content")


@requires(Right.VIEW)
@require_safe
def correction_detail(request, pk: int):
    found = get_object_or_404(Correction.objects.for_user(request.user).for_page(), pk=pk)
    return render(request, "dispatch/correction_detail.html", correction_page(found, request.user))


@requires(Right.VIEW)
@require_safe
def correction_file(request, pk: int):
    found = get_object_or_404(Correction.objects.for_user(request.user).select_related("area"), pk=pk)
    return word_answer(bytes(found.file), file_name(found))


@requires(Right.VIEW)
def brief_correct(request, pk: int):
    """What arrived late, beside the figures that are others now."""
    brief = get_object_or_404(Brief.objects.for_user(request.user).for_page(), pk=pk)
    demand(request.user, Right.MANAGE, brief.area_code)
    rows = waiting_rows(brief)
    form = CorrectionForm(request.POST or None)

    def go():
        return actions.issue_correction(brief, by=request.user, **form.cleaned_data)

    return run(
        request,
        form,
        go,
        about=brief,
        title=_("印发更正说明"),
        back_url=reverse("dispatch:brief_detail", args=[pk]),
        then=lambda made: reverse("dispatch:correction_detail", args=[made.pk]),
        template="dispatch/brief_correct.html",
        rows=rows,
    )
