from datetime import date

from django.db.models import F, Value

from governance.party.enums import Right
from governance.party.models import Activity, League, Partner, PartyOrg, StewardTeam
from governance.statistics.questions import find_indicator
from governance.statistics.reading import read_value, span_of

SHOWN, ACTIVITIES_SHOWN = 60, 5
AROUND = {"partners": Partner, "leagues": League, "stewards": StewardTeam}


def together(org: PartyOrg, user, day: date) -> dict:
    """Who builds the community with an organisation on its area on a day, and what they did last."""
    if not org.has_surroundings:
        return {}
    found = _around(org, user, day)
    activities = Activity.objects.for_user(user).within(org.area_code).filter(on__lte=day)
    return found | {
        "steward_members": sum(team["people"] for team in found["stewards"]),
        "activities": activities[:ACTIVITIES_SHOWN],
        "workers": _workers(org, day) if user.may("grids.view", org.area_code) else None,
        "may_build": user.may(Right.BUILD, org.area_code) and org.is_live,
    }


def _around(org: PartyOrg, user, day: date) -> dict[str, list[dict]]:
    """Partners, leagues and steward teams in one statement, each with `pk`, `name` and how many `people`."""
    parts = []
    for kind, model in AROUND.items():
        rows = model.objects.for_user(user).within(org.area_code).in_force(day).order_by("pk")
        people = F("member_count") if model is StewardTeam else Value(0)
        parts.append(rows.values("pk", "name", people=people, kind_of=Value(kind))[:SHOWN])
    found = {kind: [] for kind in AROUND}
    for row in parts[0].union(*parts[1:], all=True).order_by("pk"):
        found[row["kind_of"]].append(row)
    return found


def _workers(org: PartyOrg, day: date) -> int:
    """Grid workers in post here: the published figure, so that the list behind it opens with as many."""
    return read_value(find_indicator("workers.count"), area=org.area, span=span_of(as_of=day)).numerator
