"""One call to a vendor over HTTP, answered in JSON; what goes wrong on the way is one of our faults."""

import http.client
import json
from urllib.parse import urlencode, urlsplit

from django.utils.translation import gettext as _

from governance.dispatch.senders.faults import Limited, Unreachable

TIMEOUT = 10
_CONNECTIONS = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
_LONGEST_WAIT = 3600


def call(
    base: str,
    path: str,
    *,
    query: dict | None = None,
    body: dict | None = None,
    form: dict | None = None,
    key="",
) -> dict:
    """Ask for `path` below `base`: GET, or POST with a JSON body or a form. `key` goes along as a header."""
    parts = urlsplit(base)
    target = parts.path + path + (f"?{urlencode(query)}" if query else "")
    content, kind = _content(body, form)
    headers = {"Accept": "application/json"} | ({"Content-Type": kind} if kind else {})
    headers |= {"Idempotency-Key": key} if key else {}
    connection = _CONNECTIONS[parts.scheme](parts.netloc, timeout=TIMEOUT)
    try:
        connection.request("POST" if kind else "GET", target, content, headers)
        answer = connection.getresponse()
        text = answer.read()
    except (OSError, http.client.HTTPException) as fault:
        raise Unreachable(_("连不上对方的服务器，或者对方没有及时答复。"), type(fault).__name__) from fault
    finally:
        connection.close()
    return _read(answer, text)


def _content(body: dict | None, form: dict | None) -> tuple[bytes | None, str]:
    if body is not None:
        return json.dumps(body, ensure_ascii=False).encode(), "application/json; charset=utf-8"
    if form is not None:
        return urlencode(form).encode(), "application/x-www-form-urlencoded"
    return None, ""


def _read(answer: http.client.HTTPResponse, text: bytes) -> dict:
    """Vendors say what was wrong in the body even under 4xx; a server's fault has no body worth reading."""
    status = answer.status
    if status == http.client.TOO_MANY_REQUESTS:
        raise Limited(_("对方限制了发送速度，稍后再发。"), str(status), seconds=_wait(answer))
    try:
        said = json.loads(text)
    except ValueError:
        said = None
    if status >= http.client.INTERNAL_SERVER_ERROR or not isinstance(said, dict):
        raise Unreachable(_("对方的服务器出错，或者答复看不懂。"), f"HTTP {status}")
    return said


def _wait(answer: http.client.HTTPResponse) -> int:
    said = answer.headers.get("Retry-After", "")
    return min(int(said), _LONGEST_WAIT) if said.isascii() and said.isdigit() else 60
