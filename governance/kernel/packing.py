"""Style sheets, scripts and icons go out packed: a phone in a stairwell waits for every kilobyte."""

import gzip

from django.conf import settings
from django.http import FileResponse
from django.utils.cache import patch_vary_headers

TEXTS = ("text/css", "text/javascript", "image/svg+xml")
LEAST = 512  # bytes; below that the wrapping costs more than it saves


class PackedStaticMiddleware:
    """Gzip the texts under `STATIC_URL`, each once in the life of a process.

    Pages are not packed: beside a secret that stays the same, the length of a packed page would tell of it.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.packed: dict[tuple[str, str], bytes] = {}

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith(settings.STATIC_URL) or not _is_text(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        asked = "gzip" in request.headers.get("Accept-Encoding", "")
        return self._pack(request.path, response) if asked and request.method == "GET" else response

    def _pack(self, path: str, response: FileResponse) -> FileResponse:
        version = path, response.headers.get("Last-Modified", "")
        if version not in self.packed:
            self.packed[version] = gzip.compress(b"".join(response), mtime=0)
        response.streaming_content = [self.packed[version]]
        response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(self.packed[version]))
        return response


def _is_text(response) -> bool:
    kind = response.headers.get("Content-Type", "").split(";")[0]
    long = int(response.headers.get("Content-Length") or 0) >= LEAST
    return response.status_code == 200 and kind in TEXTS and long and "Content-Encoding" not in response
