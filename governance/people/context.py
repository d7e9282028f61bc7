"""What every page's frame shows: the rooms the person may enter, the area at hand."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

RAIL_FITS = 9  # entries that stand under their headings on a small desk screen without scrolling


def frame(request) -> dict:
    """The frame's navigation and area. Reads nothing beyond the posts the request has read already."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"frame": {"nav": [], "demo": settings.DEMO_MODE}}
    return {
        "frame": {
            "nav": _groups(request),
            "tabs": _entries(settings.PHONE_TABS, request),
            "area": user.live_holdings[0].area if user.live_holdings else None,
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
    return {"inbox_url": reverse(page), "inbox_count": SimpleLazyObject(lambda: import_string(count)(user))}


def _groups(request) -> list[dict]:
    """The rail. One entry is active, the one whose address the page's begins with furthest; its group is open."""
    groups = [
        {"label": group["label"], "entries": _entries(group["entries"], request)}
        for group in settings.NAVIGATION
    ]
    groups = [group for group in groups if group["entries"]]
    entries = [entry for group in groups for entry in group["entries"]]
    _activate(entries)
    for group in groups:
        group["open"] = len(entries) <= RAIL_FITS or any(entry["active"] for entry in group["entries"])
    if groups and not any(group["open"] for group in groups):
        groups[0]["open"] = True
    return groups


def _entries(items: list[dict], request) -> list[dict]:
    return [_entry(item, request.path) for item in items if request.user.may(item["right"])]


def _entry(item: dict, path: str) -> dict:
    url = reverse(item["url"])
    return {"label": item["label"], "icon": item["icon"], "url": url, "active": path.startswith(url)}


def _activate(entries: list[dict]) -> None:
    nearest = max((len(entry["url"]) for entry in entries if entry["active"]), default=0)
    for entry in entries:
        entry["active"] = entry["active"] and len(entry["url"]) == nearest
