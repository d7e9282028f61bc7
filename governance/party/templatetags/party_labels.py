"""The state of a resource, need, project or wish as a badge."""

from django import template

from governance.party.presenting.cobuild import TONES

register = template.Library()


@register.inclusion_tag("components/state_badge.html")
def party_state(row) -> dict:
    states = row._meta.get_field("state").choices
    tones = next(tones for enum, tones in TONES.items() if enum.choices == states)
    return {"label": row.get_state_display(), "tone": tones[row.state]}
