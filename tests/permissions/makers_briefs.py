"""Briefs and their templates put into an area."""

from governance.areas.models import Area
from governance.dispatch.models import Brief, BriefTemplate
from tests.factories.dispatch_briefs import make_brief, make_brief_template
from tests.factories.dispatch_meetings import make_issued
from tests.factories.people import make_user


def minuted(area: Area) -> dict:
    return {"pk": make_issued(area).pk, "kind": "items"}


def brief(area: Area) -> Brief:
    return make_brief(area, cycle=make_issued(area))


def template(area: Area) -> BriefTemplate:
    return make_brief_template(area, make_user())


def kind(area: Area | None) -> dict:
    return {"kind": "items"}
