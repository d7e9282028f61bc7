"""Words for coded values that lists annotate."""

from django import template

from governance.kernel.days import today
from grids.states.events import EventState
from property.enums import CommitteeKind, PartyLinkKind, ServiceMode
from property.models.fees import quarter_label
from property.presenting.programmes import clock_of, look_of
from property.presenting.projects import state_look
from property.presenting.regulations import TONES
from property.states.regulations import RegulationState

register = template.Library()


@register.filter
def mode_label(value: str) -> str:
    return ServiceMode(value).label


@register.filter
def committee_label(value: str) -> str:
    return CommitteeKind(value).label


@register.filter
def party_label(value: str) -> str:
    return PartyLinkKind(value).label


@register.simple_tag
def item_look(item) -> dict:
    """How the state of a task looks, and how its day stands while that matters."""
    return look_of(item.state) | {"clock": clock_of(item)}


@register.filter
def regulation_tone(state: str) -> str:
    return TONES[RegulationState(state)]


@register.filter
def event_label(state: str) -> str:
    return EventState(state).label


@register.simple_tag
def contract_look(contract) -> dict:
    """How a contract stands today."""
    return state_look(contract.valid, today())


@register.filter
def signed(value: float) -> str:
    """A difference to two decimals with its sign: 12.76 → +12.76."""
    return f"{value:+.2f}"


@register.filter
def quarter(quarter_on) -> str:
    return quarter_label(quarter_on)


@register.filter
def percent_of(part: int, whole: int) -> float:
    return part * 100 / whole
