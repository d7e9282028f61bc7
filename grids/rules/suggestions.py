from governance.areas.enums import Level
from governance.areas.models import Area, AreaLevel
from grids.models import Suggestion

ANSWERS_FROM = Level.COMMUNITY  # what concerns a grid is read one level above it at least


def addressee(area: Area) -> Area:
    """Who answers for an area: itself from the community upwards, else the community it lies in."""
    place = area.keeper
    level = AreaLevel.objects.filter(key=ANSWERS_FROM).first()
    if level is None or len(place.code) <= level.code_width:
        return place
    return Area.objects.get(code=place.code[: level.code_width])


def office_above(area: Area) -> Area:
    """Where an officer's own 投诉建议 goes: the office above the one they work for, as far as there is one."""
    own = addressee(area)
    widths = AreaLevel.objects.filter(code_width__lt=len(own.code)).order_by("-code_width")
    width = widths.values_list("code_width", flat=True).first()
    return Area.objects.get(code=own.code[:width]) if width else own


def own_suggestions(user):
    """What a person raised under their own name, the newest first, with what was answered."""
    return Suggestion.objects.filter(author=user).prefetch_related("entries").order_by("-id")
