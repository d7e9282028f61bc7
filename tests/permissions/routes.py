"""Every route of the URLconf and the router, by its name."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def routes() -> dict[str, URLPattern]:
    """Named patterns of the whole project; the staff look-ups of `admin/` are one group of their own."""
    return {
        name: pattern
        for name, pattern in _walk(get_resolver().url_patterns, "")
        if not name.startswith("admin:")
    }


def _walk(patterns: list, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _walk(pattern.url_patterns, inner)
        elif not str(pattern.pattern).endswith(r"\.(?P<format>[a-z0-9]+)/?$"):
            yield f"{prefix}{pattern.name}", pattern
