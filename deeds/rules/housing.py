"""What can be said of housing delivery without asking the database."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from governance.kernel.errors import Refused

# A mobile number or an ID number somewhere in a text, not inside a longer number.
_OF_A_PERSON = re.compile(r"(?<![0-9])(1[3-9][0-9]{9}|[0-9]{17}[0-9Xx])(?![0-9])")


def refuse_personal_numbers(text: str) -> None:
    """For what everybody will read."""
    if _OF_A_PERSON.search(text):
        raise Refused("personal_number", _("公开的内容里有手机号或证件号，请去掉后再提交。"))


def percent_at(stage: int, before: int, floors_done: int | None, floors: int) -> int:
    """How far a building is in the stage that ends at `stage` percent and began at `before`.

    Without floors the stage is complete; with them as many as are built.
    """
    if floors_done is None or floors_done >= floors:
        return stage
    return before + (stage - before) * floors_done // floors


def weighted(parts: Iterable[tuple[int, int]]) -> int:
    """The mean of percents, each by the homes of its building, rounded down: 100 only when all are done."""
    parts = list(parts)
    homes = sum(weight for _percent, weight in parts)
    return sum(percent * weight for percent, weight in parts) // homes if homes else 0
