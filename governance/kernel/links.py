"""Addresses of pages that take nothing but a query: a page names dozens of them, and each is worked out once."""

from functools import lru_cache

from django.urls import get_urlconf, reverse


def plain_url(route: str) -> str:
    """The address of a route without arguments. Raises `NoReverseMatch` where none stands."""
    return _reversed(route, get_urlconf())


@lru_cache(maxsize=1024)
def _reversed(route: str, urlconf: str | None) -> str:
    return reverse(route, urlconf)
