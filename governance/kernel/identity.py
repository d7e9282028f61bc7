"""Check digits of Chinese identity numbers and credit codes.

A resident ID number (GB 11643-1999) is checked here rather than by a library: libraries compare
its first six digits with today's list of areas and so refuse lawful numbers of people registered
before or after an area was renumbered.
"""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidLength
from stdnum.exceptions import ValidationError as WrongNumber

_PHONE = re.compile(r"1[0-9]{10}|0[0-9]{9,11}|0[0-9]{2,3}-[0-9]{7,8}|[0-9]{7,8}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def id_check_digit(first_17: str) -> str:
    """The 18th character for the first 17 digits of a resident ID number."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(first_17, _WEIGHTS, strict=True)) % 11]


def is_id_no(number: str) -> bool:
    """Whether an 18-character resident ID number is well formed: digits, a real birth date, its check digit."""
    if len(number) != 18 or not (number[:17].isascii() and number[:17].isdigit()):
        return False
    return birth_date(number) is not None and id_check_digit(number[:17]) == number[17].upper()


def private_number(text: str) -> tuple[str, str]:
    """What somebody looks for, when it is a telephone or ID number: its kind and itself without blanks; else two ""."""
    number = "".join(text.split()).upper()
    if is_id_no(number):
        return "id_no", number
    return ("phone", number) if _PHONE.fullmatch(number) else ("", "")


def refuse_private_number(text: str) -> None:
    """For what is asked in an address: it lands in logs and histories."""
    if private_number(text)[0]:
        raise ValidationError(
            _("电话和证件号码不能写在网址里。请在页面顶部的查找框输入，系统会换成不可读的标记再查。"),
            code="private_number",
        )


def birth_date(number: str) -> date | None:
    """The birth date inside a resident ID number, or None when there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def validate_uscc(code: str) -> None:
    """A unified social credit code (GB 32100-2015): 18 characters, known letters, its check digit."""
    try:
        proper = uscc.validate(code) == code
    except InvalidLength as wrong:
        raise ValidationError(_("统一社会信用代码应为 18 位，请核对。"), code="uscc_length") from wrong
    except InvalidChecksum as wrong:
        raise ValidationError(
            _("统一社会信用代码的校验位不对，请对照营业执照核对。"), code="uscc_check_digit"
        ) from wrong
    except WrongNumber as wrong:
        raise ValidationError(_("统一社会信用代码里有不该有的字符，请核对。"), code="uscc_format") from wrong
    if not proper:
        raise ValidationError(_("统一社会信用代码只能是大写字母和数字，中间不留空格。"), code="uscc_format")
