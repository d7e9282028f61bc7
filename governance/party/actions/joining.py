"""Organisations that become one, and one that becomes two."""

from copy import copy
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.party.actions.orgs import end_org
from governance.party.actions.records import put_on_record
from governance.party.actions.terms import begin_first_term
from governance.party.actions.tree import (
    check_live,
    end_link,
    hang,
    lock_tree,
    move_org,
    subordinates_from,
)
from governance.party.chain import is_ever_above
from governance.party.enums import ChangeKind, Right
from governance.party.models import MemberOrg, PartyOrg, PartyOrgArea

_PLACES, _UNITS = ("area",), ("kind", "name")  # what makes two links the same one


def merge_orgs(orgs: list[PartyOrg], *, into: PartyOrg, by, on: date, approved_no: str = "") -> None:
    """Merge organisations into one: from `on` it has their members, subordinates, places; they are dissolved."""
    demand(by, Right.MANAGE, into.area_code)
    with transaction.atomic():
        into = lock_tree(into)
        check_live(into, on)
        for org in orgs:
            demand(by, Right.MANAGE, org.area_code)
            org = lock_tree(org)
            check_live(org, on)
            if is_ever_above(org, into, from_on=on):
                raise Refused(
                    "own_ancestor", _("「{}」在「{}」之下，不能并入，请反过来办理。").format(into, org)
                )
            _hand_over(org, into, by=by, on=on)
            end_org(org, on, merged_into=into)
            paper = {"by": by, "on": on, "approved_no": approved_no}
            put_on_record("merge_org", org, ChangeKind.MERGE, other=into, into=into.pk, **paper)
            put_on_record("take_in_org", into, ChangeKind.MERGE, other=org, taken=org.pk, **paper)
        into.full_clean(exclude=["area_code"])
        into.save(update_fields=["member_count", "full_member_count"])


def split_org(
    org: PartyOrg,
    *,
    by,
    on: date,
    name: str,
    area: Area | None = None,
    member_count: int = 0,
    full_member_count: int = 0,
    subordinates: list[PartyOrg] = (),
    served: list[PartyOrgArea] = (),
    approved_no: str = "",
) -> PartyOrg:
    """Set a part of an organisation up beside it: same tier, kind and superior, with what of it goes along."""
    demand(by, Right.MANAGE, org.area_code)
    demand(by, Right.MANAGE, (area or org).area_code)
    with transaction.atomic():
        held = lock_tree(org)
        check_live(held, on)
        if member_count > held.member_count or full_member_count > held.full_member_count:
            raise Refused(
                "too_many_members",
                _("「{}」有党员 {} 人（正式党员 {} 人），分出的人数不能更多。").format(
                    held, held.member_count, held.full_member_count
                ),
            )
        part = _beside(
            held, on, name.strip(), area or held.area, member_count, full_member_count, approved_no
        )
        _take_along(held, part, by=by, on=on, subordinates=subordinates, served=served)
        held.member_count -= member_count
        held.full_member_count -= full_member_count
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["member_count", "full_member_count"])
        paper = {"by": by, "on": on, "approved_no": approved_no}
        put_on_record("split_org", held, ChangeKind.SPLIT, other=part, part=part.pk, **paper)
        put_on_record("split_off_org", part, ChangeKind.SPLIT, other=held, source=held.pk, **paper)
        return part


def _beside(org: PartyOrg, on: date, name: str, area: Area, members: int, full: int, approved_no: str):
    part = PartyOrg(
        area=area,
        tier=org.tier,
        kind=org.kind,
        name=name,
        established_on=on,
        approved_no=approved_no,
        term_years=org.term_years,
        member_count=members,
        full_member_count=full,
    )
    part.place_in(area)
    part.full_clean(exclude=["area_code"])
    part.save()
    begin_first_term(part)
    above = org.parents.filter(valid__contains=on).select_related("parent").first()
    if above:
        hang(part, above.parent, on)
    return part


def _take_along(org: PartyOrg, part: PartyOrg, *, by, on: date, subordinates, served) -> None:
    under = set(org.children.filter(valid__contains=on).values_list("org", flat=True))
    for child in subordinates:
        if child.pk not in under:
            raise Refused("not_under", _("「{}」在 {} 不隶属于「{}」，请核对。").format(child, on, org))
        move_org(child, by=by, on=on, parent=part)
    links = PartyOrgArea.objects.live_on(on).filter(org=org, pk__in=[link.pk for link in served])
    for link in links.select_for_update():
        end_link(link, on)
        _carry([link], part, on, same=_PLACES)


def _hand_over(org: PartyOrg, into: PartyOrg, *, by, on: date) -> None:
    for link in subordinates_from(org, on).select_related("org"):
        move_org(link.org, by=by, on=on, parent=into)
    _carry(PartyOrgArea.objects.live_on(on).filter(org=org), into, on, same=_PLACES)
    if into.is_joint:
        _carry(MemberOrg.objects.filter(org=org, valid__contains=on), into, on, same=_UNITS)
    into.member_count += org.member_count
    into.full_member_count += org.full_member_count


def _carry(links: list[models.Model], into: PartyOrg, on: date, *, same: tuple[str, ...]) -> None:
    """Give `into` what the links give another, from a day on. `Refused` where a change of its own is on record."""
    for link in links:
        own = type(link).objects.filter(org=into, **{field: getattr(link, field) for field in same})
        held = [row for row in own if row.valid.upper is None or row.valid.upper > on]
        if any(row.valid.upper is not None or row.valid.lower > on for row in held):
            raise Refused(
                "later_change",
                _("「{}」在 {} 之后已登记变动，请选变动之后的日期。").format(held[0], on),
            )
        if not held:
            carried = copy(link)
            carried.pk, carried.org, carried.valid = None, into, (on, None)
            carried._state.adding = True
            carried.save()
