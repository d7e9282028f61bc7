"""How a map goes out: GeoJSON that a client asks for again only when it has changed."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from governance.areas.models import BoundaryMap


def outlines_answer(request: HttpRequest, boundary: BoundaryMap | None) -> HttpResponse:
    """The outlines with their approval number, 304 for who has them; `Http404` where the map is a scheme."""
    if boundary is None:
        raise Http404
    etag = quote_etag(boundary.digest)
    answer = get_conditional_response(request, etag=etag) or JsonResponse(
        boundary.document | {"approval_number": boundary.approval_number},
        json_dumps_params={"ensure_ascii": False},
    )
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    return answer
