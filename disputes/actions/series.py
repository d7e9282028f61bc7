"""A series as a whole: opened after a lead case, its papers and terms, its end."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.series_steps import hold_series
from disputes.enums.disputes import PartyRole
from disputes.enums.rights import Right
from disputes.enums.series import HouseholdRole
from disputes.models import Dispute, Series, SeriesMember
from disputes.rules.agreements import faults_of
from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import plain
from governance.people.models import User


@transaction.atomic
def open_series(
    *,
    by: User,
    lead: Dispute,
    title: str,
    area: Area | None = None,
    counterpart: str = "",
    household_role: str = HouseholdRole.APPLICANT,
    deadline: date | None = None,
    agreement_text: str = "",
    also=(),
) -> Series:
    """立项 after a lead case. `also` are further disputes alike: each becomes a household of the series."""
    area = area or lead.case.area
    if not by.may(Right.MEDIATE, area.code):
        raise PermissionDenied
    series = Series(
        area=area,
        lead=lead,
        title=plain(title),
        counterpart=plain(counterpart),
        household_role=household_role,
        deadline=deadline,
        agreement_text=agreement_text,
    )
    _check(series)
    series.save()
    record("series.open", by=by, subject=series, after={"lead": lead.case.number})
    for dispute in also:
        add_dispute(series, dispute, by=by)
    return series


@transaction.atomic
def change_series(series: Series, *, by: User, **fields) -> None:
    """Change title, other side, time limit or the text of the agreement."""
    held = hold_series(series, by=by)
    changed = {name: value for name, value in fields.items() if getattr(held, name) != value}
    for name, value in changed.items():
        setattr(held, name, value)
        setattr(series, name, value)
    _check(held)
    held.save(update_fields=list(changed) or ["version"])
    record("series.change", by=by, subject=held, after={"fields": sorted(changed)})


@transaction.atomic
def close_series(series: Series, *, by: User, note: str) -> None:
    """办结, once every household has come to an end or goes its own way."""
    held = hold_series(series, by=by)
    if not plain(note):
        raise Refused("reason_required", _("办结系列案需要写明办理结果，请补充后再提交。"))
    if not held.members.exists():
        raise Refused("no_households", _("系列案里还没有户，不能办结。请先导入或者添加各户。"))
    if left := held.members.undecided().count():
        raise Refused(
            "undecided",
            _("还有 {} 户没有结果，不能办结。请先办理，或者销项并写明理由。").format(left),
        )
    held.closed_on = series.closed_on = today()
    held.save(update_fields=["closed_on"])
    record("series.close", by=by, subject=held, reason=plain(note))


@transaction.atomic
def reopen_series(series: Series, *, by: User, note: str) -> None:
    """重新打开 a closed series, with the reason."""
    if not by.may(Right.MEDIATE, series.area_code):
        raise PermissionDenied
    held = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if held.closed_on is None:
        raise Refused("series_open", _("系列案没有办结，不用重新打开。"))
    if not plain(note):
        raise Refused("reason_required", _("重新打开系列案需要写明理由，请补充后再提交。"))
    held.closed_on = series.closed_on = None
    held.save(update_fields=["closed_on"])
    record("series.reopen", by=by, subject=held, reason=plain(note))


@transaction.atomic
def add_dispute(series: Series, dispute: Dispute, *, by: User) -> SeriesMember:
    """Take a registered dispute into the series, as the household that its applicant is."""
    held = hold_series(series, by=by)
    if dispute.pk == held.lead_id:
        raise Refused("is_lead", _("这件纠纷就是示范案，不用再加入。"))
    if known := SeriesMember.objects.filter(dispute=dispute).select_related("series").first():
        raise Refused("in_series", _("这件纠纷已经在系列案“{}”里。").format(known.series))
    party = dispute.parties.filter(role=held.household_role, is_org=False).first()
    member = SeriesMember(
        series=held,
        household=_free_label(held, dispute.case.place or dispute.case.number, dispute.case.number),
        name=party.name[:40] if party else "",
        address=dispute.case.place,
        due_cents=party.claim_cents if party else None,
        dispute=dispute,
        version=held.version,
    )
    member.seal_value("phone", party.open_value("phone") if party else "")
    member.full_clean(exclude=["series", "dispute"])
    member.save()
    record("series.add_dispute", by=by, subject=held, after={"dispute": dispute.case.number})
    return member


def _free_label(series: Series, label: str, number: str) -> str:
    """The place where the dispute lies, unless another household is called so already."""
    taken = series.members.filter(household=label[:80]).exists()
    return f"{label[:60]} {number}"[:80] if taken else label[:80]


def _check(series: Series) -> None:
    if fault := faults_of(series.agreement_text):
        raise Refused("bad_template", fault)
    series.full_clean(exclude=["area", "lead"])


def side_of_households(series: Series) -> tuple[str, str]:
    """The roles of a household and of the other side in a dispute between them."""
    if series.household_role == HouseholdRole.APPLICANT:
        return PartyRole.APPLICANT, PartyRole.RESPONDENT
    return PartyRole.RESPONDENT, PartyRole.APPLICANT
