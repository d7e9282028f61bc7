"""Where an organisation hangs in the chain. Every change of the tree goes one at a time, under one lock."""

from datetime import date

from django.db import connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from governance.kernel.errors import Refused
from governance.kernel.scope import demand
from governance.party.actions.records import put_on_record
from governance.party.chain import is_ever_above
from governance.party.enums import ChangeKind, Right
from governance.party.models import PartyOrg, PartyOrgParent

_TREE_LOCK = 0x5A50


def move_org(org: PartyOrg, *, by, on: date, parent: PartyOrg | None, approved_no: str = "") -> None:
    """Put an organisation under another superior from a day on; None makes it the top of a chain."""
    demand(by, Right.MANAGE, org.area_code)
    with transaction.atomic():
        org = lock_tree(org)
        check_live(org, on)
        last = org.parents.order_by("-valid").first()
        now = last.parent_id if last and last.valid.upper is None else None
        if now == (parent and parent.pk):
            raise Refused("already_there", _("「{}」的上级没有变化，不用办理。").format(org))
        if last:
            end_link(last, on)
        if parent:
            hang(org, parent, on)
        before = {"parent": now}
        put_on_record(
            "move_org",
            org,
            ChangeKind.MOVE,
            by=by,
            on=on,
            approved_no=approved_no,
            other=parent,
            before=before,
            parent=parent and parent.pk,
        )


def hang(org: PartyOrg, parent: PartyOrg, on: date) -> None:
    """Write the link after the checks that keep a chain a chain: tier, life of the superior, no circle."""
    parent = PartyOrg.objects.select_related("tier").get(pk=parent.pk)
    if parent.dissolved_on or not parent.existed_on(on):
        raise Refused(
            "parent_not_live", _("「{}」在 {} 尚未成立或已登记撤销，请另选上级党组织。").format(parent, on)
        )
    if parent.tier.position > org.tier.position:
        raise Refused(
            "wrong_tier",
            _("「{}」是{}，不能作{}的上级，请另选上级党组织。").format(parent, parent.tier, org.tier),
        )
    if is_ever_above(org, parent, from_on=on):
        raise Refused(
            "own_ancestor",
            _("「{}」在「{}」之下，不能反过来作它的上级，请另选上级党组织。").format(parent, org),
        )
    link = PartyOrgParent(org=org, parent=parent, valid=(on, None))
    link.full_clean()
    link.save()


def end_link(link: models.Model, on: date) -> None:
    """End a dated row that runs over a day. `Refused` when a later change is on record: the past is not rewritten."""
    if link.valid.upper is not None and link.valid.upper <= on:
        return
    if link.valid.upper is not None or link.valid.lower >= on:
        raise Refused(
            "later_change",
            _("「{}」在 {} 已登记变动，请选这一天之后的日期。").format(
                link, link.valid.upper or link.valid.lower
            ),
        )
    link.valid = (link.valid.lower, on)
    link.save(update_fields=["valid"])


def subordinates_from(org: PartyOrg, on: date) -> models.QuerySet:
    """Links of those who stand under an organisation on a day or later."""
    lasting = Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=on)
    return PartyOrgParent.objects.filter(lasting, parent=org)


def lock_tree(org: PartyOrg) -> PartyOrg:
    """Take the lock of the tree and read the organisation as it stands under it."""
    take_tree_lock()
    return PartyOrg.objects.select_related("tier", "area").select_for_update(of=("self",)).get(pk=org.pk)


def take_tree_lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE_LOCK])


def check_live(org: PartyOrg, on: date) -> None:
    """A dissolved organisation changes no more; none changes before or on the day it was established."""
    if org.dissolved_on:
        raise Refused(
            "already_dissolved", _("「{}」已于 {} 撤销，不能再办理。").format(org, org.dissolved_on)
        )
    if on <= org.established_on:
        raise Refused(
            "before_start", _("办理日期须晚于「{}」的成立日期 {}。").format(org, org.established_on)
        )
