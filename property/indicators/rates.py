"""The three coverage rates by households and by floor area, and the Party's in projects by any unit."""

from datetime import date

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.statistics.definitions import Alternatives, Figure, Gap, Group, Indicator, Rows, Stock
from property.enums import ServiceMode
from property.enums.projects import RateUnit
from property.models import ManagedCompound, PropertyContract

_HOUSING, _PARTY = _("住建局"), _("组织部")
_LEVELS = ("city", "county", "township", "community")
# The column of the lists that a unit adds up, and its place in a key.
_COLUMN = {RateUnit.COMPOUNDS: "", RateUnit.HOUSEHOLDS: "household_count", RateUnit.FLOOR_AREA: "floor_area"}
_PART = {RateUnit.COMPOUNDS: "", RateUnit.HOUSEHOLDS: "_households", RateUnit.FLOOR_AREA: "_area"}
_NAMES = {
    ("managed", RateUnit.HOUSEHOLDS): _("物业服务覆盖率（按户数）"),
    ("managed", RateUnit.FLOOR_AREA): _("物业服务覆盖率（按建筑面积）"),
    ("committee", RateUnit.HOUSEHOLDS): _("业委会（物管会）组建率（按户数）"),
    ("committee", RateUnit.FLOOR_AREA): _("业委会（物管会）组建率（按建筑面积）"),
    ("project_party", RateUnit.COMPOUNDS): _("物业项目党的组织覆盖率"),
    ("project_party", RateUnit.HOUSEHOLDS): _("物业项目党的组织覆盖率（按户数）"),
    ("project_party", RateUnit.FLOOR_AREA): _("物业项目党的组织覆盖率（按建筑面积）"),
}
_FORMULAS = {
    "managed": _("当日有在期物业服务约定的小区的户数（建筑面积）÷ 全部小区的户数（建筑面积）× 100%"),
    "committee": _("当日有业委会或物管会存续的小区的户数（建筑面积）÷ 全部小区的户数（建筑面积）× 100%"),
    "project_party": _(
        "当日由建有党组织的物业企业服务的专业物业项目 ÷ 在期的专业物业项目 × 100%，"
        "以项目、户数或建筑面积计；社区托管、自治的不计"
    ),
}


def key_of(rate: str, unit: str) -> str:
    """The key of a rate in a unit: `managed` by households is property.managed_households_share."""
    return f"property.{rate}{_PART[RateUnit(unit)]}_share"


def _compounds(as_of: date):
    return ManagedCompound.objects.all()


def _projects(as_of: date):
    return PropertyContract.objects.live_on(as_of).filter(mode=ServiceMode.PROFESSIONAL)


def _party_projects(as_of: date):
    return _projects(as_of).with_company_party_on(as_of)


def _figure(name: str, unit: RateUnit, rows, label, *, projects: bool = False, **filters) -> Figure:
    """Rows that count one each, or for the households or the floor area of their compound."""
    key, column = f"property.{name}{_PART[unit]}", _COLUMN[unit]
    through = "compound__" if projects else ""
    stock = Stock(key, rows, weight=F(through + column)) if column else Stock(key, rows)
    lists = project_rows if projects else compound_rows
    return Figure(stock, label, lists(total=column, **filters))


def compound_rows(total: str = "", **filters) -> Rows:
    return Rows(
        "property-compound-list", "property:compound_list", filters=filters, as_of="as_of", total=total
    )


def project_rows(total: str = "", **filters) -> Rows:
    return Rows(
        "property-contract-list", "property:project_list", filters=filters, as_of="as_of", total=total
    )


def _indicator(rate: str, unit: RateUnit, owner, figures: tuple[Figure, Figure], gap: Gap) -> Indicator:
    return Indicator(
        key_of(rate, unit),
        name=_NAMES[rate, unit],
        unit="%",
        group=Group.PROPERTY,
        owner=owner,
        levels=_LEVELS,
        formula=_FORMULAS[rate],
        numerator=figures[0],
        denominator=figures[1],
        gap=gap,
        on_board=False,
    )


def _of_compounds(unit: RateUnit) -> list[Indicator]:
    everything = _figure("compounds", unit, _compounds, _("全部小区"))
    managed = _figure(
        "managed", unit, ManagedCompound.objects.managed_on, _("有物业服务的小区"), managed="true"
    )
    organised = _figure(
        "with_committee",
        unit,
        ManagedCompound.objects.with_committee_on,
        _("有业委会或物管会的小区"),
        committee="true",
    )
    column = _COLUMN[unit]
    unmanaged = Gap(_("没有物业服务的小区"), compound_rows(column, managed="false"))
    bare = Gap(_("没有业委会、物管会的小区"), compound_rows(column, committee="false"))
    return [
        _indicator("managed", unit, _HOUSING, (managed, everything), unmanaged),
        _indicator("committee", unit, _HOUSING, (organised, everything), bare),
    ]


def _of_projects(unit: RateUnit) -> Indicator:
    mode = ServiceMode.PROFESSIONAL.value
    with_party = _figure(
        "party_projects",
        unit,
        _party_projects,
        _("企业建有党组织的项目"),
        projects=True,
        mode=mode,
        company_party="true",
    )
    all_projects = _figure("projects", unit, _projects, _("专业物业项目"), projects=True, mode=mode)
    lacking = project_rows(_COLUMN[unit], mode=mode, company_party="false")
    gap = Gap(_("企业没有党组织的项目"), lacking)
    return _indicator("project_party", unit, _PARTY, (with_party, all_projects), gap)


INDICATORS = [
    *_of_compounds(RateUnit.HOUSEHOLDS),
    *_of_compounds(RateUnit.FLOOR_AREA),
    *(_of_projects(unit) for unit in RateUnit),
]

# Offices publish coverage by compounds, by households or by floor area.
ALTERNATIVES = [
    Alternatives(f"property.{rate}", name, tuple(key_of(rate, unit) for unit in RateUnit))
    for rate, name in (
        ("managed", _("物业服务覆盖率")),
        ("committee", _("业委会（物管会）组建率")),
        ("project_party", _("物业项目党的组织覆盖率")),
    )
]
