from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from disputes.actions.receptions import dispose_matter
from disputes.enums.rights import Right
from disputes.filters.receptions import MatterFilter, ReceptionFilter
from disputes.forms.receptions import DisposeForm
from disputes.models import Matter, Reception
from disputes.tables.receptions import MATTERS, RECEPTIONS
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class ReceptionList(ListPage):
    required_right = Right.VIEW
    filterset_class = ReceptionFilter
    template_name = "disputes/reception_list.html"
    rows_template = "disputes/_reception_rows.html"
    layout = RECEPTIONS

    def rows_for(self, user):
        return Reception.objects.for_user(user).for_list().prefetch_related("matters")

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"may_receive": request.user.may(Right.REGISTER)}


class MatterList(ListPage):
    required_right = Right.VIEW
    filterset_class = MatterFilter
    template_name = "disputes/matter_list.html"
    rows_template = "disputes/_matter_rows.html"
    layout = MATTERS

    def rows_for(self, user):
        return Matter.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"may_receive": request.user.may(Right.REGISTER)}


@requires(Right.VIEW)
def matter_dispose(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a matter, and what the other office answered."""
    matter = get_object_or_404(
        Matter.objects.for_user(request.user).select_related("reception__centre"), pk=pk
    )
    demand(request.user, Right.REGISTER, matter.area_code)
    form = DisposeForm(request.POST or None, initial=_known(matter))
    if request.method == "POST" and form.is_valid():
        dispose_matter(matter, by=request.user, **form.cleaned_data)
        messages.success(
            request, _("已记录：{title}，{done}。").format(title=matter, done=matter.get_disposal_display())
        )
        return redirect("disputes:matter_list")
    status = 400 if request.method == "POST" else 200
    return render(request, "disputes/matter_dispose.html", {"form": form, "matter": matter}, status=status)


def _known(matter: Matter) -> dict:
    return {
        "disposal": matter.disposal,
        "note": matter.answer or matter.handed_to,
        "external_number": matter.external_number,
        "result": matter.result,
        "result_on": matter.result_on,
    }
