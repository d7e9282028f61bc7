from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
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


def revise_company(company: PropertyCompany, *, by, name: str, uscc: str) -> None:
    """Correct what a company is called and its credit code."""
    demand(by, Right.MANAGE, company.area_code)
    with transaction.atomic():
        held = (
            PropertyCompany.objects.select_for_update(of=("self",)).select_related("area").get(pk=company.pk)
        )
        before = {"name": held.name, "uscc": held.uscc}
        held.name, held.uscc = name.strip(), uscc.strip().upper()
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["name", "uscc"])
        after = {"name": held.name, "uscc": held.uscc}
        record("property.revise_company", by=by, subject=held, before=before, after=after)


def close_company(company: PropertyCompany, *, by, on: date, reason: str = "") -> None:
    """`on` is the first day out of business. Its projects are ended first, its Party organisation ends with it."""
    demand(by, Right.MANAGE, company.area_code)
    with transaction.atomic():
        held = (
            PropertyCompany.objects.select_for_update(of=("self",)).select_related("area").get(pk=company.pk)
        )
        if held.ended_on is not None:
            raise Refused(
                "already_closed", _("“{}”已于 {} 停止经营，不用再办理。").format(held, held.ended_on)
            )
        running = held.contracts.filter(Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=on)).count()
        if running:
            raise Refused(
                "projects_running",
                _("还有 {} 个项目的合同在 {} 以后有效，请先逐个终止合同，再登记停止经营。").format(
                    running, on
                ),
            )
        held.ended_on = on
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["ended_on"])
        for link in held.party_links.filter(valid__contains=on, valid__startswith__lt=on):
            link.valid = (link.valid.lower, on)
            link.save(update_fields=["valid"])
        record("property.close_company", by=by, subject=held, after={"on": on}, reason=reason)


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
