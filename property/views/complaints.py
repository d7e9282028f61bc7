from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.enums.rights import EventRight
from property.actions import register_complaint
from property.enums import Right
from property.filters.projects import ProjectComplaintFilter
from property.forms.projects import ComplaintForm
from property.models import ProjectComplaint, PropertyContract
from property.tables.projects import COMPLAINTS


class ComplaintList(ListPage):
    """Complaints about projects; each is an event and is dealt with there."""

    required_right = Right.VIEW
    filterset_class = ProjectComplaintFilter
    order = ("-received_on", "-id")
    template_name = "property/complaint_list.html"
    rows_template = "property/_complaint_rows.html"
    layout = COMPLAINTS

    def rows_for(self, user):
        return ProjectComplaint.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        shown = super().context(request, filtered, page)
        return shown | {"may_read_events": request.user.may(EventRight.VIEW)}


@requires(EventRight.REPORT)
def complaint_new(request, pk: int):
    """The ordinary report of an event, under a project: place filled in, bound at once."""
    rows = PropertyContract.objects.for_user(request.user).select_related("compound__area", "company", "area")
    contract = get_object_or_404(rows, pk=pk)
    demand(request.user, EventRight.REPORT, contract.area_code)
    form = ComplaintForm(
        request.POST or None,
        request.FILES or None,
        user=request.user,
        initial={"area": contract.area_code, "place": contract.compound.name},
    )
    if form.is_valid():
        complaint = register_complaint(contract, by=request.user, **form.report)
        number = complaint.event.case.number
        messages.success(request, _("已登记投诉，编号 {}，按事件流程办理。").format(number))
        return redirect("property:project_detail", pk=pk)
    context = {"form": form, "contract": contract}
    return render(request, "property/complaint_form.html", context, status=400 if form.is_bound else 200)
