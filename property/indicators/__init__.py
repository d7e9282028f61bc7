from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import Figure, Gap, Group, Indicator, Rows, Stock
from property.indicators import assessment, programmes, projects, rates
from property.indicators.rates import compound_rows
from property.models import ManagedCompound, PropertyCompany

_OWNER = _("住建局")
_LEVELS = ("city", "county", "township", "community")


def all_compounds(as_of: date):
    return ManagedCompound.objects.all()


def companies_with_party(as_of: date):
    return PropertyCompany.objects.operating_on(as_of).with_party_on(as_of)


def _with_cross_post(as_of: date):
    return ManagedCompound.objects.with_committee_on(as_of).with_cross_post_on(as_of)


def _company_rows(**filters) -> Rows:
    return Rows("property-company-list", "property:company_list", filters=filters, as_of="as_of")


_COMPOUNDS = Figure(Stock("property.compounds", all_compounds), _("小区总数"), compound_rows())

DATASETS = projects.DATASETS
ALTERNATIVES = rates.ALTERNATIVES

INDICATORS = [
    Indicator(
        "property.managed_share",
        name=_("物业服务覆盖率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_("当日有在期物业服务约定（专业物业、社区托管、自治）的小区数 ÷ 小区总数 × 100%，以小区计"),
        numerator=Figure(
            Stock("property.managed", ManagedCompound.objects.managed_on),
            _("有物业服务的小区"),
            compound_rows(managed="true"),
        ),
        denominator=_COMPOUNDS,
        gap=Gap(_("没有物业服务的小区"), compound_rows(managed="false")),
    ),
    Indicator(
        "property.company_party_share",
        name=_("物业企业党的组织覆盖率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_("组织部"),
        levels=("city", "county"),
        formula=_("当日单独或联合建有党组织的在营物业企业数 ÷ 在营物业企业总数 × 100%"),
        numerator=Figure(
            Stock("property.companies_with_party", companies_with_party),
            _("建有党组织的物业企业"),
            _company_rows(party="true"),
        ),
        denominator=Figure(
            Stock("property.companies", PropertyCompany.objects.operating_on),
            _("在营物业企业"),
            _company_rows(),
        ),
        gap=Gap(_("没有党组织的物业企业"), _company_rows(party="false")),
    ),
    Indicator(
        "property.committee_share",
        name=_("业委会（物管会）组建率"),
        unit="%",
        group=Group.PROPERTY,
        owner=_OWNER,
        levels=_LEVELS,
        formula=_("当日有业委会或物管会存续的小区数 ÷ 小区总数 × 100%，以小区计"),
        numerator=Figure(
            Stock("property.with_committee", ManagedCompound.objects.with_committee_on),
            _("有业委会或物管会的小区"),
            compound_rows(committee="true"),
        ),
        denominator=_COMPOUNDS,
        gap=Gap(_("没有业委会、物管会的小区"), compound_rows(committee="false")),
    ),
    Indicator(
        "party.compound_branch_share",
        name=_("小区党组织覆盖率"),
        unit="%",
        group=Group.PARTY,
        owner=_("组织部"),
        levels=_LEVELS,
        formula=_("当日有网格（小区）党支部服务的小区数 ÷ 小区总数 × 100%，一个党支部可以服务几个小区"),
        numerator=Figure(
            Stock("party.compounds_with_branch", ManagedCompound.objects.with_branch_on),
            _("有党支部的小区"),
            compound_rows(branch="true"),
        ),
        denominator=_COMPOUNDS,
        gap=Gap(_("没有党支部的小区"), compound_rows(branch="false")),
        on_board=False,
    ),
    Indicator(
        "party.cross_post_share",
        name=_("交叉任职率"),
        unit="%",
        group=Group.PARTY,
        owner=_("组织部"),
        levels=_LEVELS,
        formula=_(
            "当日有业委会（物管会）、且至少一人交叉任职的小区数 ÷ 有业委会（物管会）的小区数 × 100%；"
            "一人同时在社区党组织、居委会、小区党支部、业委会（物管会）、物业项目中的两个以上任职，为交叉任职"
        ),
        numerator=Figure(
            Stock("party.compounds_with_cross_post", _with_cross_post),
            _("有交叉任职的小区"),
            compound_rows(committee="true", cross_post="true"),
        ),
        denominator=Figure(
            Stock("party.compounds_with_committee", ManagedCompound.objects.with_committee_on),
            _("有业委会或物管会的小区"),
            compound_rows(committee="true"),
        ),
        gap=Gap(_("没有交叉任职的小区"), compound_rows(committee="true", cross_post="false")),
        on_board=False,
    ),
    *rates.INDICATORS,
    *projects.INDICATORS,
    *programmes.INDICATORS,
    *assessment.INDICATORS,
]
