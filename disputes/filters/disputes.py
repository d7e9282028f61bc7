import django_filters as filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import Complexity, Scale
from disputes.models import Dispute, SchemeKind
from disputes.models.counted import Counted
from disputes.models.standing import Standing, standing
from disputes.states import DisputeState
from governance.areas.filters import AreaFilter
from governance.casework.enums import ClockState, Outcome, Source
from governance.casework.filters.cases import WordFilterSet
from governance.casework.models import Case
from governance.kernel.cuts import by_class
from governance.kernel.days import today
from governance.kernel.filters import CONTROLS, since, until

# What a figure's own link asks for. Under anything finer nothing is said of restricted disputes: one could
# otherwise find out about them by filtering.
OF_FIGURES = frozenset(
    {
        "counted",
        "standing",
        "area",
        "area_on",
        "accepted_from",
        "accepted_to",
        "resolved_from",
        "resolved_to",
        "followed_up_from",
        "followed_up_to",
    }
)


def withheld_from(request) -> int:
    """How many restricted disputes a figure's list leaves out for this person; 0 for any other list."""
    named = {name for name, value in request.GET.items() if value} - CONTROLS
    if not named & {"counted", "standing"} or not named <= OF_FIGURES:
        return 0
    hidden = Dispute.objects.hidden_from(request.user)
    rows = DisputeFilter(request.GET, queryset=hidden, request=request)
    return rows.qs.count() if rows.is_valid() else 0


class DisputeFilter(WordFilterSet):
    SEARCHED = "case__search"
    CUT = by_class("category", "category")

    area = AreaFilter(label=_("区划代码"))
    category = filters.CharFilter(
        "category__code", lookup_expr="startswith", label=_("类别代码"), max_length=4
    )
    kind = filters.ModelChoiceFilter(queryset=SchemeKind.objects.all(), method="of_kind", label=_("统计类别"))
    state = filters.ChoiceFilter("case__state", choices=DisputeState, label=_("状态"))
    outcome = filters.ChoiceFilter("case__outcome", choices=Outcome, label=_("结果"))
    clock = filters.ChoiceFilter(choices=ClockState, method="with_clock", label=_("时限"))
    source = filters.ChoiceFilter("case__source", choices=Source, label=_("来源"))
    complexity = filters.ChoiceFilter(choices=Complexity, label=_("难易"))
    scale = filters.ChoiceFilter(choices=Scale, label=_("规模"))
    centre = filters.NumberFilter("matter__reception__centre_id", label=_("接待的中心"))
    joint = filters.BooleanFilter("case__is_joint", label=_("联调联处"))
    counted = filters.ChoiceFilter(choices=Counted, method="with_counted", label=_("计入"))
    standing = filters.ChoiceFilter(choices=Standing, method="that_stand", label=_("近一年情况"))
    registered_from = since("case__registered_on", _("登记日期从"))
    registered_to = until("case__registered_on", _("登记日期到"))
    accepted_from = since("case__accepted_on", _("受理日期从"))
    accepted_to = until("case__accepted_on", _("受理日期到"))
    resolved_from = since("case__resolved_on", _("化解日期从"))
    resolved_to = until("case__resolved_on", _("化解日期到"))
    followed_up_from = since("case__followed_up_on", _("回访日期从"))
    followed_up_to = until("case__followed_up_on", _("回访日期到"))

    class Meta:
        model = Dispute
        fields = []

    def that_stand(self, rows, name, value):
        return standing(rows, value, today())

    def of_kind(self, rows, name, kind):
        return rows.filter(category__in=kind.categories)

    def with_clock(self, rows, name, value):
        return rows.filter(case__in=Case.objects.in_clock_state(value, timezone.now()))

    def with_counted(self, rows, name, value):
        return rows.counted(value)
