"""What errands count: asked for, decided, done."""

from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import Dataset, Figure, Flow, Group, Indicator, Measure, Rows
from grids.models import Errand

DATASETS = [
    Dataset(
        Errand,
        Measure("errands.requested", day="requested_on"),
        Measure("errands.decided", day="decided_on"),
        Measure("errands.done", day="decided_on", weight="case when result = 'done' then 1 else 0 end"),
    ),
]

ERRANDS = Figure(
    Flow("errands.requested"),
    _("帮代办件"),
    Rows("errand-list", "grids:errand_list", period=("requested_from", "requested_to")),
)
_DECIDED = ("decided_from", "decided_to")
ERRANDS_DECIDED = Figure(
    Flow("errands.decided"), _("有结果的代办"), Rows("errand-list", "grids:errand_list", period=_DECIDED)
)
ERRANDS_DONE = Figure(
    Flow("errands.done"),
    _("办成的代办"),
    Rows("errand-list", "grids:errand_list", filters={"result": "done"}, period=_DECIDED),
)

INDICATORS = [
    Indicator(
        "errands.count",
        name=_("帮代办件数"),
        unit=_("件"),
        group=Group.VISITS,
        owner=_("社会工作部"),
        formula=_("期内居民提出、由网格员帮办代办的件数，撤回的也在内"),
        numerator=ERRANDS,
        higher_is_better=None,
    ),
    Indicator(
        "errands.done_share",
        name=_("帮代办办成率"),
        unit="%",
        group=Group.VISITS,
        owner=_("社会工作部"),
        formula=_("期内出结果的代办中办成的件数 ÷ 期内出结果的件数 × 100%；没出结果就撤回的不计"),
        numerator=ERRANDS_DONE,
        denominator=ERRANDS_DECIDED,
    ),
]
