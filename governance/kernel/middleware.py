"""Request facts for the audit trail, and domain refusals as pages."""

import re
import uuid
from ipaddress import ip_address

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from governance.kernel.context import RequestFacts, facts
from governance.kernel.errors import Refused

# What proxies make of themselves (32 hexadecimal digits or a UUID); a freer form could carry a telephone into the logs.
_REQUEST_ID = re.compile(r"[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class RequestContextMiddleware:
    """Give each request an id (taken over from the proxy when well formed) and remember the client's address."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        offered = request.headers.get("X-Request-ID", "")
        request.id = offered if _REQUEST_ID.fullmatch(offered) else uuid.uuid4().hex
        token = facts.set(RequestFacts(request_id=request.id, address=client_address(request)))
        try:
            response = self.get_response(request)
        finally:
            facts.reset(token)
        response["X-Request-ID"] = request.id
        return response


def client_address(request) -> str:
    """The client's address: the peer's, or what the outermost of our own `PROXY_HOPS` proxies saw."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    hops = settings.PROXY_HOPS
    if hops and len(seen) >= hops and _is_address(seen[-hops]):
        return seen[-hops]
    return request.META.get("REMOTE_ADDR", "")


def _is_address(text: str) -> bool:
    try:
        return bool(ip_address(text))
    except ValueError:
        return False


class RefusalMiddleware:
    """Answer a domain refusal with 409, nonsense with 400, each with its sentence, for pages and fragments alike."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            context = {"code": exception.code, "message": exception.message}
            return render(request, "errors/409.html", context, status=409)
        if isinstance(exception, BadRequest):
            return render(request, "errors/400.html", {"message": str(exception)}, status=400)
        return None


class HostileInputMiddleware:
    """Answer what no view can use before any view sees it: a body too large, characters no column holds."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self._too_large(request):
            _read_off(request)
            return _refuse(request, 413, "too_large", _("提交的内容太大，请减少后再试。"))
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return _refuse(request, 400, "bad_characters", _("地址中含有不能识别的字符，请检查后再试。"))
        return self.get_response(request)

    def _too_large(self, request) -> bool:
        length = request.META.get("CONTENT_LENGTH") or "0"
        upload = request.content_type == "multipart/form-data"
        limit = settings.UPLOAD_MAX_SIZE if upload else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return length.isdigit() and int(length) > limit


def _read_off(request) -> None:
    """Read a body nobody wants, within bounds: a client that is still sending would not hear the answer."""
    left = settings.UPLOAD_MAX_SIZE
    while left > 0 and (piece := request.read(min(left, 1 << 16))):
        left -= len(piece)


def _refuse(request, status: int, code: str, detail: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"code": code, "detail": detail}, status=status)
    return render(request, f"{status}.html", status=status)
