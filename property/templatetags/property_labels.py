"""Words for coded values that lists annotate."""

from django import template

from property.enums import CommitteeKind, PartyLinkKind, ServiceMode

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
