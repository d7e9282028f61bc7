"""Messages about cases to offices and their seats: `settings.NOTICES` names who keeps and shows them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from governance.areas.models import Area
from governance.casework.models import Case
from governance.people.models import Post


@dataclass(frozen=True)
class Message:
    """One message to an office, or to one seat of it. The same `kind` and `key` reach it once, however often sent."""

    case: Case
    kind: str
    key: str
    body: str
    area: Area
    post: Post | None = None


def notify(messages: Iterable[Message]) -> None:
    """Send messages within the caller's transaction."""
    send: Callable[[list[Message]], None] = import_string(settings.NOTICES)
    send(list(messages))
