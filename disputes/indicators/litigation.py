"""What the courts took in, and over how many people. Each way to reckon a rate is an indicator of its own."""

from datetime import date

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from disputes.enums.litigation import DEFINITIONS, PER, Rate
from disputes.models import LitigationFigure, RateDefinition
from governance.areas.models import Area
from governance.statistics.definitions import (
    Alternatives,
    Closing,
    Dataset,
    Figure,
    Flow,
    Group,
    Indicator,
    Measure,
    Rows,
)

_OWNER = _("政法委")
_UNIT = _("件/万人")

DATASETS = [
    Dataset(
        LitigationFigure,
        Measure("litigation.civil", day="month", weight="civil_first_instance"),
        Measure(
            "litigation.filings", day="month", weight="civil_first_instance + administrative_first_instance"
        ),
    )
]


def _filed(measure: str, label: str, column: str) -> Figure:
    listed = Rows(
        "litigation-figure-list", "disputes:litigation_list", period=("month_from", "month_to"), total=column
    )
    return Figure(Flow(f"litigation.{measure}"), label, listed)


def _people(key: str, label: str, column: str) -> Figure:
    listed = Rows(
        "litigation-figure-list", "disputes:litigation_list", period=None, as_of="standing_on", total=column
    )
    source = Closing(f"litigation.{key}", LitigationFigure.objects.standing_with_sums, weight=F(column))
    return Figure(source, label, listed)


_civil = _filed("civil", _("民商事一审新收"), "civil_first_instance")
_filings = _filed("filings", _("民商事和行政一审新收"), "filings")
_residents = _people("residents", _("期末常住人口"), "population_resident")
_present = _people("present", _("期末常住人口和登记流动人口"), "population_present")


def _rate(key: str, name: str, formula: str, numerator: Figure, denominator: Figure) -> Indicator:
    return Indicator(
        f"litigation.{key}", name=name, unit=_UNIT, group=Group.DISPUTES, owner=_OWNER, formula=formula,
        numerator=numerator, denominator=denominator, levels=("city", "county"), higher_is_better=False,
        on_board=False, per=PER,
    )  # fmt: skip


INDICATORS = [
    _rate(
        "suits_per_resident", _("万人成讼率（常住人口）"),
        _("期内民商事一审新收案件 ÷ 期末常住人口 × 10000"), _civil, _residents,
    ),
    _rate(
        "suits_per_present", _("万人成讼率（常住和流动人口）"),
        _("期内民商事一审新收案件 ÷（期末常住人口 + 期末登记流动人口）× 10000"), _civil, _present,
    ),
    _rate(
        "filings_per_present", _("万人起诉率（常住和流动人口）"),
        _("期内民商事和行政一审新收案件 ÷（期末常住人口 + 期末登记流动人口）× 10000"), _filings, _present,
    ),
    _rate(
        "filings_per_resident", _("万人起诉率（常住人口）"),
        _("期内民商事和行政一审新收案件 ÷ 期末常住人口 × 10000"), _filings, _residents,
    ),
    Indicator(
        "litigation.filings_count", name=_("一审新收案件"), unit=_("件"), group=Group.DISPUTES, owner=_OWNER,
        formula=_("期内法院民商事和行政一审新收案件数，按月导入"), numerator=_filings,
        levels=("city", "county"), higher_is_better=False, on_board=False,
    ),
]  # fmt: skip


def _chosen(rate: Rate):
    """Which way of a rate an area has laid down, as the key of its indicator."""

    def chosen(area: Area, day: date) -> str:
        return DEFINITIONS[rate].get(RateDefinition.objects.chosen(area, rate, day), "")

    return chosen


def _ways(rate: Rate, beside: Rate) -> Alternatives:
    ways, others = (tuple(DEFINITIONS[one].values()) for one in (rate, beside))
    return Alternatives(f"litigation.{rate}", rate.label, ways, beside=others, chosen=_chosen(rate))


ALTERNATIVES = [_ways(Rate.SUITS, Rate.FILINGS), _ways(Rate.FILINGS, Rate.SUITS)]
