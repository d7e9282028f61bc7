from datetime import date

from django.db import transaction

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.scope import demand
from governance.party.models import PartyOrg
from property.enums import Right
from property.models import CompanyPartyLink, PropertyCompany
from property.rules import check_end


def register_company(area: Area, *, by, name: str, uscc: str, on: date) -> PropertyCompany:
    """Enter a property company in the county that supervises it."""
    demand(by, Right.MANAGE, area.code)
    with transaction.atomic():
        company = PropertyCompany(area=area, name=name.strip(), uscc=uscc.strip().upper(), started_on=on)
        company.place_in(area)
        company.full_clean(exclude=["area_code"])
        company.save()
        record("property.register_company", by=by, subject=company, after={"uscc": company.uscc, "on": on})
        return company


def link_company_party(
    company: PropertyCompany, *, by, on: date, kind: str, org: PartyOrg | None = None
) -> CompanyPartyLink:
    """Register a company's own or joint Party organisation from a day on; an earlier link ends that day."""
    demand(by, Right.MANAGE, company.area_code)
    with transaction.atomic():
        PropertyCompany.objects.select_for_update().get(pk=company.pk)
        for link in company.party_links.filter(valid__contains=on, valid__startswith__lt=on):
            link.valid = (link.valid.lower, on)
            link.save(update_fields=["valid"])
        link = CompanyPartyLink(company=company, kind=kind, org=org, valid=(on, None))
        link.full_clean()
        link.save()
        after = {"kind": kind, "org": org and org.pk, "on": on}
        record("property.link_company_party", by=by, subject=company, after=after)
        return link


def end_company_party(link: CompanyPartyLink, *, by, on: date) -> None:
    """`on` is the first day on which the company has no Party organisation."""
    demand(by, Right.MANAGE, link.company.area_code)
    with transaction.atomic():
        held = CompanyPartyLink.objects.select_for_update().get(pk=link.pk)
        check_end(held, on)
        held.valid = (held.valid.lower, on)
        held.save(update_fields=["valid"])
        record("property.end_company_party", by=by, subject=held.company, after={"on": on})
