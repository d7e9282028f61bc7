"""Companies, contracts and committees, set past the verbs. `make_uscc` gives lawful invented credit codes."""

from datetime import date
from itertools import count

from stdnum.cn import uscc as code_of

from governance.areas.models import Area
from grids.models import Compound
from property.enums import CommitteeKind, PartyLinkKind, ServiceMode
from property.models import CompanyPartyLink, OwnersCommittee, PropertyCompany, PropertyContract

BEGUN = date(2022, 1, 1)
_numbers = count(1)


def make_uscc() -> str:
    first_17 = f"91999999{next(_numbers):08d}X"
    return first_17 + code_of.calc_check_digit(first_17)


def make_company(area: Area, **fields) -> PropertyCompany:
    fields = {
        "name": f"第{next(_numbers)}物业服务有限公司",
        "uscc": make_uscc(),
        "started_on": BEGUN,
        **fields,
    }
    return PropertyCompany.objects.create(area=area, **fields)


def link_party(
    company: PropertyCompany, kind: str = PartyLinkKind.OWN, *, since: date = BEGUN, until: date | None = None
) -> CompanyPartyLink:
    return CompanyPartyLink.objects.create(company=company, kind=kind, valid=(since, until))


def make_contract(
    compound: Compound,
    company: PropertyCompany | None = None,
    *,
    since: date = BEGUN,
    until: date | None = None,
    manager: str = "",
    **fields,
) -> PropertyContract:
    """A contract; without a company the community looks after the compound."""
    mode = ServiceMode.PROFESSIONAL if company else ServiceMode.COMMUNITY
    contract = PropertyContract(
        compound=compound,
        company=company,
        area=compound.area,
        valid=(since, until),
        **{"mode": mode, **fields},
    )
    contract.seal_value("manager", manager)
    contract.save()
    return contract


def make_committee(
    compound: Compound,
    kind: str = CommitteeKind.OWNERS,
    *,
    since: date = BEGUN,
    until: date | None = None,
    **fields,
) -> OwnersCommittee:
    return OwnersCommittee.objects.create(
        compound=compound, kind=kind, area=compound.area, valid=(since, until), **fields
    )
