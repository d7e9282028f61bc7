"""Columns of the court figures, on screens and in files."""

from django.utils.translation import gettext_lazy as _

from disputes.enums.litigation import Rate
from disputes.models.litigation import MOST_CASES, MOST_PEOPLE
from governance.kernel.tables import Column, Layout
from governance.kernel.workbooks.cells import CodeColumn, DateColumn, NumberColumn, TextColumn

LITIGATION = Layout(
    "litigation",
    (
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("month", _("月份")),
        Column("civil_first_instance", _("民商事一审新收")),
        Column("administrative_first_instance", _("行政一审新收")),
        Column("filings", _("一审新收合计")),
        Column("population_resident", _("常住人口")),
        Column("population_floating", _("登记流动人口")),
        Column("population_present", _("人口合计")),
        Column("source", _("数据来源")),
    ),
)
RATE_DEFINITIONS = Layout(
    "rate_definitions",
    (
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("rate", _("指标"), dict(Rate.choices)),
        Column("definition", _("口径")),
        Column("from_day", _("自何日起")),
        Column("basis", _("依据")),
    ),
)
LITIGATION_COLUMNS = (
    CodeColumn("area", _("区划代码"), required=True, digits=True, hint=_("6 位县区代码")),
    DateColumn("month", _("月份"), required=True, hint=_("写成当月 1 日，如 2026-07-01")),
    NumberColumn("civil_first_instance", _("民商事一审新收"), required=True, most=MOST_CASES, width=18),
    NumberColumn(
        "administrative_first_instance", _("行政一审新收"), required=True, most=MOST_CASES, width=18
    ),
    NumberColumn("population_resident", _("常住人口"), required=True, least=1, most=MOST_PEOPLE),
    NumberColumn("population_floating", _("登记流动人口"), required=True, most=MOST_PEOPLE, width=18),
    TextColumn(
        "source", _("数据来源"), required=True, longest=100, width=28, hint=_("如：西夏区人民法院通报")
    ),
)
