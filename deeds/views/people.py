from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from deeds.actions import add_entitled, remove_entitled
from deeds.enums import Right
from deeds.forms.backlog import ReasonForm
from deeds.forms.homes import EntitledForm
from deeds.models import EntitledPerson, Home
from deeds.views.verbs import fill_in, managed
from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.pages import requires


@requires(Right.ISSUE)
def entitled_add(request, pk):
    home = managed(request, Home.objects.for_user(request.user).select_related("project"), pk, Right.ISSUE)
    form = EntitledForm(request.POST or None)

    return fill_in(
        request,
        form,
        partial(add_entitled, home, by=request.user),
        about=home,
        title=_("登记权利人"),
        back_url=page_of(home),
    )


@requires(Right.ISSUE)
def entitled_remove(request, pk, person):
    home = managed(request, Home.objects.for_user(request.user).select_related("project"), pk, Right.ISSUE)
    found = _person(request, home, person)
    form = ReasonForm(request.POST or None)

    return fill_in(
        request,
        form,
        partial(remove_entitled, found, by=request.user),
        about=home,
        title=_("移除权利人"),
        back_url=page_of(home),
    )


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def entitled_reveal(request, pk, person, field):
    """A value in the clear, for a stated reason; it is in this answer and kept nowhere."""
    home = get_object_or_404(Home.objects.for_user(request.user).select_related("project"), pk=pk)
    found = _person(request, home, person)
    if field not in EntitledPerson.SEALED:
        raise Http404
    value = reveal(found, field, by=request.user, reason=request.POST.get("reason", ""))
    label = found._meta.get_field(f"{field}_masked").verbose_name
    template = "components/masked_value.html" if request.htmx else "deeds/entitled_reveal.html"
    return render(request, template, {"home": home, "label": label, "value": value})


def _person(request, home: Home, pk: int) -> EntitledPerson:
    rows = EntitledPerson.objects.for_user(request.user).select_related("home")
    return get_object_or_404(rows, home=home, left_on__isnull=True, pk=pk)


def page_of(home: Home) -> str:
    return reverse("deeds:home_detail", args=[home.pk])
