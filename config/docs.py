"""The description of the API and its pages, served from here without the network."""

from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from drf_spectacular.plumbing import get_lib_doc_excludes
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from governance.kernel.api import ScopedViewSet

schema = login_not_required(SpectacularAPIView.as_view())

# The documentation page styles its parts one by one; it shows no personal data.
docs = login_not_required(
    csp_update({"style-src": ["'self'", "'unsafe-inline'"]})(
        SpectacularSwaggerSplitView.as_view(url_name="api_schema")
    )
)

ERROR = {
    "type": "object",
    "description": "Every error of the API. `code` is for programs, `detail` one sentence for a person.",
    "required": ["code", "detail"],
    "properties": {
        "code": {"type": "string", "example": "invalid"},
        "detail": {"type": "string"},
        "errors": {
            "type": "object",
            "additionalProperties": True,
            "description": "400 of a form: the sentences by field",
        },
    },
}
ANSWERS = {
    "400": ("BadRequest", "a value, a parameter or the body is not what it should be"),
    "401": ("NotLoggedIn", "no token, or one that is wrong, expired or revoked"),
    "403": ("LacksRight", "the client's posts or the token lack the right"),
    "404": ("NotFound", "no such row within the client's area"),
    "409": ("Refused", "a rule stands in the way now; `code` says which"),
    "413": ("TooLarge", "the body is larger than 2 MB"),
    "429": ("TooMany", "too many requests; `Retry-After` says when to come again"),
}
TABLE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES = {"text/csv", "application/x-ndjson", TABLE}
FILES_SHAPE = {TABLE: {"type": "string", "format": "binary"}}
TIME = r"^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?$"
ALWAYS = ("400", "401", "403", "404", "429")
OF_WRITES = ("409", "413")


def shells() -> list[type]:
    """Classes whose docstring is for whoever builds on them and describes no route."""
    return [*get_lib_doc_excludes(), ScopedViewSet]


def describe_times(result, generator, request, public):
    """Times of the day are those of the office, without the zone that the format "time" demands."""
    for part in result["components"]["schemas"].values():
        for shape in part.get("properties", {}).values():
            if shape.get("format") == "time":
                del shape["format"]
                shape["pattern"] = TIME
    return result


def describe_errors(result, generator, request, public):
    """Give every operation the errors it can answer with; their one shape is described once."""
    parts = result["components"]
    parts["schemas"]["Error"] = ERROR
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    parts["responses"] = {name: {"description": text, "content": content} for name, text in ANSWERS.values()}
    for methods in result["paths"].values():
        for method, operation in methods.items():
            for answer in operation["responses"].values():
                for kind in FILES & answer.get("content", {}).keys():
                    answer["content"][kind] = {"schema": FILES_SHAPE.get(kind, {"type": "string"})}
            for status in ALWAYS + (OF_WRITES if method != "get" else ()):
                reference = {"$ref": f"#/components/responses/{ANSWERS[status][0]}"}
                operation["responses"].setdefault(status, reference)
    return result
