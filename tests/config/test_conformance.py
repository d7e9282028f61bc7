"""Schemathesis asks the whole API what its description allows and what it does not: no server error, no answer that the
description does not know.

In the suite a fixed share of the operations is asked a few times; `FUZZ=50 ./run test tests/config/test_conformance.py`
asks every operation fifty times as each of the roles. `FUZZ_RANGE=0:100` takes a hundred of them.
"""

import os
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from django.conf import settings
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings

from tests.factories.city import make_small_city

schemathesis = pytest.importorskip("schemathesis")
requests = pytest.importorskip("requests")
from schemathesis import checks  # noqa: E402 - not before it is known to be there
from schemathesis.core.failures import FailureGroup  # noqa: E402
from schemathesis.core.transport import Response  # noqa: E402

DEEP = int(os.environ.get("FUZZ", "0"))
EXAMPLES = DEEP or 2
EVERY = 1 if DEEP else 60
HELD = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
ROLES = ("grid_worker", "street_dispatcher", "city_official")
DESCRIPTION = yaml.safe_load((settings.BASE_DIR / "docs" / "api" / "schema.yaml").read_text())


def operations() -> list:
    found = [result.ok() for result in schemathesis.openapi.from_dict(DESCRIPTION).get_all_operations()]
    first, end = (int(number) for number in os.environ.get("FUZZ_RANGE", "0:100000").split(":"))
    return found[first:end:EVERY]


@pytest.fixture
def clients(db):
    """Somebody in each of the roles, logged in, in a city with rows for every page."""
    people = make_small_city().people
    found = {role: Client(raise_request_exception=False) for role in ROLES}
    for role, client in found.items():
        client.force_login(people[role])
    return found


def answer_to(case, client: Client) -> Response:
    """What the portal answers to a generated request, in the shape that schemathesis reads."""
    asked = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    address = urlsplit(asked.url)
    with transaction.atomic():
        found = client.generic(
            asked.method,
            unquote(address.path),
            asked.body or b"",
            content_type=asked.headers.get("Content-Type", "application/octet-stream"),
            headers={name: value for name, value in asked.headers.items() if name in ("Accept",)},
            QUERY_STRING=address.query,
        )
    return Response(
        status_code=found.status_code,
        headers={name.lower(): [value] for name, value in found.headers.items()},
        content=found.getvalue() if found.streaming else found.content,
        request=asked,
        elapsed=0.0,
        verify=False,
    )


def faults_of(operation, role: str, client: Client) -> list[str]:
    """What a few requests to an operation show to be wrong, each with the request."""
    found = []

    @hypothesis_settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case):
        answer = answer_to(case, client)
        try:
            case.validate_response(answer, checks=HELD)
        except FailureGroup as wrong:
            asked = f"{role} {case.method} {answer.request.url} {answer.request.body!r}"
            said = [str(one) for one in wrong.exceptions]
            found.append(f"{asked}: {answer.status_code} {answer.content[:200]!r} {said}")

    ask()
    return found


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.label)
def test_portal_answers_as_it_is_described(operation, clients):
    found = [fault for role, client in clients.items() for fault in faults_of(operation, role, client)]
    assert not found, "\n".join(found)
