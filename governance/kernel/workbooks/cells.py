"""Columns of a ledger as a file: how a cell is read into a value, and how a value is written.

Reading heals what people and spreadsheets do to cells as long as nothing is lost: stray and full-width characters,
numbers where text is meant, dates in six spellings. What is lost is refused with what to do about it.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from governance.kernel.identity import is_id_no
from governance.kernel.wording import listed

MASK = "*"
_LOSSLESS = 10**15  # a spreadsheet keeps fifteen digits of a number and makes the rest zeros
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000b-\u001f\u007f]")
_SPACES = re.compile(r"\s+")
_DAY_ZERO = date(1899, 12, 30)  # the serial days of a spreadsheet
_DATES = (
    re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: 00?:00(?::00)?)?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?")
_HOTLINE = re.compile(r"[0-9]{3,12}")


class BadCell(Exception):
    """What is wrong with a cell, as a sentence."""


def plain(cell) -> str:
    """A cell as text without what nobody sees: spaces at the ends and in a row, marks of direction, controls."""
    if type(cell) is str and (not cell or cell.isalnum()):
        return cell  # most cells: nothing to clean
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = _SPACES.sub(" ", _UNSEEN.sub("", str(cell))).strip()
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text


def narrow(text: str) -> str:
    """Full-width letters and digits as plain ones, without spaces inside."""
    return (
        text if text.isascii() and " " not in text else unicodedata.normalize("NFKC", text).replace(" ", "")
    )


@dataclass(frozen=True)
class CellColumn:
    """One column: `name` of the value, `title` in the header; others of its titles are read too."""

    name: str
    title: str | Promise
    required: bool = False
    hint: str | Promise = ""
    also: tuple[str, ...] = ()
    width: int = 14
    sealed: bool = False

    kind = "text"

    def read(self, cell):
        """The value of a cell, None for an empty one; raises `BadCell`."""
        text = plain(cell)
        if not text:
            if self.required:
                raise BadCell(_("必填"))
            return None
        return self.parse(text, cell)

    @property
    def choices(self) -> list[str]:
        """What a drop-down list of the column offers."""
        return []

    def parse(self, text: str, cell):
        return text

    def show(self, value) -> str | int:
        """What the file says for a value."""
        return "" if value is None else str(value)

    def explain(self) -> str:
        """How to fill in the column, for the page of instructions."""
        return str(self.hint)


@dataclass(frozen=True)
class TextColumn(CellColumn):
    longest: int = 200

    def parse(self, text: str, cell) -> str:
        if len(text) > self.longest:
            raise BadCell(_("最多 {} 个字，现在有 {} 个").format(self.longest, len(text)))
        return text


@dataclass(frozen=True)
class CodeColumn(TextColumn):
    """Digits and letters that are no number: codes, rooms. Kept as text, so that zeros in front stay."""

    longest: int = 18
    digits: bool = False

    def parse(self, text: str, cell) -> str:
        if isinstance(cell, (float, int)) and not isinstance(cell, bool):
            if abs(cell) >= _LOSSLESS:
                raise BadCell(_("数字太长，表格软件已把后几位变成 0，请把这一列设为文本后重新填写"))
            if float(cell) != int(cell):
                raise BadCell(_("不是整数，请把这一列设为文本后重新填写"))
        text = narrow(text)
        if self.digits and not (text.isascii() and text.isdigit()):
            raise BadCell(_("只能是数字"))
        return super().parse(text, cell)


@dataclass(frozen=True)
class NumberColumn(CellColumn):
    least: int = 0
    most: int = 10**9

    kind = "number"

    def parse(self, text: str, cell) -> int:
        text = narrow(text).replace(",", "")
        try:
            number = int(text) if not re.fullmatch(r"-?[0-9]+\.0+", text) else int(float(text))
        except ValueError as error:
            raise BadCell(_("应为整数")) from error
        if not self.least <= number <= self.most:
            raise BadCell(_("应在 {} 到 {} 之间").format(self.least, self.most))
        return number

    def show(self, value) -> str | int:
        return "" if value is None else int(value)


@dataclass(frozen=True)
class MoneyColumn(CellColumn):
    """An amount written in yuan, kept in cents."""

    most: int = 10**13

    kind = "money"

    def parse(self, text: str, cell) -> int:
        number = narrow(text).replace(",", "").removeprefix("¥").removesuffix("元")
        if isinstance(cell, float):
            number = str(round(cell, 6))
        found = re.fullmatch(r"([0-9]+)(?:\.([0-9]{1,2})0*)?", number)
        if not found:
            raise BadCell(_("应为金额，如 1200 或 1200.50，最多两位小数"))
        cents = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
        if cents > self.most:
            raise BadCell(_("金额太大，请核对"))
        return cents

    def show(self, value) -> str:
        return "" if value is None else f"{value // 100}.{value % 100:02d}"

    def explain(self) -> str:
        return str(self.hint) or _("以元为单位，如 1200.50")


@dataclass(frozen=True)
class DateColumn(CellColumn):
    kind = "date"

    def parse(self, text: str, cell) -> date:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        text = unicodedata.normalize("NFKC", text)
        found = next((match for form in _DATES if (match := form.fullmatch(text))), None)
        try:
            if found:
                return date(*map(int, found.groups()))
            if re.fullmatch(r"[0-9]{5}", text):
                return _DAY_ZERO + timedelta(days=int(text))
        except ValueError as error:
            raise BadCell(_("没有这一天，请核对")) from error
        raise BadCell(_("不是日期，请写成 2026-11-22 这样"))

    def show(self, value) -> str:
        return value.isoformat() if value else ""

    def explain(self) -> str:
        return str(self.hint) or _("写成 2026-11-22 这样")


@dataclass(frozen=True)
class ChoiceColumn(CellColumn):
    """One of a list, by its label or its code."""

    labels: dict = field(default_factory=dict)

    @property
    def choices(self) -> list[str]:
        return [str(label) for label in self.labels.values()]

    def parse(self, text: str, cell):
        wanted = narrow(text).casefold()
        for code, label in self.labels.items():
            if wanted in (narrow(str(label)).casefold(), str(code).casefold()):
                return code
        raise BadCell(_("只能填：{}").format(listed(self.choices)))

    def show(self, value) -> str:
        return str(self.labels.get(value, "" if value is None else value))

    def explain(self) -> str:
        return str(self.hint) or _("从列表中选择：{}").format(listed(self.choices))


@dataclass(frozen=True)
class PhoneColumn(CodeColumn):
    """A telephone number; one with stars is the masked text of what is there already."""

    longest: int = 20

    def parse(self, text: str, cell) -> str:
        number = super().parse(text, cell).replace("－", "-").replace("—", "-").removeprefix("+86")
        if MASK in number:
            return number
        shapes = (_MOBILE, _LANDLINE) if self.sealed else (_MOBILE, _LANDLINE, _HOTLINE)
        if not any(shape.fullmatch(number) for shape in shapes):
            raise BadCell(_("电话号码不对：手机应为 11 位数字，座机要带区号"))
        return number


@dataclass(frozen=True)
class IdNumberColumn(CodeColumn):
    """A resident ID number by its check digit; with stars, the masked text of what is there already."""

    def parse(self, text: str, cell) -> str:
        number = super().parse(text, cell).upper()
        if MASK not in number and not is_id_no(number):
            raise BadCell(_("身份证号码不对：应为 18 位，请核对每一位和校验位"))
        return number
