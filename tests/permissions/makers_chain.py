"""Organisations with what hangs on them, put into an area; each returns the arguments of its address."""

from governance.areas.models import Area
from governance.party.enums import OrgKind
from tests.factories import party


def served_area(area: Area) -> dict:
    org = party.make_org(area)
    return {"pk": org.pk, "link": party.serve(org, area).pk}


def member(area: Area) -> dict:
    org = party.make_org(area, kind=OrgKind.JOINT_BRANCH)
    return {"pk": org.pk, "link": party.seat(org, "某银行支行").pk}
