"""Days and amounts as a Chinese paper writes them."""

from datetime import date

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("亿", "万", "元")
_HIGHEST = 10**14  # cents: below a thousand thousand million yuan there are three groups of four digits


def chinese_date(day: date | None) -> str:
    """2026年11月25日, without leading zeros; nothing for no day."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def yuan(cents: int | None) -> str:
    """1,234.50 for 123450 cents; nothing for no amount."""
    return "" if cents is None else f"{cents // 100:,}.{cents % 100:02d}"


def in_capitals(cents: int | None) -> str:
    """An amount in the numerals that cannot be altered: 壹万零伍拾元零柒分; nothing for no amount."""
    if cents is None:
        return ""
    assert 0 <= cents < _HIGHEST, "amounts are kept below that"
    whole, rest = divmod(cents, 100)
    jiao, fen = divmod(rest, 10)
    text = _whole(whole)
    if not rest:
        return (text or "零元") + "整"
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    elif text:
        text += "零"
    return text + (f"{_DIGITS[fen]}分" if fen else "整")


def _whole(amount: int) -> str:
    text = ""
    for name, group in zip(_GROUPS, (amount // 10**8, amount // 10**4 % 10**4, amount % 10**4), strict=True):
        if group:
            text += ("零" if text and group < 1000 else "") + _four(group) + name
    return text if not text or text.endswith("元") else text + "元"


def _four(number: int) -> str:
    """A group of four digits; zeros inside are said once, those at its end are not."""
    text = "".join(
        "零" if digit == "0" else _DIGITS[int(digit)] + place
        for digit, place in zip(f"{number:04d}", _PLACES, strict=True)
    )
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零")
