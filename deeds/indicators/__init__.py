from datetime import date

from django.utils.translation import gettext_lazy as _

from deeds.indicators import housing
from deeds.models import DeedProject, Home, HousingProject, Undertaking
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

# What came after the cut-off day is counted for itself, never as backlog.
OLD = "case when is_new then 0 else 1 end"
DATASETS = [
    Dataset(
        DeedProject,
        Measure(
            "deeds.projects_listed",
            day="listed_on",
            weight="case when state = 'excluded' or is_new then 0 else 1 end",
        ),
        Measure("deeds.projects_solved", day="solved_on", weight=OLD),
        Measure(
            "deeds.projects_new",
            day="listed_on",
            weight="case when state <> 'excluded' and is_new then 1 else 0 end",
        ),
    ),
    Dataset(
        Home,
        Measure("deeds.homes_listed", day="listed_on", weight=OLD),
        Measure("deeds.homes_solved", day="solved_on", weight=OLD),
        Measure("deeds.homes_issued", day="issued_on", weight=OLD),
        Measure(
            "deeds.days_to_issue",
            day="issued_on",
            weight="case when is_new then 0 else issued_on - listed_on end",
        ),
    ),
]


def housing_in_force(as_of: date):
    return HousingProject.objects.in_force(as_of)


def housing_on_schedule(as_of: date):
    return HousingProject.objects.on_schedule(as_of)


def _projects(as_of: str) -> Rows:
    filters = {"in_ledger": "true"}
    return Rows("deed-project-list", "deeds:project_list", filters=filters, as_of=as_of)


def _homes(as_of: str, **more) -> Rows:
    return Rows("deed-home-list", "deeds:home_list", filters={"is_new": "false"}, as_of=as_of, **more)


def _housing(**filters) -> Rows:
    return Rows("housing-project-list", "deeds:housing_list", filters=filters, as_of="as_of")


OWNER = _("自然资源局")
HOUSING_OWNER = _("住房城乡建设局")
PROJECTS = Figure(Cumulative("deeds.projects_listed"), _("纳入台账的项目"), _projects("listed_to"))
PROJECTS_SOLVED = Figure(Cumulative("deeds.projects_solved"), _("已解决的项目"), _projects("solved_to"))
HOMES = Figure(Cumulative("deeds.homes_listed"), _("纳入台账的住房"), _homes("listed_to"))
HOMES_SOLVED = Figure(Cumulative("deeds.homes_solved"), _("可办证的住房"), _homes("solved_to"))
HOMES_ISSUED = Figure(Cumulative("deeds.homes_issued"), _("已发证的住房"), _homes("issued_to"))
DAYS_TO_ISSUE = Figure(
    Cumulative("deeds.days_to_issue"),
    _("从纳入台账到发证的天数合计"),
    _homes("issued_to", total="days_to_issue"),
)
PROJECTS_NEW = Figure(
    Cumulative("deeds.projects_new"),
    _("新增的项目"),
    Rows(
        "deed-project-list",
        "deeds:project_list",
        filters={"is_new": "true", "excluded": "false"},
        as_of="listed_to",
    ),
)
HOUSING = Figure(Stock("housing.all", housing_in_force), _("保交楼项目"), _housing())
ON_SCHEDULE = Figure(
    Stock("housing.on_schedule", housing_on_schedule), _("按期的项目"), _housing(on_schedule="true")
)


def _backlog(key: str, name: str, unit: str, formula: str, *figures: Figure, **more) -> Indicator:
    return Indicator(
        key, name=name, unit=unit, group=Group.DEEDS, owner=OWNER, formula=formula,
        numerator=figures[0], denominator=figures[1] if len(figures) > 1 else None, **more,
    )  # fmt: skip


def _counted(what: str, label: str) -> Figure:
    """Undertakings as a rate counts them, on a day."""

    def rows(as_of: date):
        return Undertaking.objects.counted(what, as_of)

    listed = Rows("deed-undertaking-list", "deeds:undertaking_list", filters={"counted": what}, as_of="as_of")
    return Figure(Stock(f"deeds.undertakings.{what}", rows), label, listed)


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
    _backlog(
        "deeds.home_issued_share",
        _("办证率"),
        "%",
        _("已发证的套数 ÷ 纳入台账的套数 × 100%；与可办率分开看"),
        HOMES_ISSUED,
        HOMES,
    ),
    _backlog(
        "deeds.days_to_issue",
        _("平均办证时长"),
        _("天"),
        _("已发证住房从纳入台账到发证的自然日合计 ÷ 已发证的套数"),
        DAYS_TO_ISSUE,
        HOMES_ISSUED,
        per=1,
        higher_is_better=False,
        on_board=False,
    ),
    _backlog(
        "deeds.cure_share",
        _("容缺补正率"),
        "%",
        _("已补正的容缺 ÷ 到期或已核查的容缺 × 100%；到期没有补正的计入分母"),
        _counted("cured", _("已补正的容缺")),
        _counted("cure", _("到期或已核查的容缺")),
        on_board=False,
    ),
    _backlog(
        "deeds.breach_share",
        _("承诺违约率"),
        "%",
        _("核查认定违约的承诺 ÷ 已核查的承诺 × 100%"),
        _counted("breached", _("违约的承诺")),
        _counted("promise", _("已核查的承诺")),
        higher_is_better=False,
        on_board=False,
    ),
    _backlog(
        "deeds.project_new_count",
        _("新增办证难项目"),
        _("个"),
        _("截至当日登记的、历史遗留截止日期以后竣工的项目数；不计入历史遗留"),
        PROJECTS_NEW,
        higher_is_better=False,
        on_board=False,
    ),
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
