"""A centre as its pages show it: today's windows with the units planned at them, its rooms and units."""

from datetime import date

from disputes.enums.centres import Half, Presence
from disputes.forms.centres import ContactForm, RoomForm, RosterForm, UnitForm, WindowForm
from disputes.models import MediationCentre
from governance.kernel.days import today
from governance.kernel.scope import codes_above

PART_FORMS = {
    "contact": ContactForm,
    "windows": WindowForm,
    "units": UnitForm,
    "roster": RosterForm,
    "rooms": RoomForm,
}


def plan_of(centre: MediationCentre, day: date) -> list[dict]:
    """Each open window with the units of the morning and the afternoon: who is planned, else who always sits there."""
    planned = {}
    for window, half, unit in centre.windows.filter(roster__day=day).values_list(
        "pk", "roster__half", "roster__unit__name"
    ):
        planned[window, half] = unit
    always: dict[int, list[str]] = {}
    residents = centre.units.filter(until_on=None, presence=Presence.RESIDENT, window__isnull=False)
    for window, name in residents.values_list("window_id", "name"):
        always.setdefault(window, []).append(name)
    return [
        {
            "window": window,
            "halves": [
                {"half": half, "units": _named(planned.get((window.pk, half)), always.get(window.pk, []))}
                for half in Half
            ],
        }
        for window in centre.windows.filter(closed_on=None)
    ]


def _named(planned: str | None, always: list[str]) -> list[str]:
    return [planned] if planned else always


def centre_context(centre: MediationCentre, day: date | None = None) -> dict:
    day = day or today()
    units = centre.units.filter(until_on=None).select_related("window")
    return {
        "centre": centre,
        "day": day,
        "plan": plan_of(centre, day),
        "units": units,
        "rooms": centre.rooms.filter(closed_on=None),
    }


def centre_of(area_code: str) -> MediationCentre | None:
    """The nearest open centre at or above a place that has a telephone, else the nearest."""
    near = list(
        MediationCentre.objects.open().filter(area_code__in=codes_above(area_code)).order_by("-area_code")
    )
    return next((centre for centre in near if centre.phone), near[0] if near else None)


def part_forms(centre: MediationCentre, tried: dict | None = None) -> dict:
    """The empty form of each part; `tried` holds one just refused."""
    made = {name: form(centre=centre) for name, form in PART_FORMS.items() if name != "contact"}
    contact = {"phone": centre.phone, "hours": centre.hours, "address": centre.address}
    return made | {"contact": ContactForm(centre=centre, initial=contact)} | (tried or {})
