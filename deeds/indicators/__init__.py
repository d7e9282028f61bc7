from datetime import date

from django.utils.translation import gettext_lazy as _

from deeds.indicators import housing
from deeds.models import DeedProject, Home, HousingProject
from governance.statistics.definitions import (
    Cumulative,
    Dataset,
    Figure,
    Group,
    Indicator,
    Measure,
    Rows,
    Stock,
)

DATASETS = [
    Dataset(
        DeedProject,
        Measure(
            "deeds.projects_listed", day="listed_on", weight="case when state = 'excluded' then 0 else 1 end"
        ),
        Measure("deeds.projects_solved", day="solved_on"),
    ),
    Dataset(
        Home,
        Measure("deeds.homes_listed", day="listed_on"),
        Measure("deeds.homes_solved", day="solved_on"),
        Measure("deeds.homes_issued", day="issued_on"),
    ),
]


def housing_in_force(as_of: date):
    return HousingProject.objects.in_force(as_of)


def housing_on_schedule(as_of: date):
    return HousingProject.objects.on_schedule(as_of)


def _projects(as_of: str) -> Rows:
    filters = {"in_ledger": "true"}
    return Rows("deed-project-list", "deeds:project_list", filters=filters, as_of=as_of)


def _homes(as_of: str) -> Rows:
    return Rows("deed-home-list", "deeds:home_list", as_of=as_of)


def _housing(**filters) -> Rows:
    return Rows("housing-project-list", "deeds:housing_list", filters=filters, as_of="as_of")


OWNER = _("自然资源局")
HOUSING_OWNER = _("住房城乡建设局")
PROJECTS = Figure(Cumulative("deeds.projects_listed"), _("纳入台账的项目"), _projects("listed_to"))
PROJECTS_SOLVED = Figure(Cumulative("deeds.projects_solved"), _("已解决的项目"), _projects("solved_to"))
HOMES = Figure(Cumulative("deeds.homes_listed"), _("纳入台账的住房"), _homes("listed_to"))
HOMES_SOLVED = Figure(Cumulative("deeds.homes_solved"), _("可办证的住房"), _homes("solved_to"))
HOMES_ISSUED = Figure(Cumulative("deeds.homes_issued"), _("已发证的住房"), _homes("issued_to"))
HOUSING = Figure(Stock("housing.all", housing_in_force), _("保交楼项目"), _housing())
ON_SCHEDULE = Figure(
    Stock("housing.on_schedule", housing_on_schedule), _("按期的项目"), _housing(on_schedule="true")
)


def _backlog(key: str, name: str, unit: str, formula: str, *figures: Figure) -> Indicator:
    return Indicator(
        key, name=name, unit=unit, group=Group.DEEDS, owner=OWNER, formula=formula,
        numerator=figures[0], denominator=figures[1] if len(figures) > 1 else None,
    )  # fmt: skip


INDICATORS = [
    _backlog(
        "deeds.project_count", _("办证难项目"), _("个"), _("截至当日纳入台账、未移出的项目数"), PROJECTS
    ),
    _backlog(
        "deeds.project_solved_count",
        _("已解决项目"),
        _("个"),
        _("截至当日完成首次登记的项目数"),
        PROJECTS_SOLVED,
    ),
    _backlog(
        "deeds.project_solved_share",
        _("项目化解率"),
        "%",
        _("完成首次登记的项目数 ÷ 纳入台账的项目数 × 100%"),
        PROJECTS_SOLVED,
        PROJECTS,
    ),
    _backlog("deeds.home_count", _("办证难住房"), _("套"), _("截至当日纳入台账的套数"), HOMES),
    _backlog(
        "deeds.home_solved_count",
        _("已解决住房"),
        _("套"),
        _("截至当日可以办证的套数（含已登簿、已发证）"),
        HOMES_SOLVED,
    ),
    _backlog(
        "deeds.home_solved_share",
        _("户数可办率"),
        "%",
        _("可以办证的套数 ÷ 纳入台账的套数 × 100%；可办不等于已发证"),
        HOMES_SOLVED,
        HOMES,
    ),
    _backlog("deeds.home_issued_count", _("已发证住房"), _("套"), _("截至当日已发证的套数"), HOMES_ISSUED),
    Indicator(
        "housing.project_count",
        name=_("保交楼项目"),
        unit=_("个"),
        group=Group.HOUSING,
        owner=HOUSING_OWNER,
        formula=_("当日在册的保交楼项目数"),
        numerator=HOUSING,
    ),
    Indicator(
        "housing.on_schedule_share",
        name=_("按期率"),
        unit="%",
        group=Group.HOUSING,
        owner=HOUSING_OWNER,
        formula=_("最近一周实际进度不低于计划进度的项目数 ÷ 在册项目数 × 100%；没有周报的不算按期"),
        numerator=ON_SCHEDULE,
        denominator=HOUSING,
    ),
    *housing.INDICATORS,
]
