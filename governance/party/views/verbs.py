from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.kernel.pages import requires, run_verb
from governance.kernel.scope import demand
from governance.party import actions
from governance.party.enums import Right
from governance.party.forms import DissolveForm, EstablishForm, RenameForm
from governance.party.models import PartyOrg


@requires(Right.MANAGE)
def org_establish(request, pk: int):
    """Set up an organisation below this one."""
    parent = find(request, pk)
    form = EstablishForm(request.POST or None, parent=parent, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            org = actions.establish_org(by=request.user, parent=parent, **form.cleaned_data)
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("已成立「{}」，隶属于「{}」。").format(org, parent))
            for rule in org.broken_rules:
                messages.warning(request, rule.text)
            return redirect("party:org_detail", pk=org.pk)
    status = 400 if form.errors else 200
    return render(request, "party/org_establish.html", {"form": form, "parent": parent}, status=status)


@requires(Right.MANAGE)
@require_POST
def org_dissolve(request, pk: int):
    org = find(request, pk)
    form = DissolveForm(request.POST, prefix="dissolve")
    if not form.is_valid():
        return answer_form(request, org, form, _("撤销党组织"))
    actions.dissolve_org(org, by=request.user, **form.cleaned_data)
    messages.success(request, _("「{}」自 {} 起撤销。").format(org, form.cleaned_data["on"]))
    return redirect("party:org_detail", pk=org.pk)


@requires(Right.MANAGE)
@require_POST
def org_rename(request, pk: int):
    org = find(request, pk)
    form = RenameForm(request.POST, prefix="rename")
    if not form.is_valid():
        return answer_form(request, org, form, _("更名"))
    actions.rename_org(org, by=request.user, **form.cleaned_data)
    messages.success(
        request, _("自 {} 起更名为「{}」。").format(form.cleaned_data["on"], form.cleaned_data["name"])
    )
    return redirect("party:org_detail", pk=org.pk)


def answer_form(request, org: PartyOrg, form, title: str):
    return render(request, "party/org_verb.html", {"org": org, "form": form, "title": title}, status=400)


def find(request, pk: int) -> PartyOrg:
    """An organisation in sight (404) that the user may manage (403)."""
    org = get_object_or_404(PartyOrg.objects.for_user(request.user).select_related("tier", "area"), pk=pk)
    if not request.user.may(Right.MANAGE, org.area_code):
        raise PermissionDenied
    return org


def to_build(request, model, pk: int):
    """A row in sight (404) on which the user may build together (403)."""
    row = get_object_or_404(model.objects.for_user(request.user).select_related("area"), pk=pk)
    demand(request.user, Right.BUILD, row.area_code)
    return row


def sent(request):
    """What was posted, be it nothing; None when the form is only looked at."""
    return request.POST if request.method == "POST" else None


def build(request, form, verb, *, title: str, about, **where):
    """The page of one verb, in the colours of the Party pages."""
    done = _("{}：已办理{}。").format(about, title)
    return run_verb(
        request, form, verb, title=title, about=about, done=done, template="party/verb.html", **where
    )
