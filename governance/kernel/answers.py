"""Errors of the API, all in one shape, and the answer to a fault of ours."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.exceptions import ValidationError as ModelInvalid
from django.http import Http404, HttpResponse, HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import set_rollback

from governance.kernel.errors import Refused


def answer_error(error, context) -> Response | None:
    """Every error as `{"code", "detail"}`, a form's with `errors` by field: the one shape of the API, always JSON."""
    set_rollback()
    if request := context.get("request"):
        request.accepted_renderer, request.accepted_media_type = JSONRenderer(), JSONRenderer.media_type
    if isinstance(error, Refused):
        return Response({"code": error.code, "detail": error.message}, status=409)
    if isinstance(error, ModelInvalid):
        error = exceptions.ValidationError(
            error.message_dict if hasattr(error, "error_dict") else error.messages
        )
    if isinstance(error, BadRequest):
        error = exceptions.ParseError(str(error))
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    if isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    return Response(_body(error), status=error.status_code, headers=_headers(error))


def answer_fault(request) -> HttpResponse:
    """A page that says under which number the fault was written down; it asks no context processor for anything."""
    if request.path.startswith("/api/"):
        detail = _("系统出了故障，请把响应头 X-Request-ID 里的编号告诉系统管理员。")
        return JsonResponse({"code": "fault", "detail": detail}, status=500)
    return HttpResponseServerError(render_to_string("500.html", {"request": request}))


def answer_unknown(request, exception) -> HttpResponse:
    """An address that is none: a page for a person, the one shape of errors for a client."""
    if request.path.startswith("/api/"):
        detail = _("没有这个接口地址，请对照接口说明。")
        return JsonResponse({"code": "not_found", "detail": detail}, status=404)
    return page_not_found(request, exception)


def _body(error: exceptions.APIException) -> dict:
    if isinstance(error, exceptions.ValidationError):
        errors = error.detail if isinstance(error.detail, dict) else {"non_field_errors": error.detail}
        first = next((str(item) for items in errors.values() for item in _flat(items)), "")
        return {"code": "invalid", "detail": first, "errors": errors}
    return {"code": error.get_codes(), "detail": str(error.detail)}


def _flat(items) -> list:
    if isinstance(items, dict):
        return [leaf for item in items.values() for leaf in _flat(item)]
    return [leaf for item in items for leaf in _flat(item)] if isinstance(items, list) else [items]


def _headers(error: exceptions.APIException) -> dict:
    headers = {}
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header
    if getattr(error, "wait", None):
        headers["Retry-After"] = str(int(error.wait) + 1)
    return headers
