from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from grids.views.body_posts import warn_of_lost_cross_post
from property import actions
from property.enums import Right
from property.filters.meetings import OwnersCommitteeFilter
from property.forms import EndForm
from property.forms.committees import FilingForm, MemberForm, MemberPhoneForm
from property.models import CommitteeMember, OwnersCommittee
from property.presenting.committees import committee_page
from property.tables.meetings import COMMITTEES
from property.views.verbs import managed, run


class CommitteeList(ListPage):
    """Owners' and management committees, past ones too."""

    required_right = Right.VIEW
    filterset_class = OwnersCommitteeFilter
    order = ("area_code", "id")
    template_name = "property/committee_list.html"
    rows_template = "property/_committee_rows.html"
    layout = COMMITTEES

    def rows_for(self, user):
        return OwnersCommittee.objects.for_user(user).for_list()


@requires(Right.VIEW)
@require_safe
def committee_detail(request, pk: int):
    """One committee: its members, filing and term, and what deserves a second look."""
    rows = OwnersCommittee.objects.for_user(request.user)
    rows = rows.select_related("compound", "area", "elected_at__compound", "dissolved_at__compound")
    committee = get_object_or_404(rows, pk=pk)
    context = committee_page(committee, request.user, today())
    return render(request, "property/committee_detail.html", context)


@requires(Right.MANAGE)
def committee_file(request, pk: int):
    committee = managed(request, OwnersCommittee, pk)
    form = FilingForm(request.POST or None)

    def file():
        actions.file_committee(committee, by=request.user, **form.cleaned_data)

    return run(request, form, file, committee, _("登记备案"), _page(pk))


@requires(Right.MANAGE)
def member_add(request, pk: int):
    committee = managed(request, OwnersCommittee, pk)
    form = MemberForm(request.POST or None)

    def add():
        actions.add_member(committee, by=request.user, **form.cleaned_data)

    return run(request, form, add, committee, _("登记委员"), _page(pk))


@requires(Right.MANAGE)
def member_phone(request, pk: int, member: int):
    """The telephone of a member who was registered without one."""
    committee = managed(request, OwnersCommittee, pk)
    found = get_object_or_404(committee.members, pk=member)
    form = MemberPhoneForm(request.POST or None)

    def complete():
        actions.complete_member(found, by=request.user, **form.cleaned_data)

    return run(request, form, complete, committee, _("补登委员电话"), _page(pk))


@requires(Right.MANAGE)
def member_end(request, pk: int, member: int):
    committee = managed(request, OwnersCommittee, pk)
    found = get_object_or_404(committee.members, pk=member)
    form = EndForm(request.POST or None)

    def end():
        if actions.end_member(found, by=request.user, **form.cleaned_data):
            warn_of_lost_cross_post(request)

    return run(request, form, end, committee, _("登记委员离任"), _page(pk))


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def member_reveal(request, pk: int, member: int):
    """A member's name in the clear, for a stated reason; it is in this answer and kept nowhere."""
    committee = get_object_or_404(OwnersCommittee.objects.for_user(request.user), pk=pk)
    found = get_object_or_404(committee.members, pk=member)
    context = {
        "committee": committee,
        "member": found,
        "label": CommitteeMember._meta.get_field("name_masked").verbose_name,
        "value": reveal(found, "name", by=request.user, reason=request.POST.get("reason", "")),
    }
    template = "components/masked_value.html" if request.htmx else "property/member_reveal.html"
    return render(request, template, context)


def _page(pk: int) -> str:
    return reverse("property:committee_detail", args=[pk])
