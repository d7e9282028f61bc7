"""What a party is found by, and which names of organisations are one."""

import re

from disputes.models import Party
from governance.areas.spelling import initials_of
from governance.kernel.bigrams import ORG, initial_pieces, name_piece, number_piece, pieces, plain_text

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆"
)
_SEAT = re.compile(
    rf"^(?:(?:{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?)?(?:[一-鿿]{{2,3}}市)?(?:[一-鿿]{{2}}[区县])?(?=[一-鿿]{{2}})"
)
# What says how a body is set up, not which it is.
_FORM = re.compile(r"(?:集团)?(?:股份|责任)?(?:有限)?(?:责任)?公司$|个体工商户$|\(个人独资\)$|\(有限合伙\)$")
_CORE = 4  # characters that tell a firm apart: 恒泰物业
_MARKS = re.compile(r"[\s()·.,、-]")


def org_key(name: str) -> str:
    """`宁夏恒泰物业服务有限公司`, `恒泰物业服务公司` → `恒泰物业服务`: one spelling of an organisation's name."""
    whole = plain_text(name).strip()
    bare = _MARKS.sub("", _FORM.sub("", whole))
    return _SEAT.sub("", bare) or bare


def org_pieces(name: str) -> list[str]:
    """What firms that may be one have in common: the name in its one spelling, how it begins, and how it begins after
    two characters, for `银川恒泰物业` is `恒泰物业` too."""
    key = org_key(name)
    begins = [key[:_CORE], *([key[2 : 2 + _CORE]] if len(key) >= 2 + _CORE else [])]
    return [ORG + part for part in dict.fromkeys([key, *begins])]


def words_of(party: Party) -> list[str]:
    """The pieces a case is found by for a party: an organisation by any part of its name, a person by the whole."""
    numbers = [number_piece(index) for index in (party.phone_index, party.id_no_index) if index]
    if not party.is_org:
        return [name_piece(party.name), *numbers]
    spelt = initial_pieces(initials_of(party.name))
    return [*org_pieces(party.name), *pieces(party.name), *spelt, *numbers]
