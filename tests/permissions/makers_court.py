"""Collaborations and delegations put into an area; the judge of a collaboration sits in that very area."""

from governance.areas.models import Area
from tests.factories.court import make_collaboration, make_delegation, make_judge_post, make_shared_court
from tests.factories.disputes import make_accepted, make_session


def collaboration(area: Area):
    return make_collaboration(make_accepted(area), make_judge_post(area))


def sitting(area: Area) -> dict:
    asked = collaboration(area)
    return {"pk": asked.pk, "session": make_session(asked.dispute).pk}


def collaboration_of_case(area: Area) -> dict:
    asked = collaboration(area)
    return {"number": asked.dispute.case.number, "pk": asked.pk}


def delegation(area: Area):
    return make_delegation(make_accepted(area, source="court"))


def delegated_number(area: Area) -> dict:
    return {"number": delegation(area).dispute.case.number}


def shared_court(area: Area):
    return make_shared_court(area)
