"""A fault in a page leaves its trace where the operator reads."""

import io
import logging


def test_faults_are_written_and_refusals_are_not(monkeypatch):
    [handler] = logging.getLogger("django").handlers
    monkeypatch.setattr(handler, "stream", io.StringIO())
    log = logging.getLogger("django.request")

    log.warning("Not Found: /nowhere/")
    log.error("Internal Server Error: /somewhere/")

    assert handler.stream.getvalue() == "Internal Server Error: /somewhere/\n"
