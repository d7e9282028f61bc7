"""What every page's frame shows: the rooms the person may enter, the area at hand."""

from django.conf import settings
from django.urls import reverse


def frame(request) -> dict:
    """The frame's navigation and area. Reads nothing beyond the posts the request has read already."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"frame": {"nav": [], "demo": settings.DEMO_MODE}}
    items = [item for item in settings.NAVIGATION if user.may(item["right"])]
    return {
        "frame": {
            "nav": [_entry(item, request.path) for item in items],
            "area": user.live_holdings[0].area if user.live_holdings else None,
            "post": user.post_label,
            "demo": settings.DEMO_MODE,
        }
    }


def _entry(item: dict, path: str) -> dict:
    url = reverse(item["url"])
    return {"label": item["label"], "icon": item["icon"], "url": url, "active": path.startswith(url)}
