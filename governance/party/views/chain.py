from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from governance.kernel.days import today
from governance.kernel.pages import requires
from governance.party.chain import ancestors_on, chain_below
from governance.party.enums import Right
from governance.party.forms import AsOfForm, DissolveForm, RenameForm, day_asked
from governance.party.models import PartyOrg, PartyOrgArea, PartyTerm
from governance.party.presenting.together import together


@requires(Right.VIEW)
@require_safe
def org_tree(request):
    """The chain from the top, or below `root`: one level a request, as a page or as a fragment for HTMX."""
    day = day_asked(request)
    orgs = PartyOrg.objects.for_user(request.user).in_force(day).described_on(day).with_child_count(day)
    orgs = orgs.select_related("tier", "area").order_by("area_code", "pk")
    root = None
    if given := request.GET.get("root", ""):
        root = get_object_or_404(orgs, pk=given if given.isdecimal() else 0)
        nodes = orgs.children_of(root, day)
    else:
        nodes = orgs.tops(day, PartyOrg.objects.for_user(request.user))
    context = {"nodes": nodes, "root": root, "day": day, "form": AsOfForm(initial={"as_of": day})}
    if request.htmx:
        return render(request, "party/_org_nodes.html", context)
    context["above"] = ancestors_on(root, day) if root else []
    return render(request, "party/org_tree.html", context)


@requires(Right.VIEW)
@require_safe
def org_detail(request, pk: int):
    """One organisation as of a day: who is above and below, whom it serves, who sits in it, what to heed."""
    day = day_asked(request)
    orgs = PartyOrg.objects.for_user(request.user).described_on(day).with_unit_count(day)
    org = get_object_or_404(orgs.select_related("tier", "area", "merged_into"), pk=pk)
    below = PartyOrg.objects.for_user(request.user).in_force(day).children_of(org, day)
    context = {
        "org": org,
        "day": day,
        "above": ancestors_on(org, day),
        "below": below.described_on(day).with_child_count(day).select_related("tier"),
        "served": PartyOrgArea.objects.filter(org=org)
        .live_on(day)
        .for_user(request.user)
        .select_related("area"),
        "members": org.member_orgs.filter(valid__contains=day) if org.is_joint else [],
        "may_see_companies": org.is_joint and request.user.may("property.view"),
        "changes": org.changes.select_related("other"),
        "may_manage": request.user.may(Right.MANAGE, org.area_code) and org.is_live,
        "as_of_form": AsOfForm(initial={"as_of": day}),
        "dissolve_form": DissolveForm(prefix="dissolve"),
        "rename_form": RenameForm(prefix="rename"),
    }
    return render(request, "party/org_detail.html", context | together(org, request.user, day))


@requires(Right.VIEW)
@require_safe
def org_print(request, pk: int):
    """An organisation with everything below it on a day, on paper."""
    day = day_asked(request)
    seen = PartyOrg.objects.for_user(request.user)
    org = get_object_or_404(seen.described_on(day), pk=pk)
    root = chain_below(org, seen, day)
    nodes = list(root.numbered())[1:] if root else []
    due = dict(PartyTerm.objects.running_on(day).of([node.org.pk for *_place, node in nodes]))
    rows = [(number, depth, node.org, due.get(node.org.pk)) for number, depth, node in nodes]
    context = {"org": org, "day": day, "rows": rows, "printed_at": today()}
    return render(request, "party/org_print.html", context)
