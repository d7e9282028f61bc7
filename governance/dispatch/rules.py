"""Which kind a notice is of, and by which ways it may go to somebody."""

from collections.abc import Iterable, Sequence

from governance.dispatch.models import NoticeChoice, NoticeKind


def kind_of(notice_kind: str, kinds: Iterable[NoticeKind]) -> NoticeKind | None:
    """The kind with the longest beginning that fits; an empty beginning takes in whatever no other does."""
    fitting = [
        (len(prefix), kind) for kind in kinds for prefix in kind.prefixes if notice_kind.startswith(prefix)
    ]
    return max(fitting, key=lambda found: found[0], default=(0, None))[1]


def ways(kind: NoticeKind, choice: NoticeChoice | None, offered: Sequence[str]) -> list[str]:
    """The ways that are on and wanted. What must be delivered goes by all of them rather than by none."""
    open_ways = [channel for channel in offered if channel in kind.channels]
    kept = [channel for channel in open_ways if choice is None or channel not in choice.muted]
    return open_ways if kind.is_compulsory and not kept else kept
