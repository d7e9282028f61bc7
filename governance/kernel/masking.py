"""What of a personal value may be shown without a reason."""

import re


def mask_name(name: str) -> str:
    """张三 → 张*；欧阳修远 → 欧*远: the first character, and the last of three or more."""
    if len(name) <= 1:
        return name
    return name[0] + "*" if len(name) == 2 else name[0] + "*" * (len(name) - 2) + name[-1]


def mask_phone(phone: str) -> str:
    """13812341234 → 138****1234; anything shorter shows its last two digits."""
    digits = phone.strip()
    return (
        f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 8 else "*" * max(len(digits) - 2, 0) + digits[-2:]
    )


def mask_id_no(number: str) -> str:
    """An ID number keeps its first three and last four characters."""
    return f"{number[:3]}{'*' * max(len(number) - 7, 0)}{number[-4:]}" if number else ""


def mask_address(address: str, keep: int) -> str:
    """An address keeps its first `keep` characters (down to the compound)."""
    return address if len(address) <= keep else address[:keep] + "***"


def mask_certificate(number: str) -> str:
    """宁（2026）银川市不动产权第0012345号 → …第***2345号: of the serial only the last four digits."""
    head, mark, serial = number.strip().rpartition("第")
    return head + mark + re.sub(r"\d(?=\d{4})", "*", serial)


def mask_contact(address: str) -> str:
    """Where a message goes: wang@example.cn → w***@example.cn, a telephone as ever, another account by its ends."""
    name, at, host = address.strip().partition("@")
    if at:
        return f"{name[:1]}***@{host}"
    return mask_phone(name) if re.fullmatch(r"[0-9+\- ]+", name) else f"{name[:1]}***{name[-1:]}"
