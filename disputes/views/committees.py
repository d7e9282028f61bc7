from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from disputes.actions.committees import save_committee
from disputes.enums.rights import Right
from disputes.filters.papers import CommitteeFilter
from disputes.forms.papers import CommitteeForm
from disputes.models import Committee
from disputes.tables.papers import COMMITTEES
from governance.areas.models import Area
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


class CommitteeList(ListPage):
    """The people's mediation committees of the person's area, with what the law misses in them."""

    required_right = Right.TEMPLATES
    filterset_class = CommitteeFilter
    template_name = "disputes/committee_list.html"
    rows_template = "disputes/_committee_rows.html"
    layout = COMMITTEES

    def rows_for(self, user):
        return Committee.objects.for_user(user).for_list()


@requires(Right.TEMPLATES)
def committee_new(request):
    return _edit(request, Committee())


@requires(Right.TEMPLATES)
def committee_edit(request, pk):
    committee = get_object_or_404(Committee.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.TEMPLATES, committee.area_code)
    return _edit(request, committee)


def _edit(request, committee):
    areas = Area.objects.for_user(request.user).open()
    form = CommitteeForm(request.POST or None, instance=committee, areas=areas)
    if request.method == "POST" and form.is_valid():
        saved = save_committee(form.instance, by=request.user, **form.cleaned_data)
        messages.success(request, _("“{name}”已保存。").format(name=saved.name))
        for warning in saved.warnings():
            messages.warning(request, warning)
        return redirect("disputes:committee_list")
    context = {"form": form, "committee": committee}
    return render(request, "disputes/committee_form.html", context, status=400 if form.is_bound else 200)
