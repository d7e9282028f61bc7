from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.kernel.pages import requires
from governance.party import actions
from governance.party.enums import Right
from governance.party.forms import ActivityForm
from governance.party.models import Activity, PartyOrg
from governance.party.views.groups import page_of, room_of
from governance.party.views.verbs import build, to_build


@requires(Right.VIEW)
@require_safe
def activity_detail(request, pk: int):
    rows = Activity.objects.for_user(request.user).for_list().select_related("area")
    activity = get_object_or_404(rows, pk=pk)
    context = {"activity": activity, "photos": activity.photos.kept()}
    return render(request, "party/activity_detail.html", context)


@requires(Right.BUILD)
def activity_record(request, kind: str, pk: int):
    """What a league or team did."""
    room = room_of(kind)
    group = to_build(request, room.model, pk)
    return _record(request, group, page_of(room, group))


@requires(Right.BUILD)
def org_activity(request, pk: int):
    """What a Party organisation did together with its neighbours."""
    org = to_build(request, PartyOrg, pk)
    return _record(request, org, reverse("party:org_detail", args=[pk]))


def _record(request, host, back_url: str):
    return build(
        request,
        ActivityForm(request.POST or None, request.FILES or None),
        lambda **content: actions.record_activity(host, by=request.user, **content),
        title=_("登记活动"),
        about=host,
        back_url=back_url,
        then=lambda activity: reverse("party:activity_detail", args=[activity.pk]),
    )
