"""An event to an address outside: JSON over https, signed, under a key that stays the same.

`X-Shanzhi-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 with the secret over `<seconds>.<body>`. The receiver works out
the same, compares in constant time, and refuses seconds too long ago. `Idempotency-Key` tells a repetition.
"""

import hmac
import http.client
import json
import socket
import ssl
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from governance.dispatch.senders.addresses import allowed_address
from governance.dispatch.senders.faults import Delayed, Unreachable

TIMEOUT = 5


def send_event(url: str, secret: str, *, key: str, event: str, body: dict) -> int:
    """Post an event; the status of an answer that takes it (2xx). Redirects are not followed: they are no answer."""
    number, port = allowed_address(url)
    content = json.dumps(body, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Shanzhi",
        "Idempotency-Key": key,
        "X-Shanzhi-Event": event,
        "X-Shanzhi-Signature": signature(secret, content, int(time.time())),
    }
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = _Pinned(parts.hostname, port, number)
    try:
        connection.request("POST", target, content, headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as fault:
        words = _("连不上接收地址，或者对方没有及时答复、证书不被信任。")
        raise Unreachable(words, type(fault).__name__) from fault
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise Delayed(_("对方没有收下，稍后再试。"), f"HTTP {status}")
    return status


def signature(secret: str, content: bytes, seconds: int) -> str:
    """The header's value for a body at a moment."""
    signed = hmac.new(secret.encode(), f"{seconds}.".encode() + content, "sha256").hexdigest()
    return f"t={seconds},v1={signed}"


class _Pinned(http.client.HTTPSConnection):
    """A connection to the one number that was judged, with the certificate of the name."""

    def __init__(self, host: str, port: int, number: str):
        context = ssl.create_default_context(cafile=settings.WEBHOOK_CA or None)
        super().__init__(host, port, timeout=TIMEOUT, context=context)
        self.number, self.trusted = number, context

    def connect(self):
        raw = socket.create_connection((self.number, self.port), self.timeout)
        self.sock = self.trusted.wrap_socket(raw, server_hostname=self.host)
