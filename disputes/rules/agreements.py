"""The text of an agreement with places to fill in: checked when it is written, filled for one household."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from governance.kernel.wording import listed

# The names are part of the text that officials write, whatever language the screen is in.
PLACES = ("户", "姓名", "地址", "金额", "已付", "期限", "对方", "系列案")
BLANK = "________"  # to be filled in by hand
_PLACE = re.compile(r"\{([^{}]*)\}")


def faults_of(text: str) -> str:
    """What is wrong with the places of a text, as a sentence; empty when nothing is."""
    unknown = [f"{{{name}}}" for name in _PLACE.findall(text) if name.strip() not in PLACES]
    if unknown:
        return _("协议模板里有不认识的填写项：{unknown}。可用的有：{known}。").format(
            unknown=listed(dict.fromkeys(unknown)), known=listed(f"{{{name}}}" for name in PLACES)
        )
    if re.search("[{}]", _PLACE.sub("", text)):
        return _("协议模板里的大括号没有成对，请核对。")
    return ""


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every place filled; what is not known is left open for the pen."""
    return _PLACE.sub(lambda place: values.get(place[1].strip()) or BLANK, text)


def lacking(text: str, values: Mapping[str, str]) -> list[str]:
    """The places of the text for which nothing is known."""
    return [name for name in places_of(text) if not values.get(name)]


def places_of(text: str) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in _PLACE.findall(text)))
