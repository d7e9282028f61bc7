"""Single households of a series: entered, put right, taken off, and given a dispute of their own."""

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.registering import register_dispute
from disputes.actions.series import side_of_households
from disputes.actions.series_steps import hold_chosen, hold_series
from disputes.enums.disputes import PartyRole
from disputes.enums.series import MOST_DISPUTES_AT_ONCE
from disputes.models import Dispute, Series, SeriesMember
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language, plain
from governance.kernel.workbooks.cells import narrow
from governance.people.models import User

FIELDS = ("household", "name", "address", "note", "due_cents", "paid_cents")


@transaction.atomic
def add_household(series: Series, *, by: User, household: str, phone: str = "", **fields) -> SeriesMember:
    held = hold_series(series, by=by)
    member = SeriesMember(series=held, household=narrow(plain(household)), version=held.version, **fields)
    member.seal_value("phone", phone)
    member.full_clean(exclude=["series", "dispute"])
    _refuse_twice(member)
    member.save()
    record("series.add_household", by=by, subject=member)
    return member


@transaction.atomic
def change_household(
    member: SeriesMember, *, by: User, phone: str | None = None, version: int | None = None, **fields
) -> None:
    """Put what is known of a household right. An empty or masked phone leaves the one that is there."""
    held = hold_series(member.series, by=by)
    (known,) = hold_chosen(held, held.members.filter(pk=member.pk), version=version)
    known.refresh_from_db()
    changed = [name for name in FIELDS if name in fields and getattr(known, name) != fields[name]]
    for name in changed:
        setattr(known, name, fields[name])
    known.household = narrow(plain(known.household))
    if phone and phone != known.phone_masked:
        known.seal_value("phone", phone)
        changed.append("phone")
    known.version, known.changed_on = held.version, today()
    known.full_clean(exclude=["series", "dispute"])
    _refuse_twice(known)
    known.save()
    record("series.change_household", by=by, subject=known, after={"fields": sorted(changed)})


@transaction.atomic
def remove_household(member: SeriesMember, *, by: User, note: str) -> None:
    """Take off a household listed by mistake. One with a history stays, and is dropped with a reason instead."""
    held = hold_series(member.series, by=by)
    if not plain(note):
        raise Refused("reason_required", _("移出系列案需要写明理由，请补充后再提交。"))
    if member.changes.exists():
        raise Refused("has_history", _("这一户已有办理记录，不能移出。不再办理的，请用“销项”并写明理由。"))
    record("series.remove_household", by=by, subject=member, before={"series": held.pk}, reason=plain(note))
    member.delete()


@transaction.atomic
def open_disputes(series: Series, members, *, by: User, version: int | None = None) -> list[Dispute]:
    """Register a dispute of its own for each household, after the lead case; all of them, or none.

    It takes the right to register as well, which `register_dispute` asks for.
    """
    held = hold_series(series, by=by)
    chosen = hold_chosen(held, members, version=version)
    if len(chosen) > MOST_DISPUTES_AT_ONCE:
        raise Refused("too_many", _("一次最多立 {} 件纠纷，请分批办理。").format(MOST_DISPUTES_AT_ONCE))
    if already := [row.household for row in chosen if row.dispute_id]:
        raise Refused("has_dispute", _("{}已经单独立了纠纷，请去掉后再办。").format(already[0]))
    opened = [_open_dispute(held, row, by=by) for row in chosen]
    SeriesMember.objects.bulk_update(chosen, ["dispute", "version", "changed_on"])
    record("series.open_disputes", by=by, subject=held, after={"households": len(opened)})
    return opened


def _open_dispute(series: Series, member: SeriesMember, *, by: User) -> Dispute:
    """Of one household: the lead case's kind, the household on its side, the series' other party on the other."""
    lead, (ours, theirs) = series.lead, side_of_households(series)
    member.refresh_from_db(fields=["name", "address", "seal_id", "phone_sealed"])
    household = {"name": member.name or member.household, "role": ours, "phone": member.open_value("phone")}
    parties = [household]
    if series.counterpart:
        parties.append({"name": series.counterpart[:80], "role": theirs, "is_org": True})
    for party in parties:
        party["claim_cents"] = member.due_cents if party["role"] == PartyRole.APPLICANT else None
    with office_language():
        summary = _("系列案“{series}”中的一户，示范案 {number}。").format(
            series=series, number=lead.case.number
        )
    dispute, _created = register_dispute(
        by=by,
        area=series.area,
        category=lead.category,
        title=f"{series.title[:60]}：{member.household}"[:100],
        parties=parties,
        source=lead.case.source,
        place=member.address[:100] or member.household,
        summary=summary,
    )
    member.dispute, member.version, member.changed_on = dispute, series.version, today()
    return dispute


def _refuse_twice(member: SeriesMember) -> None:
    twin = SeriesMember.objects.filter(series=member.series_id, household=member.household)
    if twin.exclude(pk=member.pk).exists():
        raise Refused("household_twice", _("“{}”已经在系列案里，同一户只列一次。").format(member.household))
