from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import Figure, Group, Indicator, Rows, Stock
from property.enums.programmes import ItemState
from property.models import ProgrammeItem

_OWNER = _("党委办公室")


def tasks_in_force(as_of: date):
    return ProgrammeItem.objects.in_force(as_of)


def tasks_done(as_of: date):
    return ProgrammeItem.objects.done(as_of)


def tasks_late(as_of: date):
    return ProgrammeItem.objects.late(as_of)


def _tasks(**filters) -> Rows:
    return Rows("programme-item-list", "property:item_list", filters=filters, as_of="as_of")


INDICATORS = [
    Indicator(
        "programme.done_share",
        name=_("专项任务完成率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=("city", "county", "township"),
        formula=_(
            "当日已完成并经核验的任务数 ÷ 进行中的专项的任务总数 × 100%；已撤销的任务、已办结的专项不计"
        ),
        numerator=Figure(
            Stock("programme.done", tasks_done), _("已完成的任务"), _tasks(state=ItemState.DONE.value)
        ),
        denominator=Figure(Stock("programme.tasks", tasks_in_force), _("任务总数"), _tasks()),
    ),
    Indicator(
        "programme.late_count",
        name=_("滞后任务"),
        unit=_("项"),
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=("city", "county", "township"),
        formula=_("当日已过完成期限、没有完成并核验的任务数；任务计在牵头单位所在区划"),
        numerator=Figure(
            Stock("programme.late", tasks_late), _("滞后的任务"), _tasks(state=ItemState.LATE.value)
        ),
    ),
]
