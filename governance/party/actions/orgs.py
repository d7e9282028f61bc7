from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.party.actions.records import put_on_record
from governance.party.actions.terms import begin_first_term
from governance.party.actions.tree import (
    check_live,
    end_link,
    hang,
    lock_tree,
    subordinates_from,
    take_tree_lock,
)
from governance.party.enums import ChangeKind, Right
from governance.party.models import (
    MemberOrg,
    PartyOrg,
    PartyOrgArea,
    PartyOrgFormerName,
    PartyOrgParent,
    PartyTerm,
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
    demand(by, Right.MANAGE, area.code)
    with transaction.atomic():
        take_tree_lock()
        org = PartyOrg(area=area, tier=tier, kind=kind, name=name.strip(), established_on=on, **details)
        org.place_in(area)
        org.full_clean(exclude=["area_code"])
        org.save()
        begin_first_term(org)
        if parent:
            hang(org, parent, on)
        after = {"tier": tier.pk, "kind": kind, "parent": parent and parent.pk, "on": on}
        after["warnings"] = [rule.code for rule in org.broken_rules]
        record("party.establish_org", by=by, subject=org, after=after)
        return org


def rename_org(org: PartyOrg, *, by, on: date, name: str, approved_no: str = "") -> None:
    """Give an organisation a new name from a day on; the former one stays readable for the days before."""
    demand(by, Right.MANAGE, org.area_code)
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
        put_on_record(
            "rename_org",
            held,
            ChangeKind.RENAME,
            by=by,
            on=on,
            approved_no=approved_no,
            note=former,
            before={"name": former},
            name=held.name,
        )


def revise_org(org: PartyOrg, *, by, **details) -> None:
    """Set what changes without a date: member counts, approval number, term, size of the committee."""
    demand(by, Right.MANAGE, org.area_code)
    with transaction.atomic():
        held = lock_tree(org)
        before = {field: getattr(held, field) for field in details}
        for field, value in details.items():
            setattr(held, field, value)
        held.full_clean(exclude=["area_code"])
        held.save(update_fields=list(details))
        if "term_ends_on" in details:
            held.terms.filter(valid__upper_inf=True).update(due_on=held.term_ends_on)
        record("party.revise_org", by=by, subject=held, before=before, after=details)


def dissolve_org(org: PartyOrg, *, by, on: date, reason: str = "", approved_no: str = "") -> None:
    """End an organisation: `on` is the first day without it. `Refused` while anybody stands under it."""
    demand(by, Right.MANAGE, org.area_code)
    with transaction.atomic():
        held = lock_tree(org)
        check_live(held, on)
        left = subordinates_from(held, on).count()
        if left:
            raise Refused(
                "has_subordinates", _("「{}」下还有 {} 个党组织，请先转走或撤销它们。").format(held, left)
            )
        end_org(held, on)
        put_on_record(
            "dissolve_org", held, ChangeKind.DISSOLVE, by=by, on=on, approved_no=approved_no, reason=reason
        )


def end_org(org: PartyOrg, on: date, **fields) -> None:
    """Let an organisation and what hangs on it end on a day; `fields` says what became of it."""
    for links in (PartyOrgParent, PartyOrgArea, MemberOrg, PartyOrgFormerName, PartyTerm):
        for link in links.objects.filter(org=org):
            end_link(link, on)
    org.dissolved_on = on
    for name, value in fields.items():
        setattr(org, name, value)
    org.full_clean(exclude=["area_code"])
    org.save(update_fields=["dissolved_on", *fields])
