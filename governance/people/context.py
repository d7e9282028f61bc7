"""What every page's frame shows: the rooms the person may enter, the area at hand."""

from functools import cache, lru_cache
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from governance.kernel.links import plain_url

RAIL_FITS = 9  # entries that stand under their headings on a small desk screen without scrolling


class RailEntry(NamedTuple):
    label: str
    url: str
    icon: str
    active: bool


class RailGroup(NamedTuple):
    label: str
    entries: tuple[RailEntry, ...]
    open: bool


def frame(request) -> dict:
    """The frame's navigation and area. Reads nothing beyond the posts the request has read already."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"frame": {"nav": [], "demo": settings.DEMO_MODE}}
    return {
        "frame": {
            "nav": _rail(request),
            "tabs": _tabs(request),
            "area": user.seats[0].area_name if user.seats else "",
            "post": user.post_label,
            "demo": settings.DEMO_MODE,
            **_inbox(user),
        }
    }


def _inbox(user) -> dict:
    """The count is read only by a frame that shows it."""
    count, page, right = settings.INBOX
    if not user.may(right):
        return {}
    return {"inbox_url": plain_url(page), "inbox_count": SimpleLazyObject(lambda: import_string(count)(user))}


def _rail(request) -> tuple[RailGroup, ...]:
    """The groups the person may enter. One entry is active: the one that covers the page most closely."""
    held = frozenset(right for right in _rights() if request.user.may(right))
    covering = [(beginning, url) for beginning, url in _beginnings() if request.path.startswith(beginning)]
    _beginning, nearest = max(covering, key=lambda found: len(found[0]), default=("", ""))
    return _groups(held, nearest, get_language())


@cache
def _rights() -> frozenset[str]:
    return frozenset(item["right"] for group in settings.NAVIGATION for item in group["entries"])


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    """How the addresses begin that an entry covers, each with the entry's own: beside it what it names in `covers`."""
    items = [(item, reverse(item["url"])) for group in settings.NAVIGATION for item in group["entries"]]
    return tuple((beginning, url) for item, url in items for beginning in (url, *item.get("covers", ())))


@lru_cache(maxsize=1024)
def _groups(held: frozenset[str], active: str, language: str) -> tuple[RailGroup, ...]:
    """The group of the active entry is open, the first when none is; all are while they fit on the screen."""
    found = [(str(group["label"]), _held(group["entries"], held, active)) for group in settings.NAVIGATION]
    found = [(label, entries) for label, entries in found if entries]
    fits = sum(len(entries) for _label, entries in found) <= RAIL_FITS
    is_open = [fits or any(entry.active for entry in entries) for _label, entries in found]
    if is_open and not any(is_open):
        is_open[0] = True
    return tuple(RailGroup(*group, opened) for group, opened in zip(found, is_open, strict=True))


def _held(items: list[dict], held: frozenset[str], active: str) -> tuple[RailEntry, ...]:
    rows = [(item, reverse(item["url"])) for item in items if item["right"] in held]
    return tuple(RailEntry(str(item["label"]), url, item["icon"], url == active) for item, url in rows)


def _tabs(request) -> list[RailEntry]:
    rows = [(item, reverse(item["url"])) for item in settings.PHONE_TABS if request.user.may(item["right"])]
    return [
        RailEntry(str(item["label"]), url, item["icon"], request.path.startswith(url)) for item, url in rows
    ]
