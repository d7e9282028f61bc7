"""A batch of visits from a phone that was without a signal, and what the phone keeps for the walk."""

import json
import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance.kernel.days import local_date, today
from grids.models import NeedRequest, Visit, VisitConflict
from tests.factories.grids import make_household, make_resident, make_tag, make_visit

SYNC = "/api/v1/visits/sync/"
POCKET = "/api/v1/pocket/"


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


def contact(household, **content):
    return {"client_uuid": str(uuid.uuid4()), "household": household.pk, "outcome": "normal", **content}


def sync(client, *contents):
    return client.post(SYNC, json.dumps({"visits": contents}), content_type="application/json")


def told(answer) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [result["status"] for result in answer.json()["results"]]


def test_sync_answers_each_content_in_order_whatever_became_of_the_others(phone, household, next_household):
    first, other = contact(household), contact(household, outcome="need", note="换灯泡", need_kind="repair")
    sync(phone, first)

    answer = sync(
        phone,
        first,
        contact(household) | {"outcome": "great"},
        first | {"note": "改过的"},
        contact(next_household),
        contact(household, visited_at=(timezone.now() + timedelta(days=1)).isoformat()),
        "not a content",
        other,
    )

    assert told(answer) == ["already", "invalid", "kept", "refused", "refused", "invalid", "received"]
    results = answer.json()["results"]
    assert [result["code"] for result in results] == [
        "", "invalid", "other_content", "not_found", "in_future", "invalid", "",
    ]  # fmt: skip
    assert all(result["detail"] for result in results if result["status"] not in ("received", "already"))
    assert results[6]["receipt"]["needs"] == [NeedRequest.objects.get().pk]
    assert Visit.objects.count() == 2
    assert VisitConflict.objects.get().content["note"] == "改过的"


def test_sync_the_same_number_twice_in_one_batch_makes_one_visit(phone, household):
    sent = contact(household)
    assert told(sync(phone, sent, sent, sent | {"note": "别的"})) == ["received", "already", "kept"]
    assert Visit.objects.count() == 1


def test_sync_puts_late_visits_on_their_own_days(phone, household):
    days = [timezone.now() - timedelta(days=back) for back in (0, 1, 2)]
    answer = sync(phone, *(contact(household, visited_at=at.isoformat()) for at in days))

    assert told(answer) == ["received"] * 3
    assert [result["receipt"]["visited_on"] for result in answer.json()["results"]] == [
        local_date(at).isoformat() for at in days
    ]


def test_sync_takes_up_to_200_contents_and_says_so(phone, household):
    assert sync(phone).status_code == 400
    assert sync(phone, *[contact(household)] * 201).status_code == 400
    assert Visit.objects.count() == 0


def test_sync_reads_places_once_for_all(phone, household):
    def queries(number: int) -> int:
        doors = [make_household(household.area) for _ in range(number)]
        with CaptureQueriesContext(connection) as captured:
            assert told(sync(phone, *map(contact, doors))) == ["received"] * number
        return sum('FROM "grids_household"' in each["sql"] and " IN " in each["sql"] for each in captured)

    assert queries(1) == queries(5) == 1


def test_sync_is_for_those_who_visit(client, dispatcher, household):
    assert sync(client, contact(household)).status_code == 401
    client.force_login(dispatcher)
    assert sync(client, contact(household)).status_code == 403


def test_pocket_holds_the_doors_of_the_own_grid_and_nothing_a_thief_could_use(
    phone, household, next_household
):
    make_resident(
        household, name="欧阳修远", phone="13812345678", id_no="640104198001011235", is_contact=True
    )
    make_tag(household)
    make_visit(household, ago=3)

    answer = phone.get(POCKET)
    pocket = answer.json()

    assert [row["id"] for row in pocket["households"]] == [household.pk]
    door = pocket["households"][0]
    assert (door["label"], door["contacts"], door["care"]) == ("1号楼2单元501", ["欧**远"], ["独居老人"])
    assert door["last_contact_on"] == (today() - timedelta(days=3)).isoformat()
    assert pocket["suggestions"][0]["household"] == household.pk
    assert "上次" in pocket["suggestions"][0]["reason"]
    any_digits = r'"(?:id|user|household)":\d+|"valid_until":"[^"]*"'  # numbers of rows and a moment may have these too
    text = re.sub(any_digits, "", answer.content.decode())
    assert [part for part in ("138", "5678", "640104", "1980", "欧阳") if part in text] == []
    assert answer["Cache-Control"] == "private, no-store"


def test_pocket_lasts_72_hours_and_is_not_sent_again_unchanged(phone, household):
    first = phone.get(POCKET)
    again = phone.get(POCKET, headers={"If-None-Match": first["ETag"]})
    make_visit(household)
    changed = phone.get(POCKET, headers={"If-None-Match": first["ETag"]})

    left = timezone.datetime.fromisoformat(first.json()["valid_until"]) - timezone.now()
    assert timedelta(hours=71, minutes=59) < left < timedelta(hours=72, minutes=1)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_pocket_is_packed_for_a_slow_line(phone, household):
    for _ in range(40):
        make_household(household.area)
    plain, packed = phone.get(POCKET), phone.get(POCKET, headers={"Accept-Encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) * 4 < len(plain.content)
    assert phone.get(POCKET, headers={"If-None-Match": packed["ETag"]}).status_code == 304


def test_pocket_takes_the_same_queries_for_any_number_of_doors(phone, household):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert phone.get(POCKET).status_code == 200
        return len(captured)

    make_resident(household, is_contact=True)
    make_tag(household)
    queries()  # the first one also reads what is remembered afterwards
    one = queries()
    for _ in range(2):
        other = make_household(household.area)
        make_resident(other, is_contact=True)
        make_tag(other)

    assert queries() == one <= 12


def test_pocket_is_closed_once_the_post_has_ended(phone, worker):
    worker.holdings.all().delete()
    assert phone.get(POCKET).status_code == 403


def test_sync_of_another_persons_writing_is_refused_whole(phone, household, worker):
    sent = {"visits": [contact(household)], "user": worker.pk + 1}
    answer = phone.post(SYNC, json.dumps(sent), content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (409, "other_person")
    assert Visit.objects.count() == 0


def test_sync_takes_what_was_written_before_the_post_ended(phone, household, worker):
    worker.holdings.update(valid=(today() - timedelta(days=9), today()))
    yesterday = (timezone.now() - timedelta(days=1)).isoformat()
    answer = sync(phone, contact(household, visited_at=yesterday), contact(household))

    assert told(answer) == ["received", "refused"]
    assert answer.json()["results"][1]["code"] == "post_ended"
