"""Two rows that may be one, side by side."""

from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.people.models import User
from grids.enums.duplicates import DuplicateKind
from grids.enums.rights import Right
from grids.models import Duplicate, Household, Resident


def communities(user: User) -> list[Area]:
    """The communities a person may have looked through: few for a community, a street's own for a street."""
    found = Area.objects.for_user(user).open().at_level("community").order_by("code")
    return [area for area in found if user.may(Right.MANAGE, area.code)]


def sides(hint: Duplicate) -> list[dict]:
    """`{"title", "url_pk", "facts": [(label, value)]}` of each, what differs and what does not."""
    describe = _resident if hint.kind == DuplicateKind.RESIDENT else _household
    return [describe(hint.first), describe(hint.second)]


def _resident(resident: Resident) -> dict:
    facts = [
        (_("门牌"), resident.household.label),
        (_("出生年份"), resident.birth_year),
        (_("居住性质"), resident.get_residence_display()),
        (_("电话"), resident.phone_masked),
        (_("证件号码"), resident.id_no_masked),
        (_("关爱标签"), resident.care_tags.count()),
    ]
    return {"title": resident.name_masked, "household": resident.household_id, "facts": facts}


def _household(household: Household) -> dict:
    facts = [
        (_("单元"), household.unit),
        (_("房号"), household.room),
        (_("居住情况"), household.get_occupancy_display()),
        (_("居民"), household.residents.count()),
        (_("走访"), household.visits.count()),
        (_("诉求"), household.needs.count()),
        (_("关爱标签"), household.care_tags.count()),
    ]
    return {"title": household.label, "household": household.pk, "facts": facts}
