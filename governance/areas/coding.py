"""How codes are given: a child's code is its parent's, extended to the width of its level.

Widths are rows of `AreaLevel`; the segments below are the national ones and bind only where the keys match.
"""

from django.utils.translation import gettext as _

from governance.areas.enums import AreaKind, Level
from governance.areas.models import Area, AreaCode, AreaLevel
from governance.kernel.errors import Refused
from governance.kernel.scope import code_range

# 统计用区划代码编制规则（国统字〔2009〕91号）: digits 7–9 and 10–12. New codes come from the first segment of a kind.
SEGMENTS = [
    (Level.TOWNSHIP, AreaKind.STREET, 1, 99),
    (Level.TOWNSHIP, AreaKind.TOWN, 100, 199),
    (Level.TOWNSHIP, AreaKind.RURAL_TOWNSHIP, 200, 399),
    (Level.TOWNSHIP, AreaKind.FARM, 400, 599),
    (Level.COMMUNITY, AreaKind.URBAN, 1, 199),
    (Level.COMMUNITY, AreaKind.RURAL, 200, 399),
    (Level.COMMUNITY, AreaKind.URBAN, 400, 499),  # 类似居委会
    (Level.COMMUNITY, AreaKind.RURAL, 500, 599),  # 类似村委会
]


def next_child_code(parent: Area, level: AreaLevel, kind: str = "") -> str:
    """The code after the last one ever given in the segment; a gap only when the segment has run to its end."""
    digits = level.code_width - len(parent.code)
    first, last = _segment(level.key, kind) or (1, 10**digits - 1)
    used = {int(code[len(parent.code) :]) for code in _codes_given(parent, level)}
    mine = [number for number in used if first <= number <= last]
    number = max(mine, default=first - 1) + 1
    if number > last:
        number = next((n for n in range(first, last + 1) if n not in used), None)
    if number is None:
        raise Refused("codes_used_up", _("%(area)s下的代码已用完，请先调整编码规则。") % {"area": parent})
    return f"{parent.code}{number:0{digits}d}"


def kind_by_code(code: str, level: str) -> str:
    number = int(code[-3:])
    return next((kind for key, kind, lo, hi in SEGMENTS if key == level and lo <= number <= hi), "")


def inherited_kind(parent_kind: str, code: str, level: str) -> str:
    """What an area is unless somebody says otherwise: by its code, else 城乡 as its parent."""
    return kind_by_code(code, level) or (
        parent_kind if parent_kind in (AreaKind.URBAN, AreaKind.RURAL) else ""
    )


def check_code(code: str, level: AreaLevel, parent: Area | None) -> None:
    if not code.isascii() or not code.isdigit() or len(code) != level.code_width:
        words = _("%(level)s的代码应为 %(width)d 位数字。") % {"level": level, "width": level.code_width}
        raise Refused("code_malformed", words)
    if parent and not code.startswith(parent.code):
        raise Refused("code_outside_parent", _("代码应以上级代码 %(code)s 开头。") % {"code": parent.code})
    if Area.objects.filter(code=code).exists() or AreaCode.objects.filter(code=code).exists():
        raise Refused("code_taken", _("代码 %(code)s 已经用过，请另选一个。") % {"code": code})


def _segment(level: str, kind: str) -> tuple[int, int] | None:
    return next((tuple(ends) for key, of, *ends in SEGMENTS if (key, of) == (level, kind)), None)


def _codes_given(parent: Area, level: AreaLevel):
    lo, hi = code_range(parent.code)
    width = level.code_width
    for model in (Area, AreaCode):
        codes = model.objects.filter(code__gte=lo, code__lt=hi)
        yield from (code for code in codes.values_list("code", flat=True) if len(code) == width)
