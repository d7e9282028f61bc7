"""Partners, leagues and teams put into an area; each returns the arguments of its address."""

from governance.areas.models import Area
from tests.factories import partners, party


def agreement(area: Area) -> dict:
    found = partners.make_agreement(party.make_partner(area))
    return {"pk": found.partner_id, "link": found.pk, "name": "phone"}


def kind_of_group(area: Area) -> dict:
    return {"kind": "leagues"}


def league(area: Area) -> dict:
    return {"kind": "leagues", "pk": party.make_league(area).pk}


def league_seat(area: Area) -> dict:
    found = partners.make_league_seat(area)
    return {"pk": found.league_id, "link": found.pk}


def steward(area: Area) -> dict:
    found = partners.make_steward(area)
    return {"pk": found.team_id, "link": found.pk}


def activity(area: Area):
    return partners.make_activity(party.make_league(area))
