"""What happens leaves its trace where the operator reads: one JSON line an event, and nobody's data in it."""

import io
import json
import logging
import logging.config
import uuid
from contextlib import contextmanager

import pytest
from celery import shared_task
from django.db import IntegrityError, connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.log import log_response

from config import sweeps  # noqa: F401 - tells of tasks
from config.logs import logging_of
from governance.audit.models import AuditEvent
from governance.kernel import logs
from governance.kernel.answers import answer_fault
from governance.kernel.context import RequestFacts, facts
from tests.factories.disputes import make_category
from tests.factories.people import make_user

PERSONAL = {
    "name": "欧阳修远",
    "phone": "13987650123",
    "id_no": "640104198803127133",
    "address": "203.0.113.77",
    "title": "楼上漏水泡了地板",
    "search": "地板",
}
# Neither who asked nor from where, not even by a pseudonym.
TOLD_OF_A_REQUEST = {
    *("at", "level", "process", "logger", "event", "request_id"),
    *("method", "route", "status", "ms", "statements", "database_ms"),
}


@contextmanager
def told(level="DEBUG"):
    """The lines written meanwhile, as they go to the standard error stream."""
    root = logging.getLogger()
    handler = logging.StreamHandler(io.StringIO())
    described = logging_of("web", level)
    handler.setFormatter(logs.JsonFormatter("web", described["formatters"]["json"]["root"]))
    root.addHandler(handler)
    named = [logging.getLogger(name) for name in ("shanzhi", "governance")]
    levels = [logger.level for logger in named]
    for logger in named:
        logger.setLevel(level)
    try:
        yield handler.stream
    finally:
        root.removeHandler(handler)
        for logger, before in zip(named, levels, strict=True):
            logger.setLevel(before)


def lines(stream) -> list[dict]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def events(stream, event: str) -> list[dict]:
    return [line for line in lines(stream) if line["event"] == event]


@shared_task
def fail_over_a_person():
    raise ValueError(f"cannot reach {PERSONAL['phone']}")


@shared_task
def write_into_the_trail():
    AuditEvent.objects.create(actor="system", action="test", request_id=facts.get().request_id)


def test_libraries_and_pages_write_to_one_stream():
    described = logging_of("worker")

    assert described["root"] == {"handlers": ["stderr"], "level": "WARNING"}
    assert described["loggers"]["shanzhi"] == {"level": "INFO"}
    assert logging_of("web", "WARNING")["loggers"]["shanzhi"] == {"level": "WARNING"}


@pytest.mark.django_db
def test_a_request_is_one_line_with_route_status_time_and_statements(client):
    with told() as stream:
        answer = client.get(reverse("people:login"))

    [line] = events(stream, "request")
    assert (line["route"], line["method"], line["status"]) == ("people:login", "GET", 200)
    assert (line["process"], line["level"]) == ("web", "info")
    assert line["request_id"] == answer["X-Request-ID"]
    assert line["ms"] >= line["database_ms"] >= 0
    assert isinstance(line["statements"], int)


@pytest.mark.django_db
def test_every_statement_of_a_request_is_counted(officer):
    with told() as stream, CaptureQueriesContext(connection) as made:
        officer.get(reverse("disputes:case_list"))

    [line] = events(stream, "request")
    assert line["statements"] == len(made.captured_queries) > 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "offered", ["0ac410ce3f394059873c491318cd5e27", "ab826893-6c4e-4e62-b373-b1b28168942d"]
)
def test_the_id_a_proxy_gave_is_taken_over(client, offered):
    answer = client.get(reverse("healthz"), headers={"X-Request-ID": offered})

    assert answer["X-Request-ID"] == offered


@pytest.mark.django_db
@pytest.mark.parametrize("offered", ["", PERSONAL["phone"], PERSONAL["id_no"], "a b", "é" * 32, "a" * 65])
def test_an_id_that_could_say_anything_is_not_taken_over(client, offered):
    answer = client.get(reverse("healthz"), headers={"X-Request-ID": offered})

    assert answer["X-Request-ID"] != offered
    assert uuid.UUID(answer["X-Request-ID"])


@pytest.mark.django_db
def test_a_refused_request_is_told_by_its_reason_and_not_by_its_address(rf):
    request = rf.get(path := "/p/housing/DSFX6XF3/")
    with told() as stream:
        log_response(
            "%s: %s", "Service Unavailable", path, response=HttpResponse(status=503), request=request
        )

    [line] = lines(stream)
    assert line["event"] == "Service Unavailable: …"
    assert path not in stream.getvalue()


@pytest.mark.django_db
def test_an_error_page_and_an_error_of_the_api_bear_the_id(officer):
    page = officer.get("/nowhere/")
    answer = officer.get("/api/v1/disputes/?nonsense=1")

    assert page["X-Request-ID"] in page.content.decode()
    assert (answer.status_code, len(answer["X-Request-ID"])) == (400, 32)


@pytest.fixture
def officer(country):
    make_category()
    client = Client(raise_request_exception=False, REMOTE_ADDR=PERSONAL["address"])
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    return client


@pytest.mark.django_db
def test_a_run_of_work_leaves_nothing_personal_in_the_lines(officer, grid):
    party = {key: PERSONAL[key] for key in ("name", "phone", "id_no")}
    body = {
        "client_uuid": str(uuid.uuid4()),
        "area": grid.code,
        "category": "0402",
        "title": PERSONAL["title"],
        "parties": [party, {"name": "李某", "role": "respondent"}],
    }
    with told() as stream:
        made = officer.post("/api/v1/disputes/", body, content_type="application/json")
        officer.post("/api/v1/disputes/", body | {"area": "9999"}, content_type="application/json")
        number = made.json()["number"]
        officer.get(reverse("disputes:case_list"), {"q": PERSONAL["search"]})
        officer.get(reverse("disputes:case_detail", args=[number]))
        officer.get(reverse("search"), {"q": PERSONAL["name"]})
        officer.get(f"/nowhere/{PERSONAL['phone']}/")
        officer.post(reverse("people:login"), {"username": PERSONAL["phone"], "password": "x"})

    text = stream.getvalue()
    assert [line["status"] for line in events(stream, "request")] == [201, 400, 200, 200, 200, 404, 302]
    assert {key: value for key, value in PERSONAL.items() if value in text} == {}
    assert number not in text
    assert {key for line in events(stream, "request") for key in line} == TOLD_OF_A_REQUEST


@pytest.mark.django_db
def test_a_fault_says_where_and_of_what_kind_and_not_over_whom(client, settings):
    client.raise_request_exception = False
    settings.REDIS_URL = f"{PERSONAL['name']}://{PERSONAL['phone']}"
    with told() as stream:
        answer = client.get(reverse("readyz"), {"q": PERSONAL["phone"]})

    [fault] = [line for line in lines(stream) if "fault" in line]
    assert (answer.status_code, answer["X-Request-ID"] in answer.content.decode()) == (500, True)
    assert fault["fault"]["kinds"] == ["builtins.ValueError"]
    assert any(frame.startswith("config/health.py:") for frame in fault["fault"]["frames"])
    assert fault["request_id"] == answer["X-Request-ID"]
    assert "readyz" not in fault["event"]
    assert not [value for value in PERSONAL.values() if value in stream.getvalue()]


@pytest.mark.django_db
def test_a_fault_of_the_api_is_said_in_its_one_shape(rf):
    answer = answer_fault(rf.get("/api/v1/disputes/"))

    assert (answer.status_code, json.loads(answer.content)["code"]) == (500, "fault")


@pytest.mark.django_db
def test_a_row_refused_by_the_database_is_told_by_its_constraint(client):
    token = facts.set(RequestFacts(request_id=uuid.uuid4().hex))
    with told() as stream:
        try:
            AuditEvent.objects.create(pk=1, actor=PERSONAL["name"], action="test")
            AuditEvent.objects.create(pk=1, actor=PERSONAL["name"], action="test")
        except IntegrityError:
            logging.getLogger("governance").exception("not written: %s", PERSONAL["name"])
        finally:
            facts.reset(token)

    [line] = lines(stream)
    assert line["event"] == "not written: %s"
    assert (line["fault"]["sqlstate"], line["fault"]["constraint"]) == ("23505", "audit_auditevent_pkey")
    assert PERSONAL["name"] not in stream.getvalue()


def test_outside_of_any_request_a_fault_says_what_is_missing():
    with told() as stream:
        try:
            raise RuntimeError("SECRET_KEY is not set")
        except RuntimeError:
            logging.getLogger("gunicorn").exception("Exception in worker process")

    [line] = lines(stream)
    assert line["fault"]["text"] == "SECRET_KEY is not set"


def test_what_a_library_says_of_a_person_or_a_machine_is_cut_out():
    said = f"Invalid request from ip={PERSONAL['address']}: {PERSONAL['phone']} {PERSONAL['id_no']} of 640104001001"

    assert logs.scrub(said) == "Invalid request from ip=…: … … of 640104001001"
    assert logs.scrub("from ip=2001:db8::77: bad") == "from ip=…: bad"


@pytest.mark.django_db
def test_a_task_is_one_line_and_its_audit_rows_bear_its_id():
    with told() as stream:
        done = write_into_the_trail.apply()

    [line] = events(stream, "task")
    assert (line["state"], line["statements"] > 0) == ("success", True)
    assert line["request_id"] == done.id == AuditEvent.objects.get().request_id
    assert facts.get().request_id == ""


@pytest.mark.django_db
def test_a_task_that_fails_is_told_without_its_words():
    with told() as stream:
        fail_over_a_person.apply()

    assert [line["state"] for line in events(stream, "task")] == ["failure"]
    assert [line["fault"]["kinds"] for line in lines(stream) if "fault" in line] == [["builtins.ValueError"]]
    assert PERSONAL["phone"] not in stream.getvalue()
