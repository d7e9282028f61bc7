import pytest
from django.db import DatabaseError, connection, transaction

from governance.audit.actions import record, reveal
from governance.audit.models import AuditEvent
from governance.audit.sealing import seal_events, verify
from governance.kernel.errors import Refused
from tests.factories.people import make_user


@pytest.fixture(autouse=True)
def _own_heads(settings, tmp_path, db):
    settings.AUDIT_HEADS_FILE = tmp_path / "heads"


def write(count: int) -> None:
    for number in range(count):
        record(f"test.{number}", by=None, reason="理由")


def as_superuser(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_seal_events_chains_batches_and_verify_finds_them_whole():
    write(3)
    first = seal_events()
    write(2)
    second = seal_events()

    assert (first.count, second.count, second.previous_hash) == (3, 2, first.hash)
    assert seal_events() is None
    assert verify() == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_auditevent SET reason = 'x' WHERE action = 'test.1'",
        "UPDATE audit_auditevent SET actor = 'somebody' WHERE action = 'test.2'",
        "UPDATE audit_auditevent SET at = at + interval '1 second' WHERE action = 'test.0'",
        "DELETE FROM audit_auditevent WHERE action = 'test.1'",
        "DELETE FROM audit_auditevent",
        "UPDATE audit_auditevent SET action = CASE action WHEN 'test.0' THEN 'test.1' ELSE 'test.0' END"
        " WHERE action IN ('test.0', 'test.1')",
        "INSERT INTO audit_auditevent (id, actor, post, area_code, action, object_type, object_id, object_label,"
        " reason, outcome, request_id, address, at) SELECT id - 1000, actor, post, area_code, 'forged', object_type,"
        " object_id, object_label, reason, outcome, request_id, address, at FROM audit_auditevent LIMIT 1",
        "UPDATE audit_auditseal SET hash = repeat('0', 64)",
        "DELETE FROM audit_auditseal",
        "UPDATE audit_auditseal SET previous_hash = repeat('1', 64)",
    ],
)
def test_verify_finds_tampering_by_whoever_owns_the_database(tampering):
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('audit_auditevent', 'id'), 100000)")
    write(3)
    seal_events()
    as_superuser(tampering)

    assert verify() != []


@pytest.mark.parametrize(
    "verb",
    ["UPDATE audit_auditevent SET reason = ''", "DELETE FROM audit_auditevent", "TRUNCATE audit_auditevent"],
)
def test_the_trail_refuses_change(verb):
    write(1)
    with connection.cursor() as cursor:  # the test database lets its tables be emptied between tests
        cursor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER USER")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb)
    assert AuditEvent.objects.count() == 1


def test_a_verb_rolled_back_leaves_no_row():
    with pytest.raises(RuntimeError), transaction.atomic():
        write(1)
        raise RuntimeError
    assert AuditEvent.objects.count() == 0


def test_reveal_needs_a_reason_and_leaves_a_row(country, dispatcher):
    row = make_user()
    row.area_code = "990101001001001"
    row.seal_value("phone", "13812341234")

    with pytest.raises(Refused, match="用途"):
        reveal(row, "phone", by=dispatcher, reason="x")
    assert reveal(row, "phone", by=dispatcher, reason="电话回访") == "13812341234"
    seen = AuditEvent.objects.get(action="personal.reveal")
    assert (seen.reason, seen.after) == ("电话回访", {"field": "phone"})
    assert "13812341234" not in str(AuditEvent.objects.values().get(pk=seen.pk))


def test_reveal_is_rate_limited(country, dispatcher, monkeypatch):
    monkeypatch.setattr("governance.audit.actions.REVEALS_PER_HOUR", 2)
    row = make_user()
    row.area_code = "990101001"
    row.seal_value("phone", "13812341234")
    for _ in range(2):
        reveal(row, "phone", by=dispatcher, reason="电话回访")
    with pytest.raises(Refused, match="一小时内"):
        reveal(row, "phone", by=dispatcher, reason="电话回访")
