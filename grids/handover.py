"""What grid work registers in `settings.HANDOVER`: what a worker owes in person."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.people.duties import Duty
from grids.actions.handover import hand_errand, hand_need
from grids.enums.rights import ErrandRight, Right
from grids.models import Errand, NeedRequest, VisitConflict
from grids.models.walks import open_promises


def _open_needs():
    return NeedRequest.objects.open().select_related("worker")


def _open_errands():
    return Errand.objects.open().select_related("worker", "case", "item")


def _open_promises():
    return open_promises().select_related("worker")


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
ERRANDS = Duty(
    key="errand",
    label=_("帮代办"),
    rows=_open_errands,
    owner="worker",
    right=ErrandRight.HANDLE,
    title=lambda errand: f"{errand.case.number} {errand.item.name}",
    page=lambda errand: reverse("grids:errand_detail", args=[errand.case.number]),
    hand=hand_errand,
)
# A promise is kept by whoever works the grid: it comes up on the walk of the next one by itself.
PROMISES = Duty(
    key="promise",
    label=_("约定的回访"),
    rows=_open_promises,
    owner="worker",
    right=Right.VISIT,
    title=lambda visit: gettext("答应 {day} 回访").format(day=visit.return_on),
    page=lambda visit: reverse("grids:visit_detail", args=[visit.pk]),
)
CONFLICTS = Duty(
    key="conflict",
    label=_("待核对的走访"),
    rows=_open_conflicts,
    owner="visit__worker",
    right=Right.VISIT,
    title=lambda conflict: gettext("{day} 的走访有两份内容").format(day=conflict.visit.visited_on),
    page=lambda conflict: reverse("grids:visit_detail", args=[conflict.visit_id]),
)
