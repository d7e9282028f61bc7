"""Series with households, put into an area."""

from disputes.actions.series_steps import step_households
from disputes.models import Series, SeriesMember
from governance.areas.models import Area
from tests.factories.disputes import make_dispute
from tests.factories.people import make_user
from tests.factories.series import make_series


def series(area: Area) -> Series:
    return make_series(make_dispute(area))


def step_of_series(area: Area) -> dict:
    found = series(area)
    done = step_households(
        found, found.members.all(), "inform", by=make_user("mediator", area), note="逐户告知"
    )
    return {"pk": found.pk, "step": done.pk}


def household(area: Area) -> SeriesMember:
    return series(area).members.first()


def pk_of_household(area: Area) -> dict:
    return {"pk": household(area).pk}


def household_of_series(area: Area) -> dict:
    member = household(area)
    return {"pk": member.series_id, "member": member.pk}
