from contextlib import ExitStack

import pgtrigger
import pytest


@pytest.fixture
def flush_leave():
    """Called, it lets the audit trail be truncated until the test is over."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(
            pgtrigger.ignore("audit.AuditEvent:no_truncate", "audit.AuditSeal:no_truncate")
        )


@pytest.fixture
def committed(flush_leave, transactional_db):
    """Real transactions, for tests with several connections; cleaned up although the trail refuses TRUNCATE."""
    yield
    flush_leave()
