import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from governance.kernel.days import today
from grids.models import NeedRequest, Visit, VisitConflict
from tests.factories.grids import make_household, make_need, make_resident, make_tag, make_visit
from tests.factories.people import make_user

MOST_QUERIES = 8


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


def links(response) -> list[str]:
    return re.findall(r'href="([^"]+)"', response.content.decode())


def hidden(response) -> dict[str, str]:
    """The fields a browser would send of the page's form, untouched."""
    page = response.content.decode().split("<main", 1)[1]
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        named = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="([^"]+)"', tag)[1]
        if named and (kind == "hidden" or "checked" in tag):
            found[named[1]] = value[1] if value else ""
    found["kind"] = re.search(r'<option value="(\w+)" selected', page)[1]
    return found


def test_a_visit_without_an_issue_takes_two_taps(phone, household, worker):
    page = phone.get(reverse("grids:today"))
    first = next(url for url in links(page) if url.endswith("?outcome=normal"))

    confirm = phone.get(first)  # tap 1: 正常
    receipt = phone.post(first.split("?")[0], hidden(confirm))  # tap 2: 确认登记

    visit = Visit.objects.get()
    assert receipt.url == reverse("grids:visit_receipt", args=[visit.client_uuid])
    assert (visit.household, visit.worker, visit.outcome, visit.way) == (household, worker, "normal", "door")
    assert "已登记" in phone.get(receipt.url).content.decode()


def test_the_form_sent_twice_makes_one_visit(phone, household):
    url = reverse("grids:visit_new", args=[household.pk])
    sent = hidden(phone.get(f"{url}?outcome=normal"))
    answers = [phone.post(url, sent).url for _ in range(2)]

    assert answers[0] == answers[1]
    assert Visit.objects.count() == 1


def test_the_form_sent_again_with_other_words_is_kept_for_review(phone, household):
    url = reverse("grids:visit_new", args=[household.pk])
    sent = hidden(phone.get(f"{url}?outcome=normal"))
    phone.post(url, sent)
    answer = phone.post(url, sent | {"note": "其实有事"})

    assert answer.status_code == 409
    assert VisitConflict.objects.get().content["note"] == "其实有事"


def test_a_need_is_raised_from_the_visit_with_a_phrase_and_a_note(phone, household):
    url = reverse("grids:visit_new", args=[household.pk])
    sent = hidden(phone.get(f"{url}?outcome=need")) | {
        "need_kind": "repair", "phrases": ["家里设施坏了要维修"], "note": "水管",
    }  # fmt: skip
    receipt = phone.get(phone.post(url, sent).url).content.decode()

    need = NeedRequest.objects.get()
    assert (need.kind, need.text) == ("repair", "家里设施坏了要维修；水管")
    assert reverse("grids:need_detail", args=[need.pk]) in receipt


def test_report_logs_a_finding_at_a_place(phone, worker, grid):
    url = reverse("grids:report")
    sent = hidden(phone.get(url)) | {"place": "小区北门", "outcome": "hazard", "note": "井盖松动"}
    phone.post(url, sent)

    visit = Visit.objects.get()
    assert (visit.area, visit.place, visit.outcome, visit.way) == (grid, "小区北门", "hazard", "street")


def test_today_shows_seven_longest_unmet_in_the_order_of_the_doors(phone, building):
    doors = [make_household(building, unit=1, floor=floor, room=f"{floor}01") for floor in range(1, 10)]
    for ago, household in enumerate(doors, start=1):
        make_visit(household, ago=ago)
    make_visit(doors[8], ago=0)

    shown = [found.household.room for found in phone.get(reverse("grids:today")).context["suggestions"]]

    assert shown == ["801", "701", "601", "501", "401", "301", "201"]


def test_today_is_of_the_own_grid(phone, household, next_household):
    shown = phone.get(reverse("grids:today")).context["suggestions"]
    assert [found.household for found in shown] == [household]


def test_another_grid_is_not_found(phone, next_household):
    url = reverse("grids:visit_new", args=[next_household.pk])
    visit = make_visit(next_household)
    assert phone.get(url).status_code == 404
    assert phone.post(url, {"outcome": "normal"}).status_code == 404
    assert phone.get(reverse("grids:household_detail", args=[next_household.pk])).status_code == 404
    assert phone.get(reverse("grids:visit_receipt", args=[visit.client_uuid])).status_code == 404


def test_a_post_that_ended_yesterday_opens_nothing(client, grid, household):
    client.force_login(make_user("grid_worker", grid, until=today()))
    assert client.get(reverse("grids:today")).status_code == 403
    assert client.post(reverse("grids:visit_new", args=[household.pk])).status_code == 403


@pytest.mark.parametrize("note", ["坏\x00字", "长" * 1001], ids=["NUL", "long"])
def test_a_note_that_cannot_be_kept_is_explained(phone, household, note):
    url = reverse("grids:visit_new", args=[household.pk])
    answer = phone.post(url, hidden(phone.get(f"{url}?outcome=normal")) | {"note": note})

    assert answer.status_code == 400
    assert not Visit.objects.exists()


def test_a_note_of_ten_megabytes_is_refused(phone, household):
    url = reverse("grids:visit_new", args=[household.pk])
    sent = hidden(phone.get(f"{url}?outcome=normal"))
    body = f"note={'a' * 10_000_000}"

    assert phone.post(url, body, content_type="application/x-www-form-urlencoded").status_code == 413
    assert phone.post(url, sent | {"note": "a" * 10_000_000}).status_code in {400, 413}
    assert not Visit.objects.exists()


def test_an_unknown_outcome_is_a_bad_request(phone, household):
    url = reverse("grids:visit_new", args=[household.pk])
    assert phone.get(f"{url}?outcome=great").status_code == 400
    assert phone.post(url, {"outcome": "normal", "client_uuid": "no"}).status_code == 400


def test_roster_finds_a_door_or_a_whole_name(phone, household, building):
    make_resident(household, name="欧阳修远", is_contact=True)
    make_household(building, label="5号楼1单元101")
    url = reverse("grids:roster")

    for text in ("2单元501", "欧阳修远"):
        assert [row.pk for row in phone.get(url, {"q": text}).context["page"].rows] == [household.pk]
    assert not phone.get(url, {"q": "欧阳"}).context["page"].rows
    assert "欧**远" in phone.get(url).content.decode()


@pytest.mark.parametrize("name", ["today", "roster", "report", "my"])
def test_the_phones_pages_stay_within_eight_queries(
    phone, worker, building, name, django_assert_max_num_queries
):
    for floor in range(1, 13):
        household = make_household(building, floor=floor)
        make_resident(household, is_contact=True)
        make_tag(household)
        make_visit(household, worker=worker, ago=floor)
        make_need(household, worker=worker, opened_on=today() - timedelta(days=floor))
    url = reverse(f"grids:{name}")
    phone.get(url)  # the first page of a session also writes the session
    with django_assert_max_num_queries(MOST_QUERIES):
        assert phone.get(url).status_code == 200


def test_visit_pages_stay_within_eight_queries(phone, household, worker, django_assert_max_num_queries):
    visit = make_visit(household, worker=worker)
    phone.get(reverse("grids:my"))
    for url in (
        reverse("grids:visit_new", args=[household.pk]) + "?outcome=need",
        reverse("grids:visit_receipt", args=[visit.client_uuid]),
    ):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert phone.get(url).status_code == 200


def test_a_receipt_of_nobody_is_not_found(phone):
    assert phone.get(reverse("grids:visit_receipt", args=[uuid.uuid4()])).status_code == 404


def test_a_dispute_is_registered_from_the_visit_without_retyping(phone, household, worker):
    url = reverse("grids:visit_new", args=[household.pk])
    sent = hidden(phone.get(f"{url}?outcome=dispute")) | {"note": "楼上漏水"}
    receipt = phone.get(phone.post(url, sent).url)
    onward = next(link for link in links(receipt) if "?visit=" in link)
    form = phone.get(onward).context["form"]

    assert "漏水" not in onward
    assert (form["summary"].value(), str(form["place"].value())) == ("楼上漏水", household.label)
    assert form["area"].value() == household.area_code


def test_a_visit_elsewhere_hands_nothing_on(phone, next_household):
    visit = make_visit(next_household, outcome="dispute", note="楼上漏水")
    for number in (visit.client_uuid, "nonsense"):
        form = phone.get(reverse("disputes:case_register"), {"visit": number}).context["form"]
        assert not form["summary"].value()
