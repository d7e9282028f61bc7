"""Yellow and red cards of companies. Never of persons."""

from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today, years_later
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.kernel.wording import office_language, plain
from property.enums.assessment import AssessmentRight, CardGrade
from property.models import CompanyCard, PropertyCompany, Rectification, ScoreSheet


def give_yellow(ticket: Rectification, *, by) -> CompanyCard | None:
    """The yellow card of a ticket that failed or was late, once; a red one when the sheet's number is full.

    `by` None is the sweep.
    """
    with transaction.atomic():
        company = PropertyCompany.objects.select_for_update().get(pk=ticket.assessment.company_id)
        if CompanyCard.objects.filter(rectification=ticket).exists():
            return None
        with office_language():
            reason = _("{}（{}）整改{}").format(
                ticket.case.title, ticket.case.number, _("超期") if ticket.case.late_on else _("不到位")
            )
        sheet = ticket.assessment.round.sheet
        card = _give(company, CardGrade.YELLOW, sheet, reason, by, rectification=ticket)
        _give_red(company, sheet, by)
        return card


def lift_card(card: CompanyCard, *, by, reason: str) -> None:
    """End a card before its day, with a reason."""
    demand(by, AssessmentRight.RUN, card.area_code)
    with transaction.atomic():
        held = CompanyCard.objects.select_for_update(of=("self",)).get(pk=card.pk)
        if held.lifted_on is not None:
            raise Refused("already_lifted", _("这张牌已于 {} 解除，不用再办理。").format(held.lifted_on))
        if held.expires_on <= today():
            raise Refused("expired", _("这张牌已于 {} 失效，不用再解除。").format(held.expires_on))
        held.lifted_on, held.lifted_by, held.lift_reason = today(), by, plain(reason)
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["lifted_on", "lifted_by", "lift_reason"])
        record("assessment.lift_card", by=by, subject=held, after={"on": held.lifted_on}, reason=reason)


def give_late_cards() -> int:
    """A yellow card for every ticket that was late and has none. Answers how many; a second run gives none."""
    late = Rectification.objects.filter(case__late_on__isnull=False, card__isnull=True)
    late = late.select_related("case", "assessment__round__sheet").order_by("case__late_on", "pk")
    return sum(give_yellow(ticket, by=None) is not None for ticket in late)


def _give_red(company: PropertyCompany, sheet: ScoreSheet, by) -> None:
    """Count live yellow cards that no red one was given for; a full number makes one."""
    yellows = company.cards.live_on(today()).filter(grade=CardGrade.YELLOW, red__isnull=True)
    counted = list(yellows.order_by("given_on", "pk")[: sheet.yellows_for_red])
    if len(counted) < sheet.yellows_for_red:
        return
    with office_language():
        reason = _("有效期内累计 {} 张黄牌").format(len(counted))
    red = _give(company, CardGrade.RED, sheet, reason, by)
    CompanyCard.objects.filter(pk__in=[card.pk for card in counted]).update(red=red)


def _give(company: PropertyCompany, grade: int, sheet: ScoreSheet, reason: str, by, **more) -> CompanyCard:
    day = today()
    card = CompanyCard(
        company=company, grade=grade, reason=reason, given_on=day,
        expires_on=years_later(day, sheet.card_years), **more,
    )  # fmt: skip
    card.place_in(company.area)
    card.full_clean(exclude=["area_code"])
    card.save()
    after = {"grade": grade, "expires_on": card.expires_on}
    record("assessment.give_card", by=by, subject=card, after=after, reason=reason)
    return card
