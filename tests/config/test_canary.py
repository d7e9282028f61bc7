"""A telephone and an ID number go in by every way there is and come out of none but the reveal."""

import base64
import json
import logging
import uuid

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse
from redis import Redis

from disputes.models import Dispute
from governance.audit.models import AuditEvent
from governance.audit.tasks import seal_trail
from governance.casework.tasks import sweep_clocks
from tests.factories.disputes import make_category
from tests.factories.grids import make_building, make_grid, make_household, make_resident
from tests.factories.people import make_user

PHONE, ID_NO = "13987650123", "640104198803127133"
CANARIES = (PHONE, ID_NO)
REASON = "联系当事人到场"
API = "/api/v1/disputes/"


def keep_all_that_is_said(caplog):
    for name in ("", "shanzhi", "governance", "grids", "disputes"):
        caplog.set_level(logging.DEBUG, logger=name)


@pytest.fixture
def officer(country, caplog):
    """A dispatcher of the township this grid lies in, with everything said on the way kept in `caplog`."""
    keep_all_that_is_said(caplog)
    make_category()
    client = Client(raise_request_exception=False)
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    return client


@pytest.fixture
def body(grid):
    party = {"name": "欧阳修远", "phone": PHONE, "id_no": ID_NO}
    return {
        "client_uuid": str(uuid.uuid4()),
        "area": grid.code,
        "category": "0402",
        "title": "楼上漏水",
        "parties": [party, {"name": "李某", "role": "respondent"}],
    }


@pytest.fixture
def dispute(officer, body) -> Dispute:
    answers = [
        officer.post(API, body, content_type="application/json"),
        officer.post(API, body, content_type="application/json"),
        officer.post(API, body | {"title": "楼上又漏水"}, content_type="application/json"),
        officer.post(API, body | {"area": "9999"}, content_type="application/json"),
    ]
    assert [answer.status_code for answer in answers] == [201, 200, 409, 400]
    assert [leaks(answer) for answer in answers] == [[]] * 4
    return Dispute.objects.get()


@pytest.fixture
def resident(country, grid):
    make_grid(grid)
    building = country[f"{grid.code}001"]
    make_building(building)
    return make_resident(make_household(building), phone=PHONE, id_no=ID_NO)


def leaks(answer) -> list[str]:
    """The canaries in an answer: its body and everything in its head."""
    text = answer.getvalue().decode() + repr(answer.headers) + answer.cookies.output()
    return [canary for canary in CANARIES if canary in text]


def leaking_tables() -> list[str]:
    """Tables with a canary in any column of any row."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'select count(*) from "{table}" t where t::text like any(%s)', [[f"%{c}%" for c in CANARIES]]
            )
            found += [table] if cursor.fetchone()[0] else []
        return found


READERS = {
    b"string": lambda valkey, key: [valkey.get(key)],
    b"list": lambda valkey, key: valkey.lrange(key, 0, -1),
    b"set": lambda valkey, key: valkey.smembers(key),
    b"zset": lambda valkey, key: valkey.zrange(key, 0, -1),
    b"hash": lambda valkey, key: valkey.hvals(key),
    b"none": lambda valkey, key: [],  # its time was up between the scan and the look
}


def leaking_keys(address: str) -> list[str]:
    """Keys of a Valkey database with a canary in a value or in the body of a waiting message."""
    with Redis.from_url(address) as valkey:
        found = {key.decode(): READERS[valkey.type(key)](valkey, key) for key in list(valkey.scan_iter())}
    return [
        key
        for key, values in found.items()
        if any(c.encode() in value for v in values if v for value in (v, message_body(v)) for c in CANARIES)
    ]


def message_body(value: bytes) -> bytes:
    """What a Celery message says, nothing for another value."""
    try:
        return base64.b64decode(json.loads(value)["body"])
    except (ValueError, TypeError, KeyError):
        return b""


def leaks_at_rest(caplog) -> dict[str, list]:
    said = [
        record.getMessage() + str((record.exc_text, getattr(record, "fields", None)))
        for record in caplog.records
    ]
    sessions = [str(session.get_decoded()) for session in Session.objects.all()]
    found = {
        "log": [line for line in [*said, caplog.text] if any(canary in line for canary in CANARIES)],
        "tables": leaking_tables(),
        "sessions": [kept for kept in sessions if any(canary in kept for canary in CANARIES)],
        "cache": leaking_keys(settings.CACHES["default"]["LOCATION"]),
        "broker": leaking_keys(settings.REDIS_URL),
    }
    return {place: lines for place, lines in found.items() if lines}


def test_numbers_of_a_party_are_in_no_list_page_file_or_store(officer, dispute, caplog):
    number = dispute.case.number
    pages = [
        reverse("casework:queue"),
        reverse("disputes:case_list"),
        f"{reverse('disputes:case_list')}?format=csv",
        reverse("disputes:case_detail", args=[number]),
        reverse("disputes:reception_list"),
        "/api/v1/cases/",
        "/api/v1/cases/?format=csv",
        API,
        f"{API}?format=csv",
        f"{API}{number}/",
    ]
    answers = {page: officer.get(page) for page in pages}
    assert {page: a.status_code for page, a in answers.items() if a.status_code != 200} == {}
    assert {page: found for page, answer in answers.items() if (found := leaks(answer))} == {}
    assert leaks_at_rest(caplog) == {}


def test_numbers_typed_into_the_page_are_stored_sealed(officer, grid, caplog):
    given = {
        "title": "噪声扰民",
        "category": "0402",
        "source": "window",
        "people_count": "2",
        "area": grid.code,
        "client_uuid": str(uuid.uuid4()),
        "party-TOTAL_FORMS": "2",
        "party-INITIAL_FORMS": "0",
        "party-0-name": "欧阳修远",
        "party-0-role": "applicant",
        "party-0-phone": PHONE,
        "party-0-id_no": ID_NO,
        "party-1-name": "李某",
        "party-1-role": "respondent",
    }
    answer = officer.post(reverse("disputes:case_register"), given)

    assert answer.status_code == 302
    assert Dispute.objects.get().parties.first().open_value("id_no") == ID_NO
    assert leaks_at_rest(caplog) == {}


@pytest.mark.parametrize(("name", "value"), [("phone", PHONE), ("id_no", ID_NO)])
@pytest.mark.parametrize("htmx", [True, False], ids=["fragment", "page"])
def test_reveal_of_a_party_is_the_only_way_out(officer, dispute, caplog, name, value, htmx):
    address = reverse("disputes:party_reveal", args=[dispute.case.number, dispute.parties.first().pk, name])
    headers = {"HX-Request": "true"} if htmx else {}

    answer = officer.post(address, {"reason": REASON}, headers=headers)

    assert leaks(answer) == [value]
    assert "no-store" in answer.headers["Cache-Control"]
    assert value not in repr(answer.headers) + answer.cookies.output()
    assert AuditEvent.objects.get(action="personal.reveal").after == {"field": name}
    assert leaks(officer.get(reverse("disputes:case_detail", args=[dispute.case.number]))) == []
    assert leaks_at_rest(caplog) == {}


def test_numbers_of_a_resident_are_nowhere_but_in_the_reveal(country, resident, caplog):
    keep_all_that_is_said(caplog)
    client = Client()
    client.force_login(make_user("community_secretary", country["990101001001"]))
    pages = [
        reverse("grids:household_detail", args=[resident.household_id]),
        *(reverse(f"grids:{name}") for name in ("visit_list", "need_list", "grid_list")),
        *(f"/api/v1/{name}/" for name in ("visits", "grids", "needs")),
    ]
    answers = {page: client.get(page) for page in pages}
    assert {page: a.status_code for page, a in answers.items() if a.status_code != 200} == {}
    assert {page: found for page, answer in answers.items() if (found := leaks(answer))} == {}

    address = reverse("grids:resident_reveal", args=[resident.pk, "id_no"])
    assert leaks(client.post(address, {"reason": ""})) == []
    assert leaks(client.post(address, {"reason": REASON})) == [ID_NO]
    assert leaks_at_rest(caplog) == {}


def test_tasks_over_such_rows_say_and_send_nothing(officer, dispute, caplog):
    for task in (sweep_clocks, seal_trail):
        task.apply(throw=True)

    assert leaks_at_rest(caplog) == {}


def test_the_search_for_canaries_finds_one(officer, dispute, caplog):
    """A search that finds nothing anywhere would prove nothing."""
    logging.getLogger("shanzhi").info("party %s", PHONE)
    AuditEvent.objects.create(actor="system", action="test", reason=ID_NO)
    with Redis.from_url(settings.CACHES["default"]["LOCATION"]) as valkey:
        valkey.set("canary", PHONE, ex=60)
        message = json.dumps({"body": base64.b64encode(f'[["{ID_NO}"], {{}}]'.encode()).decode()})
        valkey.rpush("canary queue", message)
        found = leaks_at_rest(caplog)
        valkey.delete("canary", "canary queue")

    assert found["log"]
    assert found["tables"] == ["audit_auditevent"]
    assert sorted(found["cache"]) == ["canary", "canary queue"]
