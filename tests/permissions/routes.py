"""Every route of the URLconf and the router, by its name, with its address as a template."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_FORMAT_SUFFIX = r"\.(?P<format>[a-z0-9]+)/?$"


def routes() -> dict[str, str]:
    """Named patterns of the whole project; the staff look-ups of `admin/` are one group of their own."""
    return {
        name: address
        for name, address in _walk(get_resolver().url_patterns, "", "/")
        if not name.startswith("admin:")
    }


def _walk(patterns: list[URLPattern | URLResolver], space: str, prefix: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        address = prefix + _readable(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, address)
        elif not str(pattern.pattern).endswith(_FORMAT_SUFFIX):
            yield f"{space}{pattern.name}", address


def _readable(pattern: str) -> str:
    """`<int:pk>/` and `^(?P<pk>[0-9]+)/$` both as `<pk>/`."""
    named = re.sub(r"\(\?P(<\w+>)(?:[^()\[\]]|\[[^\]]*\])*\)", r"\1", pattern)
    return re.sub(r"<\w+:(\w+)>", r"<\1>", named).strip("^$")
