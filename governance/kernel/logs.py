"""Log lines: one JSON object an event, joined by the request's id, without a value of anybody's row."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path

from governance.kernel.context import facts

FRAMES = 15
_NUMBERS = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)")  # telephones, ID numbers
_ADDRESSES = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<=ip=)[0-9a-fA-F:.]*[0-9a-fA-F.]")
_log = logging.getLogger("shanzhi")


def note(event: str, *, level: int = logging.INFO, **fields) -> None:
    """Write an event with its figures; what they say is the caller's to keep impersonal."""
    _log.log(level, event, extra={"fields": fields})


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON.

    What a fault says may quote a row or an address, so inside a request or a task only where it happened is told,
    with its kind and the constraint it ran into.
    """

    def __init__(self, process: str, root: Path):
        super().__init__()
        self.process, self.root = process, root

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        line = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "process": self.process,
            "logger": record.name,
            "event": _event(record),
            "request_id": facts.get().request_id,
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["fault"] = _fault(record.exc_info[1], self.root)
        return json.dumps({key: value for key, value in line.items() if value != ""}, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    """What is said; of a fault the template alone, of a request all but its address, which is the last argument."""
    if record.exc_info:
        return str(record.msg)
    if hasattr(record, "request") and record.args:
        return scrub(str(record.msg) % (*record.args[:-1], "…"))
    return scrub(record.getMessage())


def scrub(text: str) -> str:
    """Without telephones, ID numbers and addresses of machines, should a library have put one in."""
    return _ADDRESSES.sub("…", _NUMBERS.sub("…", text))


def _fault(error: BaseException, root: Path) -> dict:
    """Kinds from the last fault back to its cause, the constraint of a refused row, and the frames."""
    told = {"kinds": [_kind(one) for one in _chain(error)]}
    refusals = [one.diag for one in _chain(error) if getattr(one, "diag", None)]
    for diagnosis in refusals[:1]:
        told |= {"sqlstate": diagnosis.sqlstate, "table": diagnosis.table_name}
        told |= {"constraint": diagnosis.constraint_name}
    if not facts.get().request_id:
        told["text"] = scrub(str(error))
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    return told | {
        "frames": [f"{_short(frame.filename, root)}:{frame.lineno} {frame.name}" for frame in frames]
    }


def _chain(error: BaseException | None) -> list[BaseException]:
    found = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _short(filename: str, root: Path) -> str:
    """A file's place in the package it comes from, or in the project."""
    path = Path(filename)
    if "site-packages" in path.parts:
        return "/".join(path.parts[path.parts.index("site-packages") + 1 :])
    return str(path.relative_to(root) if path.is_relative_to(root) else path)
