"""Where areas lie today, read off their codes."""

from collections.abc import Iterable

from governance.areas.models import Area, AreaLevel


def path(area: Area) -> list[Area]:
    """From the root down to the area itself, as of today."""
    above = _codes_above(area.code, _widths())
    return [*Area.objects.open().filter(code__in=above).order_by("code"), area]


def path_names(areas: Iterable[Area]) -> dict[str, str]:
    """`银川市 / 金凤区 / …` above each area, by its code: one query for all of them."""
    widths = _widths()
    above = {area.code: _codes_above(area.code, widths) for area in areas}
    wanted = {code for codes in above.values() for code in codes}
    names = dict(Area.objects.open().filter(code__in=wanted).values_list("code", "name"))
    return {code: " / ".join(names[c] for c in codes if c in names) for code, codes in above.items()}


def _widths() -> list[int]:
    return list(AreaLevel.objects.order_by("depth").values_list("code_width", flat=True))


def _codes_above(code: str, widths: list[int]) -> list[str]:
    return [code[:width] for width in widths if width < len(code)]
