"""Projects with fees and complaints put into an area."""

from datetime import date

from governance.areas.models import Area
from tests.factories.grids import make_compound
from tests.factories.projects import make_complaint, make_fee
from tests.factories.property import link_party, make_company, make_contract


def project(area: Area):
    return make_contract(make_compound(area))


def ending_project(area: Area):
    return make_contract(make_compound(area), until=date(2099, 1, 1))


def manager(area: Area) -> dict:
    return {"pk": make_contract(make_compound(area), manager="纳文静").pk, "name": "manager"}


def complaint(area: Area):
    return make_complaint(project(area))


def fee(area: Area):
    return make_fee(project(area), date(2026, 7, 1))


def organised(area: Area) -> dict:
    return {"pk": link_party(make_company(area)).company_id}
