"""What grid work counts. Lists filter by the same conditions, so each figure is a list's total."""

from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import (
    Dataset,
    Figure,
    Flow,
    Group,
    Indicator,
    Measure,
    Rows,
    Stock,
)
from grids.models import Community, Grid, GridWorker, NeedRequest, Visit

DATASETS = [
    Dataset(Visit, Measure("visits.count", day="visited_on")),
    Dataset(NeedRequest, Measure("needs.solved_count", day="solved_on")),
]


def _all(as_of):
    return Grid.objects.in_force(as_of)


def _urban(as_of):
    return _all(as_of).urban()


def _staffed(as_of):
    return _all(as_of).staffed(as_of)


def _fitting(as_of):
    return _urban(as_of).in_size_range(as_of)


def _workers(as_of):
    return GridWorker.objects.in_post(as_of)


def grid_rows(**filters) -> Rows:
    return Rows("grid-list", "grids:grid_list", filters=filters, as_of="as_of")


ALL = Figure(Stock("grids.all", _all), _("网格"), grid_rows())
URBAN = Figure(Stock("grids.urban", _urban), _("城市网格"), grid_rows(kind="urban"))
STAFFED = Figure(Stock("grids.staffed", _staffed), _("有网格员在岗的网格"), grid_rows(staffed="true"))
FITTING = Figure(
    Stock("grids.fitting", _fitting), _("户数合乎标准的城市网格"), grid_rows(kind="urban", in_range="true")
)
WORKERS = Figure(
    Stock("workers.in_post", _workers),
    _("在岗网格员"),
    Rows("worker-list", "grids:worker_list", as_of="as_of"),
)
VISITS = Figure(
    Flow("visits.count"),
    _("走访记录"),
    Rows("visit-list", "grids:visit_list", period=("visited_from", "visited_to")),
)
SOLVED = Figure(
    Flow("needs.solved_count"),
    _("已解决的诉求"),
    Rows("need-list", "grids:need_list", filters={"state": "solved"}, period=("solved_from", "solved_to")),
)


def _community_figure(key: str, rows, label, **filters) -> Figure:
    listed = Rows("community-list", "grids:community_list", filters=filters, as_of="as_of")
    return Figure(Stock(key, rows, area="self"), label, listed)


COMMUNITIES = _community_figure("communities.all", Community.objects.in_force, _("社区（村）"))
ADVISED = _community_figure(
    "communities.advised", Community.objects.advised, _("有法律顾问的社区（村）"), advised="true"
)
SUPPORTED = _community_figure(
    "communities.supported", Community.objects.supported, _("社区组织达标的社区（村）"), supported="true"
)

INDICATORS = [
    Indicator(
        "grids.count",
        name=_("网格数"),
        unit=_("个"),
        group=Group.BASE,
        owner=_("政法委"),
        formula=_("截至当日已设立、未撤销的网格数"),
        numerator=ALL,
        higher_is_better=None,
    ),
    Indicator(
        "grids.urban_count",
        name=_("城市网格数"),
        unit=_("个"),
        group=Group.BASE,
        owner=_("政法委"),
        formula=_("截至当日已设立、未撤销的城镇类网格数"),
        numerator=URBAN,
        higher_is_better=None,
    ),
    Indicator(
        "grids.staffed_share",
        name=_("网格员配备率"),
        unit="%",
        group=Group.BASE,
        owner=_("政法委"),
        formula=_("有网格员在岗的网格数（代管不计）÷ 网格数 × 100%"),
        numerator=STAFFED,
        denominator=ALL,
    ),
    Indicator(
        "grids.in_size_range_share",
        name=_("城市网格规模达标率"),
        unit="%",
        group=Group.BASE,
        owner=_("政法委"),
        formula=_("所辖楼院户数之和在规模标准内的城市网格数 ÷ 城市网格数 × 100%"),
        numerator=FITTING,
        denominator=URBAN,
    ),
    Indicator(
        "workers.count",
        name=_("网格员数"),
        unit=_("人"),
        group=Group.BASE,
        owner=_("政法委"),
        formula=_("截至当日在岗的网格员，代管不计；一人任几个网格，在每个网格各计一次"),
        numerator=WORKERS,
    ),
    Indicator(
        "visits.count",
        name=_("走访次数"),
        unit=_("次"),
        group=Group.VISITS,
        owner=_("社会工作部"),
        formula=_("期内登记的走访条数，入户、电话、街面同样计数，不分时段"),
        numerator=VISITS,
        higher_is_better=None,
    ),
    Indicator(
        "needs.solved_count",
        name=_("解决居民诉求数"),
        unit=_("件"),
        group=Group.VISITS,
        owner=_("社会工作部"),
        formula=_("期内办理结果为“已解决”的居民诉求件数；未能解决、撤回的不计"),
        numerator=SOLVED,
    ),
    Indicator(
        "communities.advised_share",
        name=_("社区法律顾问覆盖率"),
        unit="%",
        group=Group.BASE,
        owner=_("司法局"),
        formula=_("当日有法律顾问聘任在期的社区（村）数 ÷ 社区（村）数 × 100%"),
        numerator=ADVISED,
        denominator=COMMUNITIES,
    ),
    Indicator(
        "communities.supported_share",
        name=_("社区组织达标率"),
        unit="%",
        group=Group.BASE,
        owner=_("社会工作部"),
        formula=_("当日在册社区组织数不少于本地标准的社区（村）数 ÷ 社区（村）数 × 100%"),
        numerator=SUPPORTED,
        denominator=COMMUNITIES,
    ),
]
