"""Fees and complaints of projects, and what is due: contracts, committees, badly collected fees."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import (
    Dataset,
    Figure,
    Flow,
    Gap,
    Group,
    Indicator,
    Measure,
    Rows,
    Stock,
)
from property.enums import CONTRACT_NOTICE_DAYS
from property.indicators.rates import compound_rows, project_rows
from property.models import ManagedCompound, ProjectComplaint, ProjectFee, PropertyContract

_HOUSING, _COMPOUNDS = _("住建局"), _("个")
_LEVELS = ("city", "county", "township", "community")

DATASETS = [
    Dataset(
        ProjectFee,
        Measure("property.fees_due", day="quarter_on", weight="due_yuan"),
        Measure("property.fees_received", day="quarter_on", weight="received_yuan"),
    ),
    Dataset(
        ProjectComplaint,
        Measure("property.complaints", day="received_on"),
        Measure(
            "property.complaints_closed",
            day="received_on",
            weight="case when closed_on is null then 0 else 1 end",
        ),
    ),
]


def _complaints(**filters) -> Rows:
    return Rows(
        "property-complaint-list",
        "property:complaint_list",
        filters=filters,
        period=("received_from", "received_to"),
    )


def _fees(column: str) -> Rows:
    return Rows("project-fee-list", "property:fee_list", period=("quarter_from", "quarter_to"), total=column)


def _ending(as_of: date):
    return PropertyContract.objects.ending_within(as_of, CONTRACT_NOTICE_DAYS)


def _count(key: str, name, formula, rows, lists: Rows, *, unit=_COMPOUNDS) -> Indicator:
    """How many are due as of a day; none is best."""
    return Indicator(
        key,
        name=name,
        unit=unit,
        group=Group.PROPERTY,
        owner=_HOUSING,
        levels=_LEVELS,
        formula=formula,
        numerator=Figure(Stock(key, rows), name, lists),
        higher_is_better=False,
        on_board=False,
    )


INDICATORS = [
    Indicator(
        "property.fee_share",
        name=_("物业费收缴率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_HOUSING,
        levels=_LEVELS,
        formula=_("期内各季度实收物业费 ÷ 应收物业费 × 100%；季度以第一天落在期内计，金额以元计"),
        numerator=Figure(Flow("property.fees_received"), _("实收物业费（元）"), _fees("received_yuan")),
        denominator=Figure(Flow("property.fees_due"), _("应收物业费（元）"), _fees("due_yuan")),
        on_board=False,
    ),
    Indicator(
        "property.complaint_closing_share",
        name=_("物业投诉办结率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_HOUSING,
        levels=_LEVELS,
        formula=_(
            "期内收到的物业投诉中已办结的件数 ÷ 期内收到的物业投诉件数 × 100%；重新办理的，再办结前不计"
        ),
        numerator=Figure(
            Flow("property.complaints_closed"), _("已办结的物业投诉"), _complaints(closed="true")
        ),
        denominator=Figure(Flow("property.complaints"), _("收到的物业投诉"), _complaints()),
        gap=Gap(_("还没有办结的物业投诉"), _complaints(closed="false")),
        on_board=False,
    ),
    _count(
        "property.contracts_ending",
        _("90 天内届满、未续签的物业合同"),
        _("当日在期、90 天内届满，并且没有后续合同的物业合同数"),
        _ending,
        project_rows(ending_within=str(CONTRACT_NOTICE_DAYS)),
    ),
    _count(
        "property.terms_over",
        _("届满未换届的业委会（物管会）"),
        _("当日存续、但届满日期已过的业委会或物管会数，以所在小区计"),
        ManagedCompound.objects.with_term_over_on,
        compound_rows(term_over="true"),
    ),
    _count(
        "property.filings_late",
        _("备案超期的业委会（物管会）"),
        _("当日存续、产生超过 30 日仍没有备案的业委会或物管会数，以所在小区计"),
        ManagedCompound.objects.with_filing_late_on,
        compound_rows(filing_late="true"),
    ),
    _count(
        "property.complaints_open",
        _("未办结的物业投诉"),
        _("截至当日收到、当日尚未办结的物业投诉件数"),
        ProjectComplaint.objects.open_on,
        Rows("property-complaint-list", "property:complaint_list", as_of="open_on"),
        unit=_("件"),
    ),
    _count(
        "property.fees_low",
        _("收费低的物业项目"),
        _("当日在期、上一个整季度收缴率不到 80% 的物业项目数；没有登记物业费的不计"),
        PropertyContract.objects.with_low_fees_on,
        project_rows(fee_low="true"),
    ),
]
