"""Partners and their agreements: signed, renewed, ended, each from a day on."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.files.actions import keep_picture
from governance.files.enums import AttachmentKind
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from governance.party.actions.tree import end_link
from governance.party.enums import Right
from governance.party.models import LeaguePartner, MemberOrg, Partner, PartnerAgreement


def sign_partner(area: Area, *, by, name: str, kind: str, on: date, uscc: str = "", **agreement) -> Partner:
    """Take in a unit that signed its first agreement. `agreement`: see `_agree`."""
    demand(by, Right.BUILD, area.code)
    if on > today():
        raise Refused("in_future", _("签约日期还没有到，请在签约后登记。"))
    with transaction.atomic():
        partner = Partner(area=area, name=plain(name), kind=kind, uscc=uscc.strip(), signed_on=on)
        partner.place_in(area)
        partner.full_clean(exclude=["area_code"])
        partner.save()
        _agree(partner, on, by=by, **agreement)
        record("party.sign_partner", by=by, subject=partner, after={"kind": kind, "on": on})
        return partner


def renew_agreement(partner: Partner, *, by, on: date, **agreement) -> PartnerAgreement:
    """Sign the next agreement: the present one ends on the day. Contact and phone stay unless given anew."""
    demand(by, Right.BUILD, partner.area_code)
    with transaction.atomic():
        held = _lasting(partner)
        last = held.agreements.select_for_update().first()
        if last:
            end_link(last, on)
            for name in PartnerAgreement.SEALED:
                agreement[name] = agreement.get(name) or last.open_value(name)
        made = _agree(held, on, by=by, **agreement)
        record("party.renew_agreement", by=by, subject=held, after={"number": made.number, "on": on})
        return made


def end_partner(partner: Partner, *, by, on: date, reason: str) -> None:
    """`on` is the first day without the partner: its agreement and its seats end with it."""
    demand(by, Right.BUILD, partner.area_code)
    with transaction.atomic():
        held = _lasting(partner)
        held.ended_on = on
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["ended_on"])
        for links in (PartnerAgreement, MemberOrg, LeaguePartner):
            for link in links.objects.filter(partner=held):
                end_link(link, on)
        record("party.end_partner", by=by, subject=held, after={"on": on}, reason=plain(reason))


def _agree(
    partner: Partner,
    on: date,
    *,
    by,
    number: str,
    purpose: str,
    due_on: date,
    contact: str = "",
    phone: str = "",
    scan=None,
) -> PartnerAgreement:
    """Write the agreement that runs from a day on; `scan` is a picture of it."""
    agreement = PartnerAgreement(
        partner=partner, number=plain(number), purpose=plain(purpose), valid=(on, None), due_on=due_on
    )
    agreement.seal_value("contact", plain(contact))
    agreement.seal_value("phone", phone.strip())
    agreement.full_clean()
    if scan:
        agreement.scan = keep_picture(
            scan, area=partner.area, by=by, view_right=Right.VIEW, kind=AttachmentKind.MATERIAL
        )
    agreement.save()
    return agreement


def _lasting(partner: Partner) -> Partner:
    held = Partner.objects.select_for_update(of=("self",)).select_related("area").get(pk=partner.pk)
    if held.ended_on is not None:
        raise Refused("already_ended", _("「{}」已于 {} 解约，不能再办理。").format(held, held.ended_on))
    return held
