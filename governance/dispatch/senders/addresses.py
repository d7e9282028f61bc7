"""Which servers of strangers the portal may call: an address typed by a person must not open our own network.

The name is looked up once, every number it has is judged, and the call goes to a number that was judged: a name that
answers differently the next moment gains nothing. Networks of an intranet are allowed by setting.
"""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from governance.dispatch.senders.faults import Undeliverable, Unreachable


def place_of(url: str) -> tuple[str, int]:
    """Host and port of an address that may be called at all; `Undeliverable` says what is wrong with it."""
    parts = urlsplit(url)
    try:
        host, port = parts.hostname, parts.port or 443
    except ValueError:
        host, port = "", 0
    if parts.scheme != "https" or not host or parts.username or parts.password or parts.fragment:
        raise Undeliverable(_("接收地址要是 https:// 开头的完整地址，不带账号和 #。"))
    return host, port


def allowed_address(url: str) -> tuple[str, int]:
    """Where a call to the address goes, as number and port; refused when a number of it lies in a closed network."""
    host, port = place_of(url)
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as fault:
        raise Unreachable(_("查不到这个域名，请核对接收地址。"), type(fault).__name__) from fault
    if not all(_is_open(number) for number in found):
        raise Undeliverable(_("接收地址在本机或者没有开放的内网里，请换一个，或者请管理员开放这个网段。"))
    return min(found), port


def _is_open(number: str) -> bool:
    address = ip_address(number.partition("%")[0])
    address = getattr(address, "ipv4_mapped", None) or address
    is_intranet = any(address in network for network in settings.WEBHOOK_NETWORKS)
    return is_intranet or (address.is_global and not address.is_multicast)
