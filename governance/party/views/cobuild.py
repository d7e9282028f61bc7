"""Pages of resources, needs and joint projects."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.lifecycle import Step
from governance.kernel.pages import requires
from governance.party import actions
from governance.party.enums import NeedState, Right
from governance.party.forms import NeedForm, ResourceForm
from governance.party.models import CommunityNeed, CoProject, Partner, PartnerResource
from governance.party.presenting.cobuild import step_form, step_links, suggestions
from governance.party.states.cobuild import NEED_STEPS, PROJECT_STEPS, RESOURCE_STEPS
from governance.party.views.verbs import build, sent, to_build


def step_of(table: dict[str, Step], name: str) -> Step:
    if name not in table:
        raise Http404
    return table[name]


@requires(Right.BUILD)
def resource_offer(request, pk: int):
    partner = to_build(request, Partner, pk)
    return build(
        request,
        ResourceForm(request.POST or None),
        lambda **content: actions.offer_resource(partner, by=request.user, **content),
        title=_("登记资源"),
        about=partner,
        back_url=reverse("party:partner_detail", args=[pk]),
    )


@requires(Right.BUILD)
def resource_step(request, pk: int, step: str):
    resource, taken = to_build(request, PartnerResource, pk), step_of(RESOURCE_STEPS, step)
    return build(
        request,
        step_form(resource, taken, sent(request), request.user),
        lambda **content: actions.step_resource(resource, step, by=request.user, **content),
        title=taken.label,
        about=resource,
        back_url=reverse("party:partner_detail", args=[resource.partner_id]),
    )


@requires(Right.BUILD)
def need_post(request):
    return build(
        request,
        NeedForm(request.POST or None, user=request.user),
        lambda **content: actions.post_need(by=request.user, **content),
        title=_("登记需求"),
        about=_("需求清单"),
        back_url=reverse("party:need_list"),
        then=lambda need: reverse("party:need_detail", args=[need.pk]),
    )


@requires(Right.VIEW)
@require_safe
def need_detail(request, pk: int):
    """A need, the project that meets it, or the resources that could."""
    needs = CommunityNeed.objects.for_user(request.user).select_related("area", "kind")
    need = get_object_or_404(needs, pk=pk)
    is_open = need.state == NeedState.OPEN
    context = {
        "need": need,
        "steps": step_links(need, request.user, "party:need_step"),
        "projects": CoProject.objects.for_user(request.user).filter(need=need).for_list(),
        "suggestions": suggestions(need, request.user) if is_open else [],
        "may_match": is_open and request.user.may(Right.BUILD, need.area_code),
    }
    return render(request, "party/need_detail.html", context)


@requires(Right.BUILD)
def need_step(request, pk: int, step: str):
    """A need is withdrawn by itself alone; its project takes the other steps."""
    need, taken = to_build(request, CommunityNeed, pk), step_of({"withdraw": NEED_STEPS["withdraw"]}, step)
    return build(
        request,
        step_form(need, taken, sent(request), request.user),
        lambda **content: actions.withdraw_need(need, by=request.user, **content),
        title=taken.label,
        about=need,
        back_url=reverse("party:need_detail", args=[pk]),
    )


@requires(Right.BUILD)
@require_POST
def need_match(request, pk: int):
    """One press makes a project of the need and the resources chosen."""
    need = to_build(request, CommunityNeed, pk)
    chosen = [key for key in request.POST.getlist("resource") if key.isdecimal() and len(key) < 19]
    resources = list(PartnerResource.objects.for_user(request.user).filter(pk__in=chosen))
    project = actions.match_need(need, by=request.user, resources=resources)
    return redirect("party:project_detail", pk=project.pk)


@requires(Right.VIEW)
@require_safe
def project_detail(request, pk: int):
    rows = CoProject.objects.for_user(request.user).select_related("area", "need__kind", "partner")
    project = get_object_or_404(rows, pk=pk)
    steps = step_links(project, request.user, "party:project_step")
    context = {"project": project, "steps": steps, "resources": project.resources.order_by("pk")}
    return render(request, "party/project_detail.html", context)


@requires(Right.BUILD)
def project_step(request, pk: int, step: str):
    project, taken = to_build(request, CoProject, pk), step_of(PROJECT_STEPS, step)
    return build(
        request,
        step_form(project, taken, sent(request), request.user),
        lambda **content: actions.step_project(project, step, by=request.user, **content),
        title=taken.label,
        about=project.need,
        back_url=reverse("party:project_detail", args=[pk]),
    )
