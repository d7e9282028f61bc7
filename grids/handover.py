"""What grid work registers in `settings.HANDOVER`: what a worker owes in person."""

from django.urls import reverse
from django.utils.translation import gettext as _say
from django.utils.translation import gettext_lazy as _

from governance.people.duties import Duty
from grids.actions.handover import hand_need
from grids.enums.rights import Right
from grids.models import NeedRequest, VisitConflict


def _open_needs():
    return NeedRequest.objects.open().select_related("worker")


def _open_conflicts():
    return VisitConflict.objects.unreviewed().select_related("visit")


NEEDS = Duty(
    key="need",
    label=_("居民诉求"),
    rows=_open_needs,
    owner="worker",
    right=Right.VISIT,
    title=lambda need: f"{need.opened_on} {need.get_kind_display()}",
    page=lambda need: reverse("grids:need_detail", args=[need.pk]),
    hand=hand_need,
)
CONFLICTS = Duty(
    key="conflict",
    label=_("待核对的走访"),
    rows=_open_conflicts,
    owner="visit__worker",
    right=Right.VISIT,
    title=lambda conflict: _say("{day} 的走访有两份内容").format(day=conflict.visit.visited_on),
    page=lambda conflict: reverse("grids:visit_detail", args=[conflict.visit_id]),
)
