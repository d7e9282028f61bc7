from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.pages import ListPage, requires, run_verb
from governance.kernel.scope import demand
from grids.actions.orgs import change_org, end_org, found_org, record_activity
from grids.enums.rights import Right
from grids.filters.communities import CommunityOrgFilter
from grids.forms.orgs import ActivityForm, OrgChangeForm, OrgForm
from grids.models import CommunityOrg
from grids.tables.communities import ORGS
from grids.views.verbs import managed_community


class OrgList(ListPage):
    required_right = Right.VIEW
    filterset_class = CommunityOrgFilter
    order = ("area_code", "id")
    template_name = "grids/org_list.html"
    rows_template = "grids/_org_rows.html"
    layout = ORGS

    def rows_for(self, user):
        return CommunityOrg.objects.for_user(user)


@requires(Right.VIEW)
@require_safe
def org_detail(request: HttpRequest, pk: int) -> HttpResponse:
    orgs = CommunityOrg.objects.for_user(request.user).select_related("kind", "area")
    org = get_object_or_404(orgs, pk=pk)
    may_reveal = request.user.may(AuditRight.REVEAL, org.area_code)
    context = {
        "org": org,
        "activities": org.activities.all()[:30],
        "values": [
            {
                "label": CommunityOrg._meta.get_field(f"{name}_masked").verbose_name,
                "masked": getattr(org, f"{name}_masked"),
                "url": reverse("grids:org_reveal", args=[pk, name]) if may_reveal else "",
            }
            for name in CommunityOrg.SEALED
        ],
        "may_manage": request.user.may(Right.MANAGE, org.area_code) and org.ended_on is None,
    }
    return render(request, "grids/org_detail.html", context)


@requires(Right.MANAGE)
def org_found(request: HttpRequest, code: str) -> HttpResponse:
    community = managed_community(request, code)
    return run_verb(
        request,
        OrgForm(request.POST or None),
        lambda **content: found_org(community, by=request.user, **content),
        title=_("登记社区组织"),
        about=str(community),
        back_url=reverse("grids:community_desk", args=[code]),
        done=_("已登记到{}。").format(community),
    )


@requires(Right.MANAGE)
def org_change(request: HttpRequest, pk: int) -> HttpResponse:
    org = _managed(request, pk)
    known = {"kind": org.kind_id, "purpose": org.purpose, "people_count": org.people_count}
    return run_verb(
        request,
        OrgChangeForm(request.POST or None, initial=known),
        lambda **content: change_org(org, by=request.user, **content),
        title=_("修改社区组织"),
        about=str(org),
        back_url=reverse("grids:org_detail", args=[pk]),
        done=_("已保存。"),
    )


@requires(Right.MANAGE)
def org_activity(request: HttpRequest, pk: int) -> HttpResponse:
    org = _managed(request, pk)
    return run_verb(
        request,
        ActivityForm(request.POST or None),
        lambda **content: record_activity(org, by=request.user, **content),
        title=_("登记活动"),
        about=str(org),
        back_url=reverse("grids:org_detail", args=[pk]),
        done=_("已登记活动。"),
    )


@require_POST
@requires(Right.MANAGE)
def org_end(request: HttpRequest, pk: int) -> HttpResponse:
    org = _managed(request, pk)
    end_org(org, by=request.user)
    messages.success(request, _("{}已停止活动。").format(org))
    return redirect("grids:org_detail", pk)


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def org_reveal(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    org = get_object_or_404(CommunityOrg.objects.for_user(request.user), pk=pk)
    return answer_reveal(request, org, name, back_url=reverse("grids:org_detail", args=[pk]))


def _managed(request: HttpRequest, pk: int) -> CommunityOrg:
    org = get_object_or_404(CommunityOrg.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.MANAGE, org.area_code)
    return org
