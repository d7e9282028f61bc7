from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from disputes.actions.receptions import receive_visitor
from disputes.enums.rights import Right
from disputes.filters.receptions import MatterFilter, ReceptionFilter
from disputes.forms.receptions import ReceptionForm
from disputes.models import Matter, Reception
from disputes.tables.receptions import MATTERS, RECEPTIONS
from governance.kernel.pages import ListPage, requires


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


@requires(Right.REGISTER)
def reception_register(request):
    form = ReceptionForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        reception = receive_visitor(given.pop("centre"), by=request.user, **given)
        messages.success(request, _("已登记 {visitor} 的来访。").format(visitor=reception.visitor_masked))
        return redirect("disputes:reception_list")
    status = 400 if request.method == "POST" else 200
    return render(request, "disputes/reception_register.html", {"form": form}, status=status)
