from datetime import date

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import PERCENT, Figure, Gap, Group, Indicator, Rows, Stock
from property.models import Assessment, Rectification

_OWNER = _("住建局")
_LEVELS = ("city", "county", "township", "community")


def in_last_round(as_of: date):
    return Assessment.objects.latest_on(as_of)


def rated(as_of: date):
    return in_last_round(as_of).rated()


def good(as_of: date):
    return in_last_round(as_of).good()


def with_slips(as_of: date):
    return in_last_round(as_of).with_slips().for_list()


def _projects(total: str = "", **filters) -> Rows:
    filters = {"latest": "true", **filters}
    return Rows("assessment-list", "property:assessment_list", filters=filters, as_of="as_of", total=total)


def _tickets(**filters) -> Rows:
    return Rows("rectification-list", "property:rectification_list", filters=filters, as_of="as_of")


_RATED = Figure(Stock("assessment.rated", rated), _("有得分的项目"), _projects(rated="true"))

INDICATORS = [
    Indicator(
        "assessment.average",
        name=_("物业考核平均分"),
        unit=_("分"),
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_("当日最近公布的一轮中，有得分的项目总分之和（以百分之一分计）÷ 100 ÷ 有得分的项目数"),
        numerator=Figure(
            Stock("assessment.total", rated, weight=F("total")),
            _("总分之和（百分之一分）"),
            _projects("total", rated="true"),
        ),
        denominator=_RATED,
        per=0.01,
        valid=PERCENT,
    ),
    Indicator(
        "assessment.rated_share",
        name=_("物业项目考核覆盖率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_("当日最近公布的一轮中，有得分的项目数 ÷ 应考核的在期专业物业项目数 × 100%"),
        numerator=_RATED,
        denominator=Figure(Stock("assessment.projects", in_last_round), _("应考核的项目"), _projects()),
        gap=Gap(_("没有得分的项目"), _projects(rated="false")),
        on_board=False,
    ),
    Indicator(
        "assessment.good_share",
        name=_("物业考核 A、B 级占比"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_("当日最近公布的一轮中，A、B 级项目数 ÷ 有得分的项目数 × 100%"),
        numerator=Figure(Stock("assessment.good", good), _("A、B 级的项目"), _projects(good="true")),
        denominator=_RATED,
        gap=Gap(_("C、D 级的项目"), _projects(good="false")),
    ),
    Indicator(
        "assessment.content_share",
        name=_("业主满意率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_(
            "当日最近公布的一轮中，业主评议满意和基本满意票数 ÷ 有效票数 × 100%；没有收回评议的项目不计"
        ),
        numerator=Figure(
            Stock("assessment.content", with_slips, weight=F("content_count")),
            _("满意和基本满意票数"),
            _projects("content_count", slips="true"),
        ),
        denominator=Figure(
            Stock("assessment.slips", with_slips, weight=F("slip_count")),
            _("有效票数"),
            _projects("slip_count", slips="true"),
        ),
        on_board=False,
    ),
    Indicator(
        "assessment.rectified_share",
        name=_("物业整改按期到位率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_("当日按期整改到位的整改通知数 ÷ 已办结或已超期的整改通知数 × 100%"),
        numerator=Figure(
            Stock("assessment.rectified", Rectification.objects.in_time_on),
            _("按期整改到位的"),
            _tickets(in_time="true"),
        ),
        denominator=Figure(
            Stock("assessment.rectify_due", Rectification.objects.due_on),
            _("已办结或已超期的"),
            _tickets(due="true"),
        ),
        gap=Gap(_("超期或整改不到位的"), _tickets(in_time="false")),
    ),
]
