"""Facts about the request being answered that a verb's audit row needs, without passing the request down."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class RequestFacts:
    """`request_id` joins log lines and audit rows; `address` is the client as the configured proxy tells it."""

    request_id: str = ""
    address: str = ""


NO_REQUEST = RequestFacts()
facts: ContextVar[RequestFacts] = ContextVar("request_facts", default=NO_REQUEST)
