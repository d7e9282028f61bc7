"""Amounts, kept in cents, in words."""


def yuan(cents: int | None) -> str:
    """1234560 → 12,345.60; whole amounts without the cents; nothing for none."""
    if cents is None:
        return ""
    whole, rest = divmod(cents, 100)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"
