from django.urls import reverse

from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.party.enums import Right
from governance.party.models import Partner, PartnerAgreement

SHOWN = 20


def partner_page(partner: Partner, user) -> dict:
    """A partner with the agreement that runs, those before it, and where the partner sits."""
    day = today()
    agreements = list(partner.agreements.select_related("scan", "partner"))
    running = next((one for one in agreements if day in one.valid), None)
    may_reveal = user.may(AuditRight.REVEAL, partner.area_code)
    return {
        "partner": partner,
        "agreement": running,
        "contacts": [_contact(running, name, may_reveal) for name in PartnerAgreement.SEALED]
        if running
        else [],
        "earlier": [one for one in agreements if one is not running],
        "resources": partner.resources.for_list().order_by("state", "-pk"),
        "projects": partner.projects.for_list().order_by("-pk")[:SHOWN],
        "leagues": partner.leagues.filter(valid__contains=day).select_related("league"),
        "branches": partner.seats.filter(valid__contains=day).select_related("org"),
        "may_build": user.may(Right.BUILD, partner.area_code) and partner.ended_on is None,
    }


def _contact(agreement: PartnerAgreement, name: str, may_reveal: bool) -> dict:
    """A sealed value as the page shows it: masked, with where the clear one is asked for."""
    where = [agreement.partner_id, agreement.pk, name]
    return {
        "label": PartnerAgreement._meta.get_field(f"{name}_masked").verbose_name,
        "masked": getattr(agreement, f"{name}_masked"),
        "url": reverse("party:agreement_reveal", args=where) if may_reveal else "",
    }
