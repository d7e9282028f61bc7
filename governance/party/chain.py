"""The chain read as it stood on a day: who was above an organisation, and the whole of it as a tree."""

from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from governance.party.models import PartyOrg, PartyOrgQuerySet

_DEEPEST = 20  # stops the walk on a damaged tree; real ones have four to six tiers

_ABOVE = """
    WITH RECURSIVE above (id, depth) AS (
        SELECT parent_id, 1 FROM party_partyorgparent WHERE org_id = %(org)s AND valid @> %(day)s::date
        UNION ALL
        SELECT link.parent_id, above.depth + 1
        FROM above JOIN party_partyorgparent link ON link.org_id = above.id AND link.valid @> %(day)s::date
        WHERE above.depth < %(deepest)s
    )
    SELECT id FROM above ORDER BY depth DESC
"""

_BELOW = """
    WITH RECURSIVE below (id, depth) AS (
        SELECT %(org)s::bigint, 0
        UNION ALL
        SELECT link.org_id, below.depth + 1
        FROM below JOIN party_partyorgparent link ON link.parent_id = below.id AND link.valid @> %(day)s::date
        WHERE below.depth < %(deepest)s
    )
    SELECT id FROM below
"""

# Anybody who will stand above `parent` on some day from `from_on` on, over the days on which that holds.
_EVER_ABOVE = """
    WITH RECURSIVE above (id, valid, depth) AS (
        SELECT %(parent)s::bigint, daterange(%(from_on)s, NULL), 0
        UNION ALL
        SELECT link.parent_id, above.valid * link.valid, above.depth + 1
        FROM above JOIN party_partyorgparent link ON link.org_id = above.id AND link.valid && above.valid
        WHERE above.depth < %(deepest)s
    )
    SELECT EXISTS (SELECT 1 FROM above WHERE id = %(org)s)
"""


@dataclass
class ChainNode:
    """An organisation of a day (`name_then`, `parent_then`) with its direct subordinates."""

    org: PartyOrg
    children: list["ChainNode"] = field(default_factory=list)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def numbered(self, number: str = "", depth: int = 0):
        """The tree in reading order: `(number, depth, node)`, numbered 1, 1.1, 1.1.1 below this one."""
        yield number, depth, self
        for place, child in enumerate(self.children, start=1):
            yield from child.numbered(f"{number}.{place}" if number else str(place), depth + 1)


def chain_on(orgs: PartyOrgQuerySet, day: date) -> list[ChainNode]:
    """The organisations among `orgs` of a day as trees, by one query. A root has no superior among them."""
    rows = orgs.in_force(day).described_on(day).select_related("area", "tier").order_by("area_code", "pk")
    nodes = {org.pk: ChainNode(org) for org in rows}
    roots = []
    for node in nodes.values():
        above = nodes.get(node.org.parent_then)
        (above.children if above else roots).append(node)
    return roots


def chain_below(org: PartyOrg, orgs: PartyOrgQuerySet, day: date) -> ChainNode | None:
    """An organisation with everybody of `orgs` below it on a day, by two queries; None when it was not there."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, {"org": org.pk, "day": day, "deepest": _DEEPEST})
        ids = [row[0] for row in cursor.fetchall()]
    roots = chain_on(orgs.filter(pk__in=ids), day)
    return next((root for root in roots if root.org == org), None)


def ancestors_on(org: PartyOrg, day: date) -> list[PartyOrg]:
    """Those above an organisation on a day, the highest first, named as they were."""
    with connection.cursor() as cursor:
        cursor.execute(_ABOVE, {"org": org.pk, "day": day, "deepest": _DEEPEST})
        ids = [row[0] for row in cursor.fetchall()]
    found = PartyOrg.objects.described_on(day).select_related("tier").in_bulk(ids)
    return [found[pk] for pk in ids]


def is_ever_above(org: PartyOrg, parent: PartyOrg, *, from_on: date) -> bool:
    """Whether `org` is `parent` or will stand above it on any day from `from_on` on."""
    with connection.cursor() as cursor:
        cursor.execute(
            _EVER_ABOVE, {"org": org.pk, "parent": parent.pk, "from_on": from_on, "deepest": _DEEPEST}
        )
        return cursor.fetchone()[0]
