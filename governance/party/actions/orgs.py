from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.party.actions.tree import (
    check_live,
    check_right,
    end_link,
    hang,
    lock_tree,
    move_org,
    subordinates_from,
    take_tree_lock,
)
from governance.party.chain import is_ever_above
from governance.party.models import (
    MemberOrg,
    PartyOrg,
    PartyOrgArea,
    PartyOrgFormerName,
    PartyOrgParent,
    PartyTier,
)


def establish_org(
    area: Area,
    *,
    by,
    on: date,
    tier: PartyTier,
    kind: str,
    name: str,
    parent: PartyOrg | None = None,
    **details,
) -> PartyOrg:
    """Set up an organisation on an area, under a superior. Set-up rules only warn: see `broken_rules`."""
    check_right(by, area.code)
    with transaction.atomic():
        take_tree_lock()
        org = PartyOrg(area=area, tier=tier, kind=kind, name=name.strip(), established_on=on, **details)
        org.place_in(area)
        org.full_clean(exclude=["area_code"])
        org.save()
        if parent:
            hang(org, parent, on)
        after = {"tier": tier.pk, "kind": kind, "parent": parent and parent.pk, "on": on}
        after["warnings"] = [rule.code for rule in org.broken_rules]
        record("party.establish_org", by=by, subject=org, after=after)
        return org


def rename_org(org: PartyOrg, *, by, on: date, name: str) -> None:
    """Give an organisation a new name from a day on; the former one stays readable for the days before."""
    check_right(by, org.area_code)
    with transaction.atomic():
        held = lock_tree(org)
        check_live(held, on)
        last = held.former_names.order_by("-valid").first()
        since = last.valid.upper if last else held.established_on
        if on <= since:
            raise Refused("later_change", _("现名称自 {} 起使用，请选这一天之后的日期。").format(since))
        former, held.name = held.name, name.strip()
        if former == held.name:
            raise Refused("same_name", _("新名称与现名称相同，请改写名称。"))
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=["name"])
        PartyOrgFormerName.objects.create(org=held, name=former, valid=(since, on))
        after = {"name": held.name, "on": on}
        record("party.rename_org", by=by, subject=held, before={"name": former}, after=after)


def revise_org(org: PartyOrg, *, by, **details) -> None:
    """Set what changes without a date: member counts, approval number, term, size of the committee."""
    check_right(by, org.area_code)
    with transaction.atomic():
        held = lock_tree(org)
        before = {field: getattr(held, field) for field in details}
        for field, value in details.items():
            setattr(held, field, value)
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=list(details))
        record("party.revise_org", by=by, subject=held, before=before, after=details)


def dissolve_org(org: PartyOrg, *, by, on: date, reason: str = "") -> None:
    """End an organisation: `on` is the first day without it. `Refused` while anybody stands under it."""
    check_right(by, org.area_code)
    with transaction.atomic():
        held = lock_tree(org)
        check_live(held, on)
        left = subordinates_from(held, on).count()
        if left:
            raise Refused(
                "has_subordinates", _("「{}」下还有 {} 个党组织，请先转走或撤销它们。").format(held, left)
            )
        _end(held, on)
        record("party.dissolve_org", by=by, subject=held, after={"on": on}, reason=reason)


def merge_orgs(orgs: list[PartyOrg], *, into: PartyOrg, by, on: date) -> None:
    """Merge organisations into one: from `on` it has their members, subordinates, places; they are dissolved."""
    check_right(by, into.area_code)
    with transaction.atomic():
        into = lock_tree(into)
        check_live(into, on)
        for org in orgs:
            check_right(by, org.area_code)
            org = lock_tree(org)
            check_live(org, on)
            if is_ever_above(org, into, from_on=on):
                raise Refused(
                    "own_ancestor", _("「{}」在「{}」之下，不能并入，请反过来办理。").format(into, org)
                )
            _hand_over(org, into, by=by, on=on)
            _end(org, on, merged_into=into)
        into.save(update_fields=["member_count", "full_member_count"])
        record("party.merge_orgs", by=by, subject=into, after={"on": on, "from": [org.pk for org in orgs]})


def _hand_over(org: PartyOrg, into: PartyOrg, *, by, on: date) -> None:
    for link in subordinates_from(org, on).select_related("org"):
        move_org(link.org, by=by, on=on, parent=into)
    held = PartyOrgArea.objects.live_on(on).filter(org=into).values("area")
    for link in PartyOrgArea.objects.live_on(on).filter(org=org).exclude(area__in=held):
        PartyOrgArea.objects.create(org=into, area=link.area, valid=(on, None))
    into.member_count += org.member_count
    into.full_member_count += org.full_member_count


def _end(org: PartyOrg, on: date, **fields) -> None:
    for links in (PartyOrgParent, PartyOrgArea, MemberOrg, PartyOrgFormerName):
        for link in links.objects.filter(org=org):
            end_link(link, on)
    org.dissolved_on = on
    for name, value in fields.items():
        setattr(org, name, value)
    org.full_clean(exclude=["area_code"])
    org.save(update_fields=["dissolved_on", *fields])
