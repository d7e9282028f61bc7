"""Addresses and QR codes that residents scan."""

import io

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe


def address_of(request, name: str, *args, query: dict | None = None) -> str:
    """The whole address residents reach the portal by, which need not be the one the office uses."""
    path = reverse(name, args=args, query=query)
    return settings.PUBLIC_URL.rstrip("/") + path if settings.PUBLIC_URL else request.build_absolute_uri(path)


def qr_svg(address: str) -> SafeString:
    """The QR code of an address as an `<svg>` to put into a page: no size of its own, black on white."""
    drawn = _code(address).svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None, light="#fff")
    return mark_safe(drawn)  # noqa: S308 — drawn from an address of ours, no text of anybody's in it


def qr_file(address: str) -> bytes:
    """The same as a file to print from."""
    out = io.BytesIO()
    _code(address).save(out, kind="svg", scale=10, border=4, light="#fff")
    return out.getvalue()


def _code(address: str) -> segno.QRCode:
    """Level Q: a quarter of it may be scratched off a wall."""
    return segno.make(address, error="q", micro=False)
