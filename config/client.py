"""The Python client that users of the API get: one file of the standard library, drawn from the API's description.

A generator of our own: the well-kept ones write packages of hundreds of files that need httpx, attrs or pydantic where
the client runs, and an office machine without the internet has Python and nothing else.
"""

import keyword
from textwrap import indent, shorten

TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "array": "list",
    "object": "dict",
}
JSON, FORM = "application/json", "multipart/form-data"
WIDTH = 110
NESTED = " " * 8

HEAD = '''"""Client of the 善治 Shanzhi API, version {version}. Python 3.11 or later, the standard library alone.

Made from the API's description by `./run manage make_client`; do not edit it.

    portal = Portal("https://portal.example", "szt_...")
    for visit in portal.visits_list(area="6401", outcome="need"):
        print(visit["place"])

A list is an iterator over all its pages. Other answers are what JSON says: dict, list or None; files are bytes.
What the portal refuses raises `ApiError`. A call told to come again later waits for it, `patience` seconds at most.
"""

import json
import time
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen


class ApiError(Exception):
    """`status` of HTTP, `code` for programs, `detail` for a person, `errors` by field where a form was wrong."""

    def __init__(self, status: int, body: dict, retry_after: int | None = None):
        self.status = status
        self.code = body.get("code", "")
        self.detail = body.get("detail", "")
        self.errors = body.get("errors", {{}})
        self.retry_after = retry_after
        super().__init__(f"{{status}} {{self.code}}: {{self.detail}}")


class Portal:
    """One portal, seen with one token. An argument left out is not sent."""

    def __init__(self, address: str, token: str, *, timeout: float = 30, patience: float = 120):
        self.address = address.rstrip("/")
        self.token = token
        self.timeout = timeout
        self.patience = patience

    def call(
        self,
        method: str,
        path: str,
        query: dict | None = None,
        body: Any = None,
        form: bool = False,
    ) -> Any:
        """Any call of the API: what the methods below are made of."""
        given = [(name, value) for name, value in (query or {{}}).items() if value is not None]
        address = path if path.startswith(("http:", "https:")) else self.address + path
        address += f"?{{urlencode(given, doseq=True)}}" if given else ""
        headers = {{"Authorization": f"Token {{self.token}}"}}
        data = None
        if body is not None:
            packed = _form(body) if form else (json.dumps(body).encode(), "application/json")
            data, headers["Content-Type"] = packed
        kind, content = self._sent(Request(address, data, headers, method=method))
        return json.loads(content or b"null") if kind == "application/json" else content

    def lines(self, path: str, **query: Any) -> Iterator[dict]:
        """All rows of a list or a matrix, from JSON lines: `portal.lines("/api/v1/visits/", area="6401")`."""
        given = {{name.rstrip("_"): value for name, value in query.items()}}
        content = self.call("GET", path, given | {{"format": "jsonl"}})
        yield from (json.loads(line) for line in content.splitlines())

    def _pages(self, path: str, query: dict) -> Iterator[dict]:
        page = self.call("GET", path, query)
        yield from page["results"]
        while page["next"]:
            page = self.call("GET", page["next"])
            yield from page["results"]

    def _sent(self, request: Request) -> tuple[str, bytes]:
        until = time.monotonic() + self.patience
        while True:
            try:
                with urlopen(request, timeout=self.timeout) as answer:
                    return answer.headers.get_content_type(), answer.read()
            except HTTPError as refused:
                error = _error(refused)
            if error.status != 429 or time.monotonic() + (error.retry_after or 1) > until:
                raise error
            time.sleep(error.retry_after or 1)
'''

TAIL = '''

def _at(value: Any) -> str:
    return quote(str(value), safe="")


def _error(refused: HTTPError) -> ApiError:
    with refused:
        try:
            body = json.loads(refused.read())
        except ValueError:
            body = {"detail": refused.reason}
    wait = refused.headers.get("Retry-After", "")
    body = body if isinstance(body, dict) else {}
    return ApiError(refused.code, body, int(wait) if wait.isdigit() else None)


def _said(**given: Any) -> dict:
    return {name.rstrip("_"): value for name, value in given.items() if value is not None}


def _form(body: dict) -> tuple[bytes, str]:
    """A form with files: a value is text, or a pair of file name and bytes."""
    mark = uuid.uuid4().hex
    parts = []
    for name, value in body.items():
        file, content = value if isinstance(value, tuple) else (None, str(value).encode())
        about = f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{file}"' if file else "")
        parts.append(f"--{mark}\\\\r\\\\n{about}\\\\r\\\\n\\\\r\\\\n".encode() + content + b"\\\\r\\\\n")
    return b"".join(parts) + f"--{mark}--\\\\r\\\\n".encode(), f"multipart/form-data; boundary={mark}"
'''


def draw_client(description: dict) -> str:
    """The source of the client for a description as `spectacular` gives it."""
    parts = description["components"]["schemas"]
    methods = [
        _method(path, method, operation, parts)
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
    ]
    head = HEAD.format(version=description["info"]["version"])
    return head + "\n" + "\n".join(methods) + TAIL


def _method(path: str, method: str, operation: dict, parts: dict) -> str:
    inside = [one for one in operation.get("parameters", []) if one["in"] == "path"]
    query = [one for one in operation.get("parameters", []) if one["in"] == "query"]
    kind, body = _body_of(operation, parts)
    taken = {one["name"] for one in inside}
    named = {one["name"]: _named(one["name"], taken) for one in query} | {
        name: _named(name, taken) for name in body.get("properties", {})
    }
    wanted = set(body.get("required", [])) | {one["name"] for one in query if one.get("required")}
    types = {
        one["name"]: "str | list[str]" if one["name"] in ("area", "indicator") else "str" for one in query
    } | {name: _type(shape, parts) for name, shape in body.get("properties", {}).items()}
    is_list = _is_list(operation, parts)
    left_out = {"cursor", "format", "count"} if is_list else {"format"} & {one["name"] for one in query}
    order = sorted((name for name in named if name not in left_out), key=lambda name: name not in wanted)
    arguments = [f"{_named(one['name'])}: {_type(one['schema'], parts)}" for one in inside]
    arguments += ["*"] * bool(order)
    arguments += [
        f"{named[name]}: {types[name]}" + ("" if name in wanted else " | None = None") for name in order
    ]
    answer = "Iterator[dict]" if is_list else _answer(operation)
    signature = _wrapped(f"def {operation['operationId']}(", ["self", *arguments], f") -> {answer}:")
    asked = [f"{named[one['name']]}={named[one['name']]}" for one in query if one["name"] not in left_out]
    sent = [f"{named[name]}={named[name]}" for name in body.get("properties", {})]
    address = _address(path, inside)
    said = [address]
    said += [_wrapped("_said(", asked, ")", NESTED)] if asked or is_list else ["None"] * bool(sent)
    said += [_wrapped("_said(", sent, ")", NESTED)] * bool(sent)
    said += ["form=True"] * (kind == FORM and bool(sent))
    called = "self._pages(" if is_list else "self.call("
    said = said if is_list else [f'"{method.upper()}"', *said]
    doc = shorten(operation.get("description", "").partition("\n\n")[0], WIDTH - 14, placeholder=" …")
    lines = [
        signature,
        *([f'    """{doc}"""'] if doc else []),
        _wrapped(f"    return {called}", said, ")", "    "),
    ]
    return indent("\n".join(lines) + "\n", "    ")


def _address(path: str, inside: list[dict]) -> str:
    """The path as source text, with its parameters quoted into it."""
    for one in inside:
        path = path.replace(f"{{{one['name']}}}", f"{{_at({_named(one['name'])})}}")
    return f'{"f" if inside else ""}"{path}"'


def _wrapped(start: str, items: list[str], end: str, margin: str = "") -> str:
    """A call or signature on one line, or an item a line where it would be too long."""
    line = start + ", ".join(items) + end
    room = WIDTH - 4 - (len(NESTED) + 1 if margin == NESTED else 0)
    if len(line) <= room and "\n" not in line:
        return line
    return start + "\n" + "".join(f"{margin}    {item},\n" for item in items) + margin + end


def _named(name: str, taken: set[str] = frozenset()) -> str:
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name


def _body_of(operation: dict, parts: dict) -> tuple[str, dict]:
    content = operation.get("requestBody", {}).get("content", {})
    kind = JSON if JSON in content else next(iter(content), "")
    return kind, _resolved(content[kind]["schema"], parts) if kind else {}


def _resolved(shape: dict, parts: dict) -> dict:
    while "$ref" in shape:
        shape = parts[shape["$ref"].rpartition("/")[2]]
    return shape


def _asked_type(one: dict) -> str:
    """Filters are words; several of them where the parameter says that it may be repeated."""
    return "str | list[str]" if "repeated" in one.get("description", "") else "str"


def _type(shape: dict, parts: dict) -> str:
    shape = _resolved(shape, parts)
    if shape.get("format") in ("binary", "uri"):
        return "tuple[str, bytes]"
    return TYPES.get(shape.get("type", ""), "Any")


def _is_list(operation: dict, parts: dict) -> bool:
    """Whether the answer is a page that names the next one."""
    shape = operation["responses"].get("200", {}).get("content", {}).get(JSON, {}).get("schema", {})
    return {"next", "results"} <= set(_resolved(shape, parts).get("properties", {}))


def _answer(operation: dict) -> str:
    good = next((answer for status, answer in operation["responses"].items() if status.startswith("2")), {})
    return "bytes" if good.get("content") and JSON not in good["content"] else "Any"
