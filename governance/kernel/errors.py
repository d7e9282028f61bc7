"""The one domain error, and how a page or an API client sees it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """A rule stands in the way of a verb.

    `code` is a stable slug for programs; `message` is one sentence for a person: what stands in the
    way, then what to do. Pages answer 409 with the sentence, the API 409 with `{"code", "detail"}`.
    """

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message


def refuse_if_missing(missing: list[str]) -> None:
    """Raise `Refused` naming everything still lacking, so a person can mend it in one go."""
    if missing:
        raise Refused(
            "incomplete", _("还不能办理，请先补齐：{}。").format(_("；").join(str(item) for item in missing))
        )


def refuse_if_invalid(row, **options) -> None:
    """Raise `Refused` with the first fault of a row that no form has looked at."""
    try:
        row.full_clean(**options)
    except ValidationError as wrong:
        raise Refused("invalid", wrong.messages[0]) from wrong
