"""Homes as their pages show them: chosen for a step, one by one, and in letters."""

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from deeds.enums import Right
from deeds.models import EntitledPerson, Home
from deeds.states import HELD_HOMES, HOMES_WITH_DEED, PRESSED_STEPS, HomeState
from governance.audit.enums import Right as AuditRight
from governance.kernel.lifecycle import open_steps

_TONES = {
    **dict.fromkeys(HELD_HOMES, "late"),
    **dict.fromkeys(HOMES_WITH_DEED, "ok"),
    HomeState.UNLISTED: "paused",
    HomeState.LISTED: "near",
}


def tone_of(state: str) -> str:
    return _TONES.get(state, "primary")


def present_people() -> Prefetch:
    """Those who are entitled now, with each home."""
    return Prefetch("entitled", EntitledPerson.objects.filter(left_on__isnull=True), to_attr="people")


def steps_offered(states: set[str]) -> list[tuple[str, str]]:
    """The steps that begin in one of the states shown: what the bar of the page offers."""
    return [(step.name, step.label) for step in PRESSED_STEPS.values() if step.sources & states]


def home_page(home: Home, user) -> dict:
    """One home: how far it is, who is entitled to it, what was let pass, what was done."""
    people = list(home.entitled.filter(left_on__isnull=True))
    return {
        "home": home,
        "tone": tone_of(home.state),
        "open_steps": [step for step in open_steps(home, user) if step.name in PRESSED_STEPS],
        "people": [(person, person_values(home, person, user)) for person in people],
        "undertakings": home.undertakings.select_related("person"),
        "changes": home.changes.select_related("step__by"),
        "may_issue": user.may(Right.ISSUE, home.area_code),
        "may_manage": user.may(Right.MANAGE, home.area_code),
    }


def person_values(home: Home, person: EntitledPerson, user) -> list[dict]:
    """What is known of somebody, masked, each with the address that shows it for a reason."""
    may_reveal = user.may(AuditRight.REVEAL, home.area_code)
    return [
        {
            "label": person._meta.get_field(f"{name}_masked").verbose_name,
            "masked": getattr(person, f"{name}_masked"),
            "url": reverse("deeds:entitled_reveal", args=[home.pk, person.pk, name]) if may_reveal else "",
        }
        for name in EntitledPerson.SEALED
        if getattr(person, f"{name}_masked")
    ]


def letters(homes: QuerySet) -> list[dict]:
    """A letter for each home: names masked, for it may be posted on a door."""
    return [
        {"home": home, "names": [person.name_masked for person in home.people]}
        for home in homes.prefetch_related(present_people())
    ]
