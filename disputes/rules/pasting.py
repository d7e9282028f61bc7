"""Parties written one to a line, as they are pasted from a list: 姓名 电话 诉求金额（元）."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

MOST_LINES = 200
NAME_LENGTH = 80
_GAP = re.compile(r"[\s,;、|]+")
_PHONE = re.compile(r"^(\+?86-?)?1\d{10}$|^0\d{2,3}-?\d{7,8}$|^\d{7,8}$")
_AMOUNT = re.compile(r"^(\d{1,10}(?:\.\d{1,2})?)元?$")
_NONE = frozenset({"-", "—", "无", "/"})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(\D|$))")


@dataclass
class Pasted:
    """What the lines say: `parties` as a verb takes them, and a sentence for each line that says it badly."""

    parties: list[dict] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def read_lines(text: str, *, role: str) -> Pasted:
    """Read every line, or say what is wrong with each; a line that names the same person again is wrong too."""
    found, seen = Pasted(), {}
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if len(lines) > MOST_LINES:
        found.errors.append(_("一次最多 {most} 行，请分批录入。").format(most=MOST_LINES))
        return found
    for number, line in lines:
        party, lack = _read(line)
        first = seen.setdefault((party.get("name"), party.get("phone")), number)
        if not lack and first != number:
            lack = _("和第 {first} 行重复").format(first=first)
        if lack:
            found.errors.append(_("第 {number} 行：{lack}。").format(number=number, lack=lack))
        else:
            found.parties.append(party | {"role": role})
    return found


def _read(line: str) -> tuple[dict, str]:
    """One line as a party, and what is wrong with it."""
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", line))
    name, *rest = _GAP.split(plain)
    if _AMOUNT.match(name) or _PHONE.match(name):
        return {}, _("缺少姓名，请按“姓名 电话 金额”填写")
    if len(name) > NAME_LENGTH:
        return {}, _("姓名超过 {length} 个字").format(length=NAME_LENGTH)
    party = {"name": name, "phone": "", "claim_cents": None}
    given = [word for word in rest if word not in _NONE]
    if given and _PHONE.match(given[0]):
        party["phone"] = given.pop(0)
    if given and (amount := _AMOUNT.match(given[0])):
        party["claim_cents"] = int(Decimal(amount[1]) * 100)
        given.pop(0)
    return party, _("看不懂“{word}”，请按“姓名 电话 金额”填写").format(word=given[0][:20]) if given else ""
