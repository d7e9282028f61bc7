import django_filters as filters
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import ClockState, Outcome, Source
from governance.casework.filters.cases import WordFilterSet
from governance.casework.models import Case
from governance.kernel.cuts import by_class
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet, since, until
from grids.enums.events import EventGrade
from grids.filters.lists import YES_NO
from grids.models import Event, EventCategory, WorkListException, WorkListItem
from grids.models.events import EventCounted
from grids.states.events import EventState

MINE = [("reported", _("我上报的")), ("handled", _("我承办的"))]


class EventFilter(WordFilterSet):
    SEARCHED = "case__search"
    CUT = by_class("category", "category")

    area = AreaFilter(label=_("区划代码"))
    category = filters.CharFilter(
        "category__code", lookup_expr="startswith", label=_("类别代码"), max_length=6
    )
    state = filters.ChoiceFilter("case__state", choices=EventState, label=_("状态"))
    grade = filters.ChoiceFilter(choices=EventGrade, label=_("等级"))
    outcome = filters.ChoiceFilter("case__outcome", choices=Outcome, label=_("结果"))
    clock = filters.ChoiceFilter(choices=ClockState, method="with_clock", label=_("时限"))
    source = filters.ChoiceFilter("case__source", choices=Source, label=_("来源"))
    mine = filters.ChoiceFilter(choices=MINE, method="with_mine", label=_("与我有关"))
    closed = filters.BooleanFilter("case__closed_on", lookup_expr="isnull", exclude=True, label=_("已结案"))
    counted = filters.ChoiceFilter(choices=EventCounted, method="with_counted", label=_("计入"))
    registered_from = since("case__registered_on", _("上报日期从"))
    registered_to = until("case__registered_on", _("上报日期到"))
    accepted_from = since("case__accepted_on", _("立案日期从"))
    accepted_to = until("case__accepted_on", _("立案日期到"))

    class Meta:
        model = Event
        fields = []

    def with_clock(self, rows, name, value):
        return rows.filter(case__in=Case.objects.in_clock_state(value, timezone.now()))

    def with_counted(self, rows, name, value):
        return rows.counted(value)

    def with_mine(self, rows, name, value):
        user = self.request.user
        if value == "reported":
            return rows.reported_by(user)
        return rows.filter(case__owner_post__in=[seat.post_id for seat in user.seats])


class EventCategoryFilter(StrictFilterSet):
    parent = filters.CharFilter("parent_id", label=_("大类"), max_length=6)
    open = filters.BooleanFilter("is_open", label=_("可上报"))

    class Meta:
        model = EventCategory
        fields = []


class WorkListFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    category = filters.CharFilter(
        "category__code", lookup_expr="startswith", label=_("类别代码"), max_length=6
    )
    in_force = filters.ChoiceFilter(choices=YES_NO, method="with_force", label=_("现行有效"))

    class Meta:
        model = WorkListItem
        fields = []

    def with_force(self, rows, name, value):
        in_force = rows.in_force(today())
        return in_force if value == "true" else rows.exclude(pk__in=in_force.values("pk"))


class WorkListExceptionFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))

    class Meta:
        model = WorkListException
        fields = []
